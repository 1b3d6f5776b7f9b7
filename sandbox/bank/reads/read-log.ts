import { v7 as uuidv7 } from "uuid";
import type { Database } from "../../database.ts";

/** One answer that the gateway gives, before it gives it. */
export interface GivenRead {
  /** UUIDv7, where the same read may be written down again; else it gets one. */
  readonly id?: string;
  readonly at: Date;
  readonly consentId: string;
  readonly clientId: string;
  readonly resource: "accounts" | "balances" | "transactions" | "funds" | "payments";
  /** The customer was using the app: it sent their address (`x-fapi-customer-ip-address`). */
  readonly present: boolean;
  readonly interactionId: string;
  readonly accounts: readonly { readonly id: string; readonly records: number }[];
}

/** What waits to be reported. `event` is as it goes over the wire. */
export interface WaitingRead {
  readonly id: string;
  readonly event: object;
}

export interface ReadBacklog {
  readonly waiting: number;
  /** Age of the oldest of them, in seconds; 0 when none waits. */
  readonly oldestSeconds: number;
  /** What the consent app will never take: a person has to look. */
  readonly refused: number;
}

/** What the gateway answered, until the consent app has it. */
export interface ReadLog {
  /** Kept when this ends; the caller answers the app after that, and not at all when it fails. */
  add(read: GivenRead): Promise<void>;
  /** The oldest first. */
  waiting(limit: number): Promise<readonly WaitingRead[]>;
  reported(ids: readonly string[]): Promise<void>;
  refused(ids: readonly string[]): Promise<void>;
  backlog(): Promise<ReadBacklog>;
}

export const READ_LOG_SCHEMA = `
  create table if not exists given_read (
    id uuid primary key,
    added_at timestamptz not null default clock_timestamp(),
    event jsonb not null,
    refused boolean not null default false
  );
`;

/** Rows are in the order of time, which a UUIDv7 begins with, and go when they were reported. */
export const createReadLog = (sql: Database): ReadLog => ({
  async add({
    at,
    consentId,
    clientId,
    resource,
    present,
    interactionId,
    accounts,
    id = uuidv7({ msecs: at.getTime() }),
  }) {
    const event = {
      id,
      at: at.toISOString(),
      consent_id: consentId,
      client_id: clientId,
      resource,
      present,
      interaction_id: interactionId,
      accounts: accounts.map((account) => ({ id: account.id, records: account.records })),
    };
    await sql`insert into given_read (id, event) values (${id}, ${sql.json(event)}) on conflict (id) do nothing`;
  },
  async waiting(limit) {
    return sql<WaitingRead[]>`select id, event from given_read where not refused order by id limit ${limit}`;
  },
  async reported(ids) {
    if (ids.length > 0) await sql`delete from given_read where id in ${sql(ids)}`;
  },
  async refused(ids) {
    if (ids.length > 0) await sql`update given_read set refused = true where id in ${sql(ids)}`;
  },
  async backlog() {
    const [row] = await sql<ReadBacklog[]>`
      select count(*) filter (where not refused)::int as waiting, count(*) filter (where refused)::int as refused,
        coalesce(extract(epoch from clock_timestamp() - min(added_at) filter (where not refused)), 0)::float8
          as "oldestSeconds"
      from given_read`;
    if (!row) throw new Error("a count has no row");
    return row;
  },
});
