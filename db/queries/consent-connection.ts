import { type SQL, sql } from "drizzle-orm";
import type { Connection } from "~/domain/consent/connection";
import { asAccountId, asConsentId, type ClientId, type ConsentId, type CustomerId } from "~/domain/shared/ids";
import { effectiveStatus } from "./consent-projection-status";
import type { createExecute } from "./execute";

interface ConnectionRow extends Record<string, unknown> {
  readonly sharing: boolean;
  readonly id: string | null;
  /** Milliseconds since 1970, as is `last_agreed`. */
  readonly agreed: string;
  readonly last_agreed: string;
  readonly permissions: readonly string[] | null;
  readonly account_ids: readonly string[];
}

/** However many there are, a page names a few and counts the rest. */
const MOST = 20;

/** Finds its consents by the customer's index: few have thousands, and a TPP's own among them are not worth another. */
export const connectionStatement = (customer: CustomerId, client: ClientId, except: ConsentId): SQL => sql`
  with agreed as (
    select consent.consent_id, consent.kind, ${effectiveStatus(sql`consent`)} as status, permissions, account_ids,
      coalesce(history.first_at, created_at) as first_at, coalesce(history.last_at, created_at) as last_at
    from assent.consent_projection as consent left join lateral (
      select min(at) as first_at, max(at) as last_at from assent.consent_version_projection as version
      where version.consent_id = consent.consent_id
        and move in ('authorise', 'authorise-partly', 'complete', 'renew', 'reconnect')
    ) as history on true
    where customer_id = ${customer} and client_id = ${client} and consent.consent_id <> ${except}
      and (history.first_at is not null or account_ids <> '{}')
  ), last as (select max(last_at) as at from agreed)
  (select true as sharing, consent_id as id, extract(epoch from first_at) * 1000 as agreed,
      extract(epoch from last.at) * 1000 as last_agreed, permissions, account_ids
    from agreed, last where kind = 'account-access' and status = 'authorised'
    order by first_at desc, consent_id limit ${MOST})
  union all
  (select false, null, 0, extract(epoch from last.at) * 1000, null, '{}' from last where last.at is not null)`;

/**
 * What stands between a customer and a TPP, in one look: the access that goes on, and the last time that they agreed to
 * anything. A consent was agreed to when a move of its history says so, or when accounts are bound to it: whose history
 * was made anew from the authorization server has no such move.
 */
export const createConnectionOf =
  (execute: ReturnType<typeof createExecute>) =>
  async (customer: CustomerId, client: ClientId, except: ConsentId): Promise<Connection> => {
    const rows = await execute<ConnectionRow>(connectionStatement(customer, client, except));
    const last = rows[0]?.last_agreed;
    return {
      ...(last !== undefined && { lastAgreedAt: new Date(Number(last)) }),
      sharing: rows
        .filter(({ sharing }) => sharing)
        .map(({ id, agreed, permissions, account_ids }) => ({
          id: asConsentId(id ?? ""),
          since: new Date(Number(agreed)),
          permissions: permissions ?? [],
          accountIds: account_ids.map(asAccountId),
        })),
    };
  };
