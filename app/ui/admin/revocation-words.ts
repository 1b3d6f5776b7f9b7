import type { ItemState, RevocationState } from "~/domain/revocation/bulk-revocation";
import type { StandingView } from "./standing-view";

export const REVOCATION_STATES = {
  preparing: { word: "Being listed", tone: "wait" },
  "too-many": { word: "Too long", tone: "bad" },
  prepared: { word: "Listed", tone: "over" },
  "not-run": { word: "Not run", tone: "bad" },
  running: { word: "Running", tone: "wait" },
  stopping: { word: "Stopping", tone: "wait" },
  stopped: { word: "Stopped", tone: "bad" },
  done: { word: "Done", tone: "good" },
} as const satisfies Record<RevocationState, StandingView>;

export const ITEM_WORDS = {
  waiting: { word: "Not begun", tone: "over" },
  sent: { word: "On its way", tone: "wait" },
  revoked: { word: "Revoked", tone: "good" },
  "not-revoked": { word: "Not revoked", tone: "bad" },
  "ended-before": { word: "Had ended", tone: "over" },
} as const satisfies Record<ItemState, StandingView>;
