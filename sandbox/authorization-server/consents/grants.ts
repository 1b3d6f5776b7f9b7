import type { Transaction } from "./transaction.ts";

/**
 * Ends every live grant of these consents, with all that the OAuth library keeps under it: codes, access and refresh
 * tokens die with the transaction that ended the consent, so that none outlives its consent even for a moment.
 *
 * Statements of their own instead of one with the status change: at READ COMMITTED a later statement sees a grant that
 * a concurrent authorisation committed while this transaction waited for the consent's row.
 */
export async function endGrants(transaction: Transaction, consentIds: readonly string[]): Promise<void> {
  const ended = await transaction<{ grantId: string }[]>`
    update consent_grant set ended_at = now()
    where consent_id in ${transaction(consentIds)} and ended_at is null
    returning grant_id as "grantId"`;
  if (ended.length === 0) return;
  await transaction`delete from artifact where grant_id in ${transaction(ended.map((grant) => grant.grantId))}`;
}
