import { sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { openDatabase } from "#db/client.server";
import { migrate } from "#db/migrate";
import { createOutbox } from "#db/queries/outbox";
import { createTestDatabase } from "#db/testing";
import type { Reach } from "~/domain/notifications/addresses";
import { retrySchedule } from "~/domain/notifications/retry-schedule";
import type { Delivery } from "~/ports/delivery";
import type { Messenger, Sent } from "~/ports/messenger";
import { addressEvents } from "./address-events";
import type { Job } from "./job";

const REACH: Reach = {
  issuer: "https://bank.example",
  resourceBaseUrl: "https://api.bank.example",
  mail: true,
  analytics: true,
};

/** A database of its own, in which tests put changes and see who is told. */
export async function outboxWorld(factor = 0.0001) {
  const database = await createTestDatabase();
  await migrate(database.url);
  const { db, close } = openDatabase(database.url);
  /** May also set a scene, which the app may not. */
  const owner = openDatabase(database.url, 2, 0, "login");
  const outbox = createOutbox(db, retrySchedule(factor));
  const query = async (statement: ReturnType<typeof sql>) => [...(await owner.db.execute(statement))];

  return {
    url: database.url,
    db,
    outbox,
    query,
    addressing: (reach: Partial<Reach> = {}) =>
      addressEvents({
        outbox,
        reach: { ...REACH, ...reach },
        sign: async (payload, typ) => `${typ}.${JSON.stringify(payload)}`,
      }),
    /** A TPP that is sent to; without an address it polls. */
    subscribe: (clientId: string, callbackUrl: string | null = "https://tpp.example/") =>
      query(sql`insert into assent.event_subscription (id, client_id, callback_url, api_version)
        values (${uuidv7()}::uuid, ${clientId}, ${callbackUrl}, '3.1')`),
    /** So many versions of each consent: stopped, and stopped again, which everybody hears of. */
    change: (consents: number, versions = 1, clientId = "tpp-beacon") =>
      query(sql`
        insert into assent.outbox_event (id, consent_id, version, client_id, kind, customer_id, move, from_status,
          to_status, actor_type, reason, correlation_id, occurred_at)
        select gen_random_uuid(), ${clientId} || '-' || consent, version, ${clientId}, 'account-access', 'cus-1', 'stop',
          'authorised', 'revoked', 'customer', 'customer-stopped', gen_random_uuid()::text, clock_timestamp()
        from generate_series(1, ${consents}) as consent, generate_series(1, ${versions}) as version`),
    states: async (channel: string) => {
      const rows = await query(sql`
        select state, count(*)::int as count from assent.outbox_delivery where channel = ${channel} group by state`);
      return Object.fromEntries(rows.map(({ state, count }) => [state, count])) as Record<string, number>;
    },
    clear: () => query(sql`truncate assent.outbox_event, assent.event_subscription, assent.delivery_endpoint cascade`),
    async close() {
      await Promise.all([close(), owner.close()]);
      await database.drop();
    },
  };
}

export type OutboxWorld = Awaited<ReturnType<typeof outboxWorld>>;

/** Runs a job as the worker does, until a round leaves nothing to do. */
export async function drained(job: Job, signal = new AbortController().signal): Promise<void> {
  for (;;) if (!(await job.round(signal)).more) return;
}

/** Somebody who is told, and answers as a test says. Keeps what came, in order. */
export function aReceiver(answer: (delivery: Delivery) => Sent | Promise<Sent> = () => ({ outcome: "delivered" })) {
  const heard: Delivery[] = [];
  const taken: Delivery[] = [];
  const messenger: Messenger = {
    async send(delivery) {
      heard.push(delivery);
      const sent = await answer(delivery);
      if (sent.outcome === "delivered") taken.push(delivery);
      return sent;
    },
  };
  return { messenger, heard, taken };
}
