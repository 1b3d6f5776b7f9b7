import type { EndedWhy } from "~/domain/consent/shown-status";

/** How a consent stands, and why it ended: the same wherever it is shown (C-10, D-03). */
export const standing = {
  standing: {
    "needs-action": "Waiting for an answer",
    active: "Active",
    paused: { customer: "Paused by you", bank: "Paused by us" },
    stopping: "Stopping",
    pausing: "Pausing",
    resuming: "Starting again",
    ended: "Ended",
    /** Of what is used up by one use: whether the money has arrived, only the bank’s list of payments says. */
    done: { sent: "Sent to be paid", "set-up": "Set up" },
    why: {
      expired: "Its time ran out",
      unused: "It was not used for a long time",
      "you-stopped": "You stopped it",
      "you-asked-us": "We stopped it because you asked us to",
      "app-stopped": "The app ended it",
      "bank-stopped": "We stopped it",
      "app-not-authorised": "The app is no longer allowed to do this",
      "accounts-closed": "The accounts can no longer be used for it",
      replaced: "A new one took its place",
      refused: "You did not allow it",
      "not-finished": "It was never finished",
      used: "It was used, and could be used once",
      stopped: "It was stopped",
    } satisfies Record<EndedWhy, string>,
  },
};
