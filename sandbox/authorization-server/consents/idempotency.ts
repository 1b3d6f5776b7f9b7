import type { Consent } from "./consent.ts";
import { type ConsentRow, consentColumns, toConsent } from "./consent-row.ts";
import type { Transaction } from "./transaction.ts";

/** What makes two requests the same one for 24 hours (Read/Write API, idempotency). */
export interface IdempotencyKey {
  readonly endpoint: string;
  readonly key: string;
  /** Any digest of the request body. */
  readonly requestHash: string;
}

export type Earlier = { readonly outcome: "repeated"; readonly consent: Consent } | { readonly outcome: "changed" };

/** What the key was used for in the last 24 hours. Holds the key until the transaction ends. */
export async function findEarlier(
  transaction: Transaction,
  clientId: string,
  once: IdempotencyKey,
): Promise<Earlier | undefined> {
  // Two requests with one key at the same moment: the second waits here, then finds what the first made.
  await transaction`select pg_advisory_xact_lock(hashtextextended(${JSON.stringify([clientId, once.endpoint, once.key])}, 0))`;
  const [found] = await transaction<(ConsentRow & { sameRequest: boolean })[]>`
    select ${consentColumns(transaction)}, request_hash = ${once.requestHash} as "sameRequest"
    from idempotency join consent on consent.id = idempotency.consent_id
    where idempotency.client_id = ${clientId} and endpoint = ${once.endpoint} and key = ${once.key}
      and idempotency.created_at > now() - interval '24 hours'`;
  if (!found) return undefined;
  const { sameRequest, ...row } = found;
  return sameRequest ? { outcome: "repeated", consent: toConsent(row) } : { outcome: "changed" };
}

/** Keeps which consent the key made. A key that was forgotten begins anew. */
export async function remember(
  transaction: Transaction,
  clientId: string,
  once: IdempotencyKey,
  consentId: string,
): Promise<void> {
  await transaction`
    insert into idempotency (client_id, endpoint, key, request_hash, consent_id)
    values (${clientId}, ${once.endpoint}, ${once.key}, ${once.requestHash}, ${consentId})
    on conflict (client_id, endpoint, key) do update
    set request_hash = excluded.request_hash, consent_id = excluded.consent_id, created_at = now()`;
}
