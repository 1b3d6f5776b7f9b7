import type { Outcome } from "~/domain/consent/decision";
import type { ModeInShort } from "~/domain/consent/mode";
import type { OfferedAccount, UnavailableReason } from "~/domain/consent/offered-account";
import type { ConsentKind } from "~/domain/consent-kinds/index";
import type { Bank } from "./present-frame";
import type { StopPageView } from "./stop-page-view";

interface About {
  /** Absent where nothing is known of the request: the page then speaks of sharing and of paying. */
  readonly kind?: ConsentKind;
  /** The TPP's brand as it came; without one the page says "the app". */
  readonly requester?: string;
  /** Of a request that is not new: what was agreed to before is not over with it. */
  readonly mode?: ModeInShort | undefined;
  /** The TPP is used on another screen: nobody is taken there from here (P-24). */
  readonly decoupled?: true;
}

/** Why there is no question to ask, and what the page needs to say so. `to` and `retry` are addresses. */
export type Stop =
  | { readonly is: "unknown" | "opened-elsewhere" }
  | ({
      readonly is:
        | "expired"
        | "withdrawn"
        | "day-passed"
        | "rate-expired"
        | "requester-unknown"
        | "requester-barred"
        | "requester-suspended";
    } & About)
  | ({ readonly is: "changed" | "confirm-over" | "unavailable"; readonly retry: string } & About)
  /** `refusable` when there is a visit, so that "no" can be sent and the TPP is told. */
  | ({
      readonly is: "not-understood";
      readonly refusable: boolean;
      /** Where it goes on, when the TPP was told already. */
      readonly to?: string;
    } & About)
  /** Somebody else logs in and goes on; `to` where this browser is sent for it. */
  | ({ readonly is: "passed-on"; readonly to?: string } & About)
  | (Answered & {
      readonly is: "already-decided";
      readonly canGoOn: boolean;
      /** Answered on a second device: the first one goes on (P-24). */
      readonly goesOnElsewhere?: boolean;
    })
  | (Answered & { readonly is: "leaving"; readonly to: string })
  | (Answered & { readonly is: "recording"; readonly retry: string })
  | (About & {
      readonly is: "reported";
      readonly kind: ConsentKind;
      /** Of the case that was opened. */
      readonly reference: string;
      /** Whether the refusal is at the authorization server, on its way, or was too late. */
      readonly refusal: "refused" | "waiting" | "over";
      /** On to the app, to look again whether it has gone through, or nowhere. */
      readonly next?: "app" | { readonly retry: string };
      readonly receipt?: StopPageView["receipt"];
    })
  | (NoAccount & { readonly is: "no-account"; readonly offered: readonly OfferedAccount[] })
  | (NoAccount & { readonly is: "named-account-not-yours"; readonly number: Masked })
  | (NoAccount & {
      readonly is: "named-account-unavailable";
      readonly number: Masked;
      readonly because: UnavailableReason;
    });

interface Answered extends About {
  readonly kind: ConsentKind;
  readonly outcome: Outcome;
  /** Of a yes that others have to give too (T4): how many of them. */
  readonly awaitsOthers?: number;
  /** Where the receipt is, once there is one. */
  readonly receipt?: StopPageView["receipt"];
}

interface NoAccount extends About {
  readonly kind: ConsentKind;
}

interface Masked {
  readonly shown: string;
  readonly digits: string;
}

export interface StopContext {
  readonly bank: Bank;
  readonly correlationId?: string;
}
