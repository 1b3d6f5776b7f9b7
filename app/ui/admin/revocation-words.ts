import type { ItemState, RevocationState } from "~/domain/revocation/bulk-revocation";
import type { KeptScope } from "~/domain/revocation/revocation-scope";
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

/** What the consents of a list have in common. */
export function scopeWords(scope: KeptScope): { readonly label: string; readonly value: string } {
  switch (scope.by) {
    case "customer":
      return { label: "Customer", value: scope.customer ?? "Erased since" };
    case "tpp":
      return { label: "TPP", value: scope.client };
    case "account":
      return { label: "Account", value: scope.account };
  }
}
