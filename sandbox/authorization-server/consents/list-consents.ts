import type { Database } from "../../database.ts";
import type { Consent, ConsentStatus, ConsentType } from "./consent.ts";
import { type ConsentRow, consentColumns, toConsent } from "./consent-row.ts";

/** Every condition narrows; an absent one does not. */
export interface ConsentFilter {
  readonly clientId?: string;
  /** Consents that share at least one of these accounts. */
  readonly accountIds?: readonly string[];
  readonly types?: readonly ConsentType[];
  /** Absent: all of them, but for those whose file is not there yet. */
  readonly statuses?: readonly ConsentStatus[];
  /** By creation time. */
  readonly order: "asc" | "desc";
  /** 1..100. */
  readonly limit: number;
  /** The page starts right behind this consent, or ends right before it. */
  readonly cursor?: { readonly side: "after" | "before"; readonly consentId: string };
}

/** One page of consents, or undefined when the cursor names no consent. Keyset: stable while consents are added. */
export async function listConsents(sql: Database, filter: ConsentFilter): Promise<readonly Consent[] | undefined> {
  const { cursor } = filter;
  if (cursor) {
    const [known] = await sql`select 1 from consent where id = ${cursor.consentId}`;
    if (!known) return undefined;
  }
  const backwards = cursor?.side === "before";
  const descending = (filter.order === "desc") !== backwards;
  const direction = descending ? sql`desc` : sql`asc`;
  // Compared inside the database: a JavaScript date would drop the microseconds and skip or repeat a row.
  const position = cursor
    ? sql`and (created_at, id) ${descending ? sql`<` : sql`>`}
        (select created_at, id from consent where id = ${cursor.consentId})`
    : sql``;
  const rows = await sql<ConsentRow[]>`
    select ${consentColumns(sql)} from consent
    where true
      ${filter.clientId === undefined ? sql`` : sql`and client_id = ${filter.clientId}`}
      ${filter.accountIds ? sql`and account_ids && ${filter.accountIds as string[]}` : sql``}
      ${filter.types ? sql`and type = any(${filter.types as string[]})` : sql``}
      ${filter.statuses ? sql`and status = any(${filter.statuses as string[]})` : sql`and status <> 'awaiting_upload'`}
      ${position}
    order by created_at ${direction}, id ${direction}
    limit ${filter.limit}`;
  const page = rows.map(toConsent);
  return backwards ? page.reverse() : page;
}
