import type { CustomerId } from "../shared/ids";
import type { Signer } from "./mandate";

/** How far the signatures of a request have come, as one of those who sign it is shown it. */
export interface SigningShown {
  /** To whom. */
  readonly customer: CustomerId;
  readonly can: "sign" | "wait" | "nothing";
  /** Who signs for the account now, and whether they have. */
  readonly signers: readonly (Signer & { readonly hasSigned: boolean })[];
  readonly required: number;
  /** Whose signature brings it further. */
  readonly next: readonly Signer[];
  readonly dueAt: Date;
}
