import type { StatusFacts } from "~/domain/consent/shown-status";
import type { ConsentKind } from "~/domain/consent-kinds/index";
import type { CustomerId } from "~/domain/shared/ids";
import type { Position } from "~/domain/shared/position";
import type { RejectedBecause } from "./signing-desk";

/**
 * What a customer signed of what others asked for (D-14): the request and how it stands, and nothing else of theirs.
 *
 * @throws DeskUnavailable from every method
 */
export interface SignedRequests {
  /** The newest signature first. */
  of(customer: CustomerId, asked: { readonly size: number; readonly from?: Position }): Promise<SignedPage>;
  /** Whether there is any. */
  any(customer: CustomerId): Promise<boolean>;
}

export interface SignedPage {
  readonly requests: readonly SignedRequest[];
  readonly newer?: Position;
  readonly older?: Position;
}

export interface SignedRequest {
  /** Names it in the customer's own pages; proves nothing. */
  readonly id: string;
  readonly kind: ConsentKind;
  /** The TPP's brand as it came; none where it gave none. */
  readonly requester?: string;
  readonly signedAt: Date;
  readonly stands:
    | { readonly is: "awaiting" }
    | { readonly is: "rejected"; readonly because: RejectedBecause }
    /** All have signed, and this became of it since. */
    | ({ readonly is: "complete" } & StatusFacts);
}
