import { type SQL, sql } from "drizzle-orm";
import type { RevocationScope } from "~/domain/revocation/revocation-scope";
import type { BreakdownLine } from "~/ports/bulk-revocations";
import { type KeptSearch, narrowedBy } from "./bulk-revocation-search";
import { isOver } from "./consent-projection-status";
import { pageStatement } from "./consent-search-statements";
import { micros } from "./keyset";

/** How many rows are looked at in one statement: less than a tenth of a second. */
export const STEP = 5_000;
/** Suspended twice: a consent may be paused while the authorised ones are looked at, or taken up again before. */
const PASSES = ["suspended", "authorised", "suspended"] as const;
/** What a list left is looked at in the order of its ids, whatever its status. */
const lastPass = ({ scope }: LookRow): number => (scope === "rest" ? 0 : PASSES.length - 1);

/** How far the look for the consents of a list has come. */
export interface LookRow extends Record<string, unknown> {
  readonly id: string;
  readonly scope: RevocationScope["by"];
  readonly of: string | null;
  readonly search: KeptSearch | null;
  /** Whom a search is for, erased ones aside. */
  readonly whose: readonly string[];
  readonly pass: number;
  readonly after_created: string | null;
  readonly after_consent: string | null;
}

export interface StepRow extends Record<string, unknown> {
  readonly seen: number;
  readonly added: number;
  readonly created: string | null;
  readonly consent_id: string | null;
  readonly lines: readonly BreakdownLine[];
}

/** Of `assent.bulk_revocation`. */
export const LOOK_COLUMNS = sql`id, scope, search, pass, after_created, after_consent, case scope when 'customer'
    then (select customer_id from assent.customer_key where ref = customer_ref) else scope_of end as of,
  array(select customer_id from assent.customer_key where ref in (
    select pseudonym::uuid from jsonb_array_elements_text(search -> 'customers') as meant (pseudonym))) as whose`;

/** Whether nothing is left to be looked at behind this step. */
export const isLast = (turn: LookRow, { seen }: StepRow): boolean => seen < STEP && turn.pass >= lastPass(turn);

/** The next consents that live now, each once: an order, and in it a place. */
export const looked = (turn: LookRow): SQL => sql`
  with seen as (${seenIn(turn)}
  ), added as (
    insert into assent.bulk_revocation_item (set_id, consent_id)
    select ${turn.id}::uuid, consent_id from seen where live
    on conflict do nothing returning consent_id
  ), last as (
    select place, consent_id from seen order by nth desc limit 1
  ), new as (
    -- Not by a join: where too few rows are expected that would be a loop in a loop, over thousands.
    select max(client_id) as client_id, max(client_name) as client_name, max(kind) as kind
    from (
      select consent_id, client_id, client_name, kind, false as is_added from seen
      union all select consent_id, null, null, null, true from added
    ) as mixed group by consent_id having bool_or(is_added)
  ), line as (
    select client_id as "clientId", max(client_name) as "clientName", kind, count(*)::int as count
    from new group by client_id, kind
  )
  select (select count(*)::int from seen) as seen, (select count(*)::int from added) as added,
    (select place from last) as created, (select consent_id from last) as consent_id,
    (select coalesce(json_agg(line), '[]') from line) as lines`;

const CONSENT = sql`consent`;
const isLive = sql`(consent.status in ('authorised', 'suspended') and ${isOver(CONSENT)} is not true)`;

function seenIn(turn: LookRow): SQL {
  const { scope, of } = turn;
  switch (scope) {
    case "customer":
      return byStatus(turn, sql`consent.customer_id = ${of}`);
    case "tpp":
      return byStatus(turn, sql`consent.client_id = ${of}`);
    case "account":
      return byStatus(turn, sql`consent.account_ids @> array[${of}]::text[]`);
    case "search":
      return bySearch(turn);
    case "rest":
      return leftBy(turn);
  }
}

/** Newest first, of one status. */
function byStatus({ pass, after_created, after_consent }: LookRow, theirs: SQL): SQL {
  const beyond =
    after_created === null
      ? sql`true`
      : sql`(consent.created_at, consent.consent_id) <
          ('epoch'::timestamptz + ${after_created}::bigint * interval '1 microsecond', ${after_consent})`;
  return sql`
    select consent_id, client_id, client_name, kind, ${isLive} as live, ${micros(sql`created_at`)} as place,
      row_number() over (order by created_at desc, consent_id desc) as nth
    from assent.consent_projection as consent
    where ${theirs} and status = ${PASSES[pass]} and ${beyond}
    order by created_at desc, consent_id desc limit ${STEP}`;
}

/** Read as the list of consents reads it (A-01), so that it is the same one. */
function bySearch({ search, of, whose, pass, after_created, after_consent }: LookRow): SQL {
  const status = PASSES[pass];
  if (!search || !status) throw new Error("a search without what it is for");
  const { filter, ...meant } = narrowedBy(search, of, whose);
  const isWanted = filter.statuses.length === 0 || filter.statuses.includes(status);
  const from =
    after_created === null || after_consent === null
      ? {}
      : ({ from: { side: "after", at: after_created, key: after_consent } } as const);
  // One more than was asked for comes to tell that there are more; here it is one of them.
  const page = pageStatement(
    { ...meant, filter: { ...filter, statuses: [status] } },
    { order: search.order, size: STEP - 1, ...from },
  );
  const direction = search.order === "ends" ? sql`asc` : sql`desc`;
  return sql`
    select consent_id, client_id, client_name, kind, true as live, place_at as place,
      row_number() over (order by place_at::bigint ${direction}, consent_id ${direction}) as nth
    from (${page}) as page where ${isWanted}`;
}

/** Those of another list that have not begun or could not be ended. */
const leftBy = ({ of, after_consent }: LookRow): SQL => sql`
  select item.consent_id, client_id, client_name, kind, coalesce(${isLive}, false) as live, '0' as place,
    row_number() over (order by item.consent_id) as nth
  from (
    select consent_id from assent.bulk_revocation_item
    where set_id = ${of}::uuid and state in ('waiting', 'not-revoked') and ${after_consent === null ? sql`true` : sql`consent_id > ${after_consent}`}
    order by consent_id limit ${STEP}
  ) as item left join assent.consent_projection as consent on consent.consent_id = item.consent_id`;
