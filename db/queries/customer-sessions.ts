import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { asCustomerId, asCustomerSessionId, type CustomerSessionId } from "~/domain/shared/ids";
import type { CustomerSessions, EndedAtBank, LiveSession } from "~/ports/customer-sessions";
import type { Database } from "../client.server";
import { createExecute } from "./execute";

/**
 * Five minutes without activity is the most that a customer's view of their accounts may stay open (RTS on SCA, article
 * 4(3)(d)), and an hour is more than anything here takes.
 */
const IDLE = sql`interval '5 minutes'`;
const LONGEST = sql`interval '1 hour'`;

/** A provider names the moment in whole seconds and by its own clock. */
const CLOCKS_APART = sql`interval '5 seconds'`;

interface SessionRow extends Record<string, unknown> {
  readonly id: string;
  readonly customer_id: string;
  readonly browser: string | null;
  readonly platform: string | null;
  readonly began: string;
  readonly left_ms: string;
  readonly age_ms: string;
}

interface InUseRow extends SessionRow {
  readonly unread: number;
  readonly acr: string | null;
  readonly authenticated: string | null;
}

const COLUMNS = sql`id, customer_id, browser, platform, extract(epoch from began_at) * 1000 as began,
  extract(epoch from least(idle_until, ends_at) - clock_timestamp()) * 1000 as left_ms,
  extract(epoch from clock_timestamp() - least(authenticated_at, began_at)) * 1000 as age_ms`;
const LIVES = sql`idle_until > clock_timestamp() and ends_at > clock_timestamp()`;

/** Sessions in PostgreSQL. */
export function createCustomerSessions(db: Database): CustomerSessions {
  const execute = createExecute(db);
  return {
    async begin(
      token,
      { customer, bankSession, device: { browser, platform }, authentication: { acr, authTime } = {} },
    ) {
      await execute(sql`
        insert into assent.customer_session (token_hash, customer_id, bank_session, acr, authenticated_at, browser, platform,
          began_at, idle_until, ends_at)
        select ${digest(token)}, ${customer}, ${bankSession ?? null}, ${acr ?? null},
          ${authTime?.toISOString() ?? null}::timestamptz, ${browser ?? null}, ${platform ?? null}, now, now + ${IDLE}, now + ${LONGEST}
        from clock_timestamp() as now`);
    },
    async use(token) {
      const [row] = await execute<InUseRow>(sql`
        update assent.customer_session as own set idle_until = clock_timestamp() + ${IDLE}
        where token_hash = ${digest(token)} and ${LIVES}
        returning ${COLUMNS}, acr, extract(epoch from authenticated_at) * 1000 as authenticated, (
          select count(*) from assent.customer_notice as notice
          where notice.customer_id = own.customer_id and not notice.read)::int as unread`);
      return row && { ...sessionOf(row), unread: row.unread, authentication: howLoggedIn(row) };
    },
    async ofCustomer(customer) {
      const rows = await execute<SessionRow>(sql`
        select ${COLUMNS} from assent.customer_session
        where customer_id = ${customer} and ${LIVES} order by began_at desc, id limit 100`);
      return rows.map(sessionOf);
    },
    async end(token) {
      await execute(sql`delete from assent.customer_session where token_hash = ${digest(token)}`);
    },
    async endOne(customer, id) {
      if (!isUuid(id)) return;
      await execute(sql`
        delete from assent.customer_session where id = ${id}::uuid and customer_id = ${customer}`);
    },
    async endAll(customer) {
      await execute(sql`delete from assent.customer_session where customer_id = ${customer}`);
    },
    async endAtBank(ended) {
      const rows = await execute(sql`delete from assent.customer_session where ${endedAtBank(ended)} returning id`);
      return rows.length;
    },
    async ofBank(ended) {
      const rows = await execute<Pick<SessionRow, "id" | "customer_id">>(sql`
        select id, customer_id from assent.customer_session where ${endedAtBank(ended)}`);
      return rows.map(({ id, customer_id }) => ({ id: asCustomerSessionId(id), customer: asCustomerId(customer_id) }));
    },
    async forgetEnded(limit) {
      const ended = await execute(sql`
        delete from assent.customer_session where token_hash in (
          select token_hash from assent.customer_session
          where not (${LIVES}) order by ends_at limit ${limit} for update skip locked)
        returning id`);
      return ended.length;
    },
  };
}

/** None, where neither customer nor session is named. */
const endedAtBank = ({ customer, bankSession, at }: EndedAtBank) => sql`
  ${customer === undefined && bankSession === undefined ? sql`false` : sql`true`}
  and (${customer ?? null}::text is null or customer_id = ${customer ?? null})
  and (${bankSession ?? null}::text is null or bank_session = ${bankSession ?? null})
  and began_at <= ${at.toISOString()}::timestamptz + ${CLOCKS_APART}`;

/** The token has 200 random bits: nothing is gained by a slow hash. */
const digest = (token: string) => createHash("sha256").update(token).digest("base64url");

const isUuid = (id: CustomerSessionId) => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id);

const howLoggedIn = ({ acr, authenticated }: InUseRow) => ({
  ...(acr !== null && { acr }),
  ...(authenticated !== null && { authTime: new Date(Number(authenticated)) }),
});

const sessionOf = ({ id, customer_id, browser, platform, began, left_ms, age_ms }: SessionRow): LiveSession => ({
  id: asCustomerSessionId(id),
  customer: asCustomerId(customer_id),
  device: { ...(browser && { browser }), ...(platform && { platform }) },
  beganAt: new Date(Number(began)),
  leftMs: Number(left_ms),
  ageMs: Number(age_ms),
});
