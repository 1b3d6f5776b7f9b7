import { type SQL, sql } from "drizzle-orm";
import { type AccountId, asAccountId, asClientId, type CustomerId } from "~/domain/shared/ids";
import type {
  AccountGroup,
  AppGroup,
  AppsPage,
  ConsentLists,
  GoingOn,
  Narrowing,
  RowsAsked,
  RowsPage,
} from "~/ports/consent-lists";
import type { Database } from "../client.server";
import { ON_A_SHELF, SHELF } from "../schema/consent-shelf";
import { isOver } from "./consent-projection-status";
import { createExecute } from "./execute";
import { micros, paged, reading } from "./keyset";
import { type ConsentRow, consentColumns, consentOf } from "./registered-consent-row";

const shelf = sql.raw(`(${SHELF})`);
/** Never the bare column, so that nobody thinks of the index of everything that ends, which is no customer's. */
const ENDED_AT = sql`coalesce(expires_at, 'infinity')`;
const over = isOver(sql`consent`, ENDED_AT);
/** Also of what has no end. */
const notOver = sql`${over} is not true`;
const textArray = (values: readonly string[]): SQL => sql`${sql.param([...values])}::text[]`;

/** The rows of a customer on some shelves: what the index of the lists holds together. */
const standsOn = (customer: CustomerId, ...shelves: readonly string[]): SQL => sql`
  customer_id = ${customer} and ${sql.raw(ON_A_SHELF)} and ${
    shelves.length === 1 ? sql`${shelf} = ${shelves[0]}` : sql`${shelf} = any(${textArray(shelves)})`
  }`;

const GOING_ON: readonly GoingOn[] = ["account-access", "domestic-vrp", "funds-confirmation"];
/** The notices of the same end begin then (D-12). */
const endsSoon = sql`${ENDED_AT} <= clock_timestamp() + interval '30 days'`;
/** As a text of its own, so that nobody thinks of the index by status either. */
const needsAction = sql`(status || '' = 'suspended' or ${endsSoon}) and ${notOver}`;

function narrowedTo({ text, named = [], kind, status, client, account }: Narrowing): SQL {
  const conditions = [
    ...(text !== undefined
      ? [sql`(client_name ilike ${`%${text.replace(/[\\%_]/g, "\\$&")}%`} or account_ids && ${textArray(named)})`]
      : []),
    ...(kind !== undefined ? [sql`kind = ${kind}`] : []),
    ...(status !== undefined ? [sql`status = ${status === "paused" ? "suspended" : "authorised"}`] : []),
    ...(client !== undefined ? [sql`client_id = ${client}`] : []),
    ...(account !== undefined ? [sql`account_ids && ${textArray([account])}`] : []),
  ];
  return sql.join([sql``, ...conditions], sql` and `);
}

type PlacedRow = ConsentRow & { readonly place_at: string };

/** Grouped before it is paged: of what goes on with one customer there is little, and of apps still less. */
export const appsStatement = (customer: CustomerId, { shelf: of, size, each, from, ...narrowing }: AppsQuery): SQL => {
  const { beyond, order } = reading(from, sql`max(changed_at)`, sql`client_id`);
  return sql`
    with mine as (
      select * from assent.consent_projection as consent
      where ${standsOn(customer, of)} and ${notOver} ${narrowedTo(narrowing)}
    ), app as (
      select client_id as app_id, max(changed_at) as newest, count(*)::int as total
      from mine group by client_id having ${beyond} order by ${order} limit ${size + 1}
    ), consent as (
      select mine.*, app.newest, app.total, row_number() over (
        partition by client_id order by changed_at desc, consent_id desc) as place
      from mine join app on app.app_id = mine.client_id
    )
    select ${consentColumns}, total, ${micros(sql`newest`)} as place_at from consent where place <= ${each}
    order by newest ${from?.side === "before" ? sql`asc` : sql`desc`},
      client_id ${from?.side === "before" ? sql`asc` : sql`desc`}, place`;
};
type AppsQuery = Parameters<ConsentLists["byApp"]>[1];

