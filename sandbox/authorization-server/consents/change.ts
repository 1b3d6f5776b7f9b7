import type postgres from "postgres";
import type { Database } from "../../database.ts";
import type { ChangedBy, ConsentStatus } from "./consent.ts";
import type { Transaction } from "./transaction.ts";

/** Who changes a consent, and why. */
export interface Change {
  readonly by: ChangedBy;
  /** A code or a few words. Kept with the consent and told to the bank's own systems, never to the TPP. */
  readonly reason?: string | undefined;
  /** The consent that takes the place of one that ends. */
  readonly successor?: string | undefined;
  /** `x-fapi-interaction-id` of the call that asked for it, where there was one. */
  readonly interactionId?: string | undefined;
}

/**
 * The assignments of an update that changes a consent's status. Every such update is made of it, so that none leaves
 * the name of whoever made the change before.
 */
export const changeTo = (
  sql: Database | Transaction,
  status: ConsentStatus | postgres.PendingQuery<postgres.Row[]>,
  { by, reason, interactionId }: Change,
) => sql`
  status = ${status}, changed_by = ${by}, change_reason = ${reason ?? null},
  change_interaction_id = ${interactionId ?? null}`;
