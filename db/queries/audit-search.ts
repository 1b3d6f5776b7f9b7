import { type SQL, sql } from "drizzle-orm";
import { type AuditAsked, type AuditPlace, isPseudonym } from "~/domain/audit/audit-asked";
import { asCustomerRef } from "~/domain/shared/ids";
import type { AuditFound, AuditSearch } from "~/ports/audit-search";
import type { Database } from "../client.server";
import { createAuditEventLook } from "./audit-event-look";
import { type LineRow, lineOf } from "./audit-line";
import { createExecute } from "./execute";

const AUDIT_PAGE = 50;

/** So many rows of the best index are held against the other conditions, and the page says how far back that went. */
const LOOKED_AT = 5_000;

type FoundRow = Partial<LineRow> & {
  readonly looked: number;
  readonly last_at: string | null;
  readonly last_id: string | null;
};

const MICROS = sql`(extract(epoch from event.at) * 1000000)::bigint::text`;

/** Looking into the record in PostgreSQL. */
export function createAuditSearch(db: Database, tenant: string, size = AUDIT_PAGE, looks = LOOKED_AT): AuditSearch {
  const execute = createExecute(db);
  return {
    async find(asked, place) {
      const rows = await execute<FoundRow>(foundStatement(tenant, asked, place, { size, looks }));
      return pageOf(rows, place, size);
    },
    event: createAuditEventLook(db, tenant),
    async pseudonymOf(customer) {
      const [row] = await execute<{ ref: string }>(
        sql`select ref from assent.customer_key where customer_id = ${customer}`,
      );
      return row && asCustomerRef(row.ref);
    },
  };
}

/**
 * The narrowest condition picks the index, which gives the rows in their order; the others are held against the first
 * `looks` of these. So neither a rare event among many nor a question that nothing answers reads the record.
 */
export function foundStatement(
  tenant: string,
  asked: AuditAsked,
  place: AuditPlace | undefined,
  { size, looks: most }: Sizes,
): SQL {
  const isAlone = [asked.consent, asked.who, asked.client, asked.type].filter((each) => each !== undefined).length < 2;
  const looks = isAlone ? size + 1 : most;
  const forwards = place?.side === "before";
  const order = forwards ? sql`event.at, event.id` : sql`event.at desc, event.id desc`;
  const bounds = sql.join(
    [
      sql`event.tenant = ${tenant}`,
      ...(asked.from ? [sql`event.at >= ${asked.from.toISOString()}::timestamptz`] : []),
      ...(asked.until ? [sql`event.at < ${asked.until.toISOString()}::timestamptz`] : []),
      ...(place
        ? [sql`(event.at, event.id) ${forwards ? sql`>` : sql`<`} (${instant(place.at)}, ${place.id}::uuid)`]
        : []),
    ],
    sql` and `,
  );
  const near = sql.join(
    narrowest(asked).map(
      (condition) =>
        sql`(select * from assent.audit_event as event where ${condition} and ${bounds} order by ${order} limit ${looks})`,
    ),
    sql` union `,
  );
  return sql`
    with near as materialized (select * from (${near}) as event order by ${order} limit ${looks}),
    page as (select * from near as event where ${conditions(asked)} order by ${order} limit ${size + 1}),
    far as (
      select count(*)::int as looked,
        (array_agg(${MICROS} order by ${order}))[${looks}] as last_at,
        (array_agg(event.id::text order by ${order}))[${looks}] as last_id
      from near as event)
    select far.*, event.id::text as id, ${MICROS} as at_micros, event.type, event.consent_id, event.client_id,
      event.actor_type, event.actor_ref, link.seq::text as seq
    from far left join page as event on true
      left join assent.audit_link as link on link.event_id = event.id and link.event_at = event.at
    order by ${order}`;
}

interface Sizes {
  readonly size: number;
  readonly looks: number;
}

/** Each of these is the beginning of an index that goes on with the time. */
function narrowest({ consent, who, type, client }: AuditAsked): readonly SQL[] {
  if (consent !== undefined) return [sql`event.consent_id = ${consent}`];
  if (who !== undefined) return whose(who);
  if (client !== undefined) return [sql`event.client_id = ${client}`];
  if (type !== undefined) return [sql`event.type = ${type}`];
  return [sql`true`];
}

/** Of a customer also what was done for them by somebody else. */
const whose = (who: string): readonly SQL[] => [
  sql`event.actor_ref = ${who}`,
  ...(isPseudonym(who) ? [sql`event.customer_ref = ${who}::uuid`] : []),
];

const conditions = ({ consent, who, type, client }: AuditAsked): SQL =>
  sql.join(
    [
      sql`true`,
      ...(consent !== undefined ? [sql`event.consent_id = ${consent}`] : []),
      ...(who !== undefined ? [sql`(${sql.join([...whose(who)], sql` or `)})`] : []),
      ...(type !== undefined ? [sql`event.type = ${type}`] : []),
      ...(client !== undefined ? [sql`event.client_id = ${client}`] : []),
    ],
    sql` and `,
  );

const instant = (micros: string): SQL => sql`'epoch'::timestamptz + ${micros}::bigint * interval '1 microsecond'`;

function pageOf(rows: readonly FoundRow[], place: AuditPlace | undefined, size: number): AuditFound {
  const forwards = place?.side === "before";
  const lines = rows.filter((row): row is FoundRow & LineRow => row.id != null);
  const isMore = lines.length > size;
  const shown = lines.slice(0, size);
  if (forwards) shown.reverse();
  const [first, last] = [shown[0], shown.at(-1)];
  const { last_at, last_id } = rows[0] ?? {};
  // Beyond the rows that were looked at there may be more that match.
  const far = !isMore && last_at && last_id ? { at: last_at, id: last_id } : undefined;
  const newer = forwards ? (isMore ? placeOf("before", first) : at("before", far)) : place && placeOf("before", first);
  const older = forwards ? placeOf("after", last) : isMore ? placeOf("after", last) : at("after", far);
  return {
    events: shown.map(lineOf),
    ...(newer && { newer }),
    ...(older && { older }),
    ...(far && !forwards && { lookedBackTo: new Date(Number(far.at) / 1_000) }),
  };
}

const at = (side: AuditPlace["side"], far: Omit<AuditPlace, "side"> | undefined) => far && { side, ...far };

const placeOf = (side: AuditPlace["side"], row: LineRow | undefined): AuditPlace | undefined =>
  row && { side, at: row.at_micros, id: row.id };
