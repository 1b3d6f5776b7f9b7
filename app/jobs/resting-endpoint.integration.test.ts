import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Sent } from "~/ports/messenger";
import { deliverToTpps } from "./deliver-to-tpps";
import { giveUpDeliveries } from "./give-up-deliveries";
import { aReceiver, drained, type OutboxWorld, outboxWorld } from "./outbox.harness";

const DELIVERED: Sent = { outcome: "delivered", code: 202 };
const FAILED: Sent = { outcome: "failed", code: 503, problem: "answered 503" };

/** So long pauses that none of them ends within a test. */
const FACTOR = 0.5;

let world: OutboxWorld;
beforeAll(async () => {
  world = await outboxWorld(FACTOR);
});
afterAll(() => world?.close());
beforeEach(() => world.clear());

async function waiting(consents: number) {
  await world.subscribe("tpp-beacon");
  await world.change(consents);
  await drained(world.addressing({ mail: false, analytics: false }));
}

const didNotAnswer = () =>
  world.query(sql`insert into assent.delivery_endpoint (channel, name, failures) values ('tpp', 'tpp-beacon', 20)`);

const worker = (receiver: ReturnType<typeof aReceiver>) =>
  deliverToTpps({ outbox: world.outbox, callback: receiver.messenger });

test("an endpoint that does not answer rests, is asked by one at a time, and gets all that waited once it answers", async () => {
  await waiting(100);
  let down = true;
  const receiver = aReceiver(() => (down ? FAILED : DELIVERED));
  const job = worker(receiver);
  const wake = () => world.query(sql`update assent.delivery_endpoint set rested_until = clock_timestamp()`);

  await drained(job);
  const first = receiver.heard.length;
  expect(first).toBeGreaterThanOrEqual(20);
  expect(first, "only those that were under way").toBeLessThan(40);
  await drained(job);
  expect(receiver.heard).toHaveLength(first);
  await wake();
  await drained(job);
  expect(receiver.heard).toHaveLength(first + 1);
  down = false;
  await wake();
  await drained(job);
  expect(receiver.taken).toHaveLength(100);
  const [health] = await world.query(sql`select failures, rested_until from assent.delivery_endpoint`);
  expect(health).toEqual({ failures: 0, rested_until: null });
});

test("however many were put off before it rested, a thousand are due when it answers, so that the answer can be kept", async () => {
  await waiting(1_100);
  await didNotAnswer();
  await world.query(sql`
    update assent.outbox_delivery set next_attempt_at = clock_timestamp() + interval '1 hour'
    where consent_id <> 'tpp-beacon-1'`);
  await drained(worker(aReceiver()));
  expect(await world.states("tpp")).toEqual({ delivered: 1_001, queued: 99 });
});

test("while it rests nothing is put off for longer than that", async () => {
  await waiting(1);
  await didNotAnswer();
  await world.query(sql`update assent.outbox_delivery set attempts = 6`);
  await drained(worker(aReceiver(() => FAILED)));
  const [pause] = await world.query(sql`
    select extract(epoch from next_attempt_at - clock_timestamp())::float8 as seconds
    from assent.outbox_delivery where channel = 'tpp'`);
  expect(pause?.["seconds"]).toBeLessThanOrEqual(FACTOR * 15);
});

test("it loses what has waited for three days, and keeps what has not", async () => {
  await waiting(10);
  await didNotAnswer();
  await world.query(sql`
    update assent.outbox_delivery set queued_at = clock_timestamp() - interval '73 hours'
    where channel = 'tpp' and consent_id in ('tpp-beacon-1', 'tpp-beacon-2')`);
  await drained(giveUpDeliveries(world));
  expect(await world.states("tpp")).toEqual({ expired: 2, queued: 8 });
});