/** A range of the index, in its order. */
export function orderedStatement(customer: CustomerId, { list, size, from, ...narrowing }: RowsAsked): SQL {
  const narrowed = narrowedTo(narrowing);
  const page = (rows: SQL, at: SQL): SQL => {
    const { beyond, order } = reading(from, at, sql`consent_id`);
    return sql`select * from (${rows}) as consent where ${beyond} order by ${order} limit ${size + 1}`;
  };
  const of = (condition: SQL, at = sql`changed_at`): SQL =>
    page(
      sql`select consent.*, ${at} as placed from assent.consent_projection as consent where ${condition} ${narrowed}`,
      sql`placed`,
    );
  const consent = {
    payments: () => of(standsOn(customer, "payment")),
    action: () => of(sql`${standsOn(customer, ...GOING_ON)} and ${needsAction}`),
    others: () => of(sql`${standsOn(customer, "waiting")} and ${notOver}`),
    // What has run out has ended, whatever is written down of it yet.
    ended: () =>
      page(
        sql`(${of(sql`${standsOn(customer, "ended")} and changed_at > clock_timestamp() - interval '24 months'`)})
          union all (${of(sql`${standsOn(customer, ...GOING_ON, "waiting")} and ${over}`, ENDED_AT)})`,
        sql`placed`,
      ),
    "going-on": () => of(sql`${standsOn(customer, ...GOING_ON)} and ${notOver}`),
    "account-access": () => of(sql`${standsOn(customer, "account-access")} and ${notOver}`),
    "domestic-vrp": () => of(sql`${standsOn(customer, "domestic-vrp")} and ${notOver}`),
    "funds-confirmation": () => of(sql`${standsOn(customer, "funds-confirmation")} and ${notOver}`),
  }[list]();
  return sql`select ${consentColumns}, ${micros(sql`placed`)} as place_at from (${consent}) as consent`;
}

export const accountsStatement = (customer: CustomerId, { accounts, each, othersThan }: AccountsQuery): SQL => sql`
  with mine as (
    select * from assent.consent_projection as consent where ${standsOn(customer, ...GOING_ON)} and ${notOver}
  ), consent as (
    select mine.*, seen.account, count(*) over (partition by seen.account)::int as total, row_number() over (
      partition by seen.account order by changed_at desc, mine.consent_id desc) as place
    from mine cross join lateral (
      select account from unnest(account_ids) as account where account = any(${textArray(accounts)})
      union all
      select null where ${
        othersThan
          ? sql`exists (select unnest(account_ids) except select unnest(${textArray(othersThan)}))`
          : sql`false`
      }
    ) as seen
  )
  select ${consentColumns}, account, total from consent where place <= ${each} order by account, place`;
type AccountsQuery = Parameters<ConsentLists["byAccount"]>[1];

const live = (kind: GoingOn) => sql`count(*) filter (where ${shelf} = ${kind} and ${notOver})::int`;

export const countsStatement = (customer: CustomerId): SQL => sql`
  select ${live("account-access")} as access, ${live("domestic-vrp")} as vrp, ${live("funds-confirmation")} as funds,
    count(*) filter (where ${needsAction})::int as action
  from assent.consent_projection as consent where ${standsOn(customer, ...GOING_ON)}`;

/** The lists of customers in PostgreSQL. */
export function createConsentLists(db: Database): ConsentLists {
  const execute = createExecute(db);
  return {
    async byApp(customer, asked): Promise<AppsPage> {
      const found = await execute<PlacedRow & { total: number }>(appsStatement(customer, asked));
      const { rows, ...pages } = paged(
        groupedBy(found, ({ client_id }) => client_id),
        asked.size,
        asked.from,
        ([row]) => ({
          at: row.place_at,
          key: row.client_id,
        }),
      );
      const groups = rows.map(
        (group): AppGroup => ({
          clientId: asClientId(group[0].client_id),
          total: group[0].total,
          consents: group.map(consentOf),
        }),
      );
      return { groups, ...pages };
    },

    async inOrder(customer, asked): Promise<RowsPage> {
      const found = await execute<PlacedRow>(orderedStatement(customer, asked));
      const { rows, ...pages } = paged(found, asked.size, asked.from, ({ place_at, consent_id }) => ({
        at: place_at,
        key: consent_id,
      }));
      return { consents: rows.map(consentOf), ...pages };
    },

    async byAccount(customer, asked): Promise<readonly AccountGroup[]> {
      type Row = ConsentRow & { readonly account: AccountId | null; readonly total: number };
      const groups = groupedBy(await execute<Row>(accountsStatement(customer, asked)), ({ account }) => account);
      const place = ({ account }: AccountGroup) => (account ? asked.accounts.indexOf(account) : Infinity);
      return groups
        .map(
          (group): AccountGroup => ({
            ...(group[0].account !== null && { account: asAccountId(group[0].account) }),
            total: group[0].total,
            consents: group.map(consentOf),
          }),
        )
        .sort((one, other) => place(one) - place(other));
    },

    async countsOf(customer) {
      const [row] = await execute<Record<"access" | "vrp" | "funds" | "action", number>>(countsStatement(customer));
      return {
        "account-access": row?.access ?? 0,
        "domestic-vrp": row?.vrp ?? 0,
        "funds-confirmation": row?.funds ?? 0,
        action: row?.action ?? 0,
      };
    },
  };
}

type Group<Row> = readonly [Row, ...Row[]];

/** Rows that stand next to one another and have the same key. */
function groupedBy<Row>(rows: readonly Row[], keyOf: (row: Row) => unknown): readonly Group<Row>[] {
  const groups: [Row, ...Row[]][] = [];
  for (const row of rows) {
    const group = groups.at(-1);
    if (group && keyOf(group[0]) === keyOf(row)) group.push(row);
    else groups.push([row]);
  }
  return groups;
}
