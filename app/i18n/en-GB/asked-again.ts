import type { LastingFamily } from "~/domain/consent-kinds/index";
import { plural } from "../plural";

/** The same asked again, and another thing asked in its place: what is true of it then, and after the answer. */
export const askedAgain = {
  askedAgain: {
    question: {
      "account-access": (app: string) => `Keep sharing with ${app}?`,
      "variable-payments": (app: string) => `Keep letting ${app} take payments?`,
      "funds-confirmation": (app: string) => `Keep answering ${app}?`,
    } satisfies Record<LastingFamily, (...names: string[]) => string>,
    afterStop: {
      "account-access": (app: string) => `Share with ${app} again?`,
      "variable-payments": (app: string) => `Let ${app} take payments again?`,
      "funds-confirmation": (app: string) => `Answer ${app} again?`,
    } satisfies Record<LastingFamily, (...names: string[]) => string>,
    nothingChanges: "Nothing changes",
    given: (date: string) => `You allowed this on ${date}.`,
    stopped: (date: string) => `You allowed this on ${date}, and it was stopped later.`,
    same: "Nothing in it is different now.",
    notAll: "Not every account can be used now",
    details: "See all of it",
    accounts: (count: number): string => (count === 1 ? "The same account as before" : "The same accounts as before"),
    noChoice: "There is nothing to choose.",
    gone: (names: string) => `You can no longer use ${names} for this.`,
    goneOthers: plural("en-GB", {
      one: "# account from before is no longer yours.",
      other: "# accounts from before are no longer yours.",
    }),
    chooseLeft: "Choose what to go on with.",
    summary: {
      "account-access": (app: string, until: string) =>
        `If you allow this, ${app} can see the same as before, ${until}.`,
      "variable-payments": (app: string, until: string) =>
        `If you allow this, ${app} can take payments within the same limits as before, ${until}.`,
      "funds-confirmation": (app: string, until: string) =>
        `If you allow this, we answer ${app} yes or no as before, ${until}.`,
    } satisfies Record<LastingFamily, (...names: string[]) => string>,
    allow: "Allow again",
    ifNot: "If you don’t allow it, all stays as it is now.",
    ifNotStopped: "If you don’t allow it, it stays stopped.",
  },
  inItsPlace: {
    title: "This takes the place of what you allowed before",
    text: (app: string, date: string) =>
      `You said yes to ${app} on ${date}. If you allow this, that one ends. If you don’t, that one stays as it is.`,
    ticked: "The accounts from before are ticked. You can change that.",
    chosen: "The account from before is chosen. You can change that.",
    taken: (app: string, amount: string, date: string) =>
      `Since ${date}, ${app} has taken ${amount} under the limits from before.`,
    countsAnew: (app: string) =>
      `What ${app} has already taken under the limits from before does not count towards these.`,
    noLonger: (app: string) => `What ${app} will no longer see`,
    tags: { new: "New", changed: "Changed", removed: "Removed" },
    before: (text: string) => `Before: ${text}`,
  },
  whatWasBefore: {
    stays: "What you allowed before stays as it was.",
    staysStopped: "What was stopped stays stopped.",
    hasEnded: "What you allowed before has ended.",
    /** On receipts, before the date. */
    again: "You said yes to the same before, on",
    insteadOf: "It took the place of your yes of",
    notInsteadOf: "It did not take the place of your yes of",
  },
};
