import type { AccountId, ConsentId } from "../shared/ids";

/** What our own record says of a customer and a TPP before this request (P-12, P-15). */
export interface Connection {
  /** When the customer last agreed to something that it asked for; absent where they never did. */
  readonly lastAgreedAt?: Date;
  /** Access to accounts that goes on, newest first. */
  readonly sharing: readonly EarlierSharing[];
}

export interface EarlierSharing {
  readonly id: ConsentId;
  readonly since: Date;
  readonly permissions: readonly string[];
  readonly accountIds: readonly AccountId[];
}
