import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { deliverToTpps } from "~/jobs/deliver-to-tpps";
import { aReceiver, drained, type OutboxWorld, outboxWorld } from "~/jobs/outbox.harness";
import { createOutboxDesk } from "./outbox-replay";

let world: OutboxWorld;
let desk: ReturnType<typeof createOutboxDesk>;
beforeAll(async () => {
  world = await outboxWorld();
  desk = createOutboxDesk(world.db);
});
afterAll(() => world?.close());
beforeEach(() => world.clear());

const HOUR = 3_600_000;
const lastHour = () => ({ from: new Date(Date.now() - HOUR), to: new Date(Date.now() + HOUR) });
const push = (receiver: ReturnType<typeof aReceiver>) =>
  drained(deliverToTpps({ outbox: world.outbox, callback: receiver.messenger }));

/** Two consents of one TPP: of the first an event was refused, of the second all were taken. */
async function aMorning() {
  await world.subscribe("tpp-beacon");
  await world.change(2);
  await drained(world.addressing());
  const receiver = aReceiver(({ consentId }) =>
    consentId === "tpp-beacon-1"
      ? { outcome: "refused", code: 400, problem: "answered 400" }
      : { outcome: "delivered", code: 202 },
  );
  await push(receiver);
  return receiver;
}

test("what is replayed says the same under the same id, also what was delivered", async () => {
  const first = await aMorning();
  expect(await desk.replay(lastHour())).toBe(2);
  const again = aReceiver();
  await push(again);
  const said = (all: typeof first.heard) => all.map(({ id, body }) => [id, body]).sort();
  expect(said(again.heard)).toEqual(said(first.heard));
  expect(await world.states("tpp")).toEqual({ delivered: 2 });
});

test("nothing is replayed outside of the time, to others, or while it waits", async () => {
  await aMorning();
  const earlier = { from: new Date(Date.now() - 2 * HOUR), to: new Date(Date.now() - HOUR) };
  expect(await desk.replay(earlier)).toBe(0);
  expect(await desk.replay({ ...lastHour(), recipient: "tpp-other" })).toBe(0);
  expect(await desk.replay({ ...lastHour(), recipient: "tpp-beacon" })).toBe(2);
  expect(await desk.replay(lastHour()), "they wait already").toBe(0);
});

test("more than one batch is queued with the older changes of every consent first", async () => {
  await world.subscribe("tpp-beacon");
  await world.change(600, 2);
  await drained(world.addressing({ mail: false, analytics: false }));
  await push(aReceiver());
  // Whatever was touched last lies last in the table.
  await world.query(sql`update assent.outbox_delivery set problem = '' where version = 1`);
  await desk.replay(lastHour());
  const [queued] = await world.query(sql`
    select count(*)::int as turned from assent.outbox_delivery as older
    join assent.outbox_delivery as newer on newer.consent_id = older.consent_id and newer.channel = older.channel
    where older.channel = 'tpp' and older.version < newer.version and older.queued_at > newer.queued_at`);
  expect(queued).toEqual({ turned: 0 });
});

test("a mail that arrived is not sent twice, one that did not is", async () => {
  await aMorning();
  await world.query(sql`
    update assent.outbox_delivery set ended_at = clock_timestamp(),
      state = case when consent_id = 'tpp-beacon-1' then 'delivered' else 'expired' end
    where channel = 'e-mail'`);
  await desk.replay(lastHour());
  expect(await world.states("e-mail")).toEqual({ delivered: 1, queued: 1 });
  expect(await world.states("in-app")).toEqual({ delivered: 2 });
});

test("says what was parked and who was told, and names no customer", async () => {
  await aMorning();
  expect(await desk.parked(10)).toMatchObject([
    { channel: "tpp", endpoint: "tpp-beacon", consent: "tpp-beacon-1", state: "parked", problem: "answered 400" },
  ]);
  const log = await desk.log("tpp-beacon-2");
  expect(log.map(({ channel, endpoint, state, outcome, code }) => [channel, endpoint, state, outcome, code])).toEqual([
    ["analytics", "analytics", "queued", null, null],
    ["e-mail", "e-mail", "queued", null, null],
    ["in-app", "in-app", "delivered", null, null],
    ["tpp", "tpp-beacon", "delivered", "delivered", 202],
  ]);
  expect(JSON.stringify([await desk.parked(10), log])).not.toMatch(/cus-1/);
});
