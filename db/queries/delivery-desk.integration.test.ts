import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { asStaffId } from "~/domain/shared/ids";
import { deliverToTpps } from "~/jobs/deliver-to-tpps";
import { aReceiver, drained, type OutboxWorld, outboxWorld } from "~/jobs/outbox.harness";
import type { DeadPage, DeadPlace, DeliveryDesk } from "~/ports/delivery-desk";
import { createDeliveryDesk } from "./delivery-desk";

/** what the bank's operators see of what is told to the outside. */

let world: OutboxWorld;
let desk: DeliveryDesk;
const BY = { staff: asStaffId("stf-1"), correlationId: "c-1" };
const BEACON = { channel: "tpp", name: "tpp-beacon" } as const;

beforeAll(async () => {
  world = await outboxWorld();
  desk = createDeliveryDesk(world.db, "test", 3);
});
afterAll(() => world?.close());
beforeEach(() => world.clear());

const push = (receiver: ReturnType<typeof aReceiver>) =>
  drained(deliverToTpps({ outbox: world.outbox, callback: receiver.messenger }));

const REFUSES = () => aReceiver(() => ({ outcome: "refused", code: 400, problem: "answered 400" }));

async function refused(consents: number, versions = 1) {
  await world.subscribe("tpp-beacon");
  await world.change(consents, versions);
  await drained(world.addressing({ mail: false, analytics: false }));
  const receiver = REFUSES();
  await push(receiver);
  return receiver;
}

const onRecord = async () =>
  world.query(sql`
    select actor_ref, detail from assent.audit_event where type = 'deliveries-replayed' order by at`);

async function allDead() {
  const pages: DeadPage[] = [];
  let place: DeadPlace | undefined;
  do {
    const page = await desk.dead(BEACON, place);
    pages.push(page);
    place = page.older;
  } while (place);
  return pages;
}

test("who is in trouble comes first, with what waits and what could not be delivered", async () => {
  await refused(4);
  await world.subscribe("tpp-quiet", null);
  await world.change(2, 1, "tpp-quiet");
  await drained(world.addressing({ mail: false, analytics: false }));
  const [first, second] = await desk.endpoints();
  expect(first).toMatchObject({ ...BEACON, queued: 0, dead: 4, polls: false });
  expect(second).toMatchObject({ name: "tpp-quiet", queued: 2, dead: 0, polls: true });
  expect(second?.oldestSeconds).toBeLessThan(60);
  expect(await desk.leftOf(BEACON)).toEqual({ queued: 0, dead: 4 });
});

test("what could not be delivered is listed once, newest first, and back again", async () => {
  await refused(7);
  const pages = await allDead();
  const ids = pages.flatMap(({ rows }) => rows.map(({ id }) => id));
  expect(new Set(ids).size).toBe(7);
  expect(pages.map(({ rows }) => rows.length)).toEqual([3, 3, 1]);
  expect(await desk.dead(BEACON, pages[1]?.newer)).toEqual(pages[0]);
  expect((await desk.dead({ channel: "tpp", name: "tpp-other" })).rows).toEqual([]);
  expect((await desk.dead()).rows).toHaveLength(3);
});

test("one delivery shows what is sent and every attempt; what is written to a person is shown to nobody", async () => {
  const receiver = await refused(1);
  const [line] = (await desk.dead()).rows;
  const found = await desk.find(line?.id ?? "");
  expect(found).toMatchObject({ ...BEACON, state: "parked", canReplay: true, body: receiver.heard[0]?.body });
  expect(found?.attempts).toMatchObject([{ outcome: "refused", code: 400 }]);
  await world.change(1, 1, "tpp-mail");
  await drained(world.addressing({ mail: true, analytics: false }));
  const [mail] = await world.query(sql`select id from assent.outbox_delivery where channel = 'e-mail'`);
  const written = await desk.find(String(mail?.["id"]));
  expect(written).toMatchObject({ channel: "e-mail", name: "e-mail" });
  expect(written).not.toHaveProperty("body");
  expect(JSON.stringify(written)).not.toContain("cus-1");
});

test("one is sent again as it was, on record, and not twice while it waits", async () => {
  const first = await refused(1);
  const [line] = (await desk.dead()).rows;
  expect(await desk.replay(line?.id ?? "", BY)).toBe(true);
  expect(await desk.replay(line?.id ?? "", BY)).toBe(false);
  const again = aReceiver();
  await push(again);
  expect(again.heard.map(({ id, body }) => [id, body])).toEqual(first.heard.map(({ id, body }) => [id, body]));
  expect(await onRecord()).toEqual([
    { actor_ref: "stf-1", detail: { channel: "tpp", count: 1, deliveryId: line?.id } },
  ]);
  expect(await desk.replay(line?.id ?? "", BY), "delivered to a machine").toBe(true);
});

test("all of one endpoint are sent again, the older change of each consent first, and nothing of anybody else", async () => {
  await refused(600, 2);
  await world.query(sql`
    update assent.outbox_delivery set state = 'parked', ended_at = now() where channel = 'tpp' and state = 'queued'`);
  const before = (await onRecord()).length;
  expect(await desk.replayDead({ channel: "tpp", name: "tpp-other" }, BY)).toEqual({ sent: 0, isBounded: false });
  expect((await onRecord()).length).toBe(before);
  expect(await desk.replayDead(BEACON, BY)).toEqual({ sent: 1_200, isBounded: false });
  expect(await world.states("tpp")).toEqual({ queued: 1_200 });
  const counts = (await onRecord()).slice(before).map(({ detail }) => (detail as { count: number }).count);
  expect(counts).toEqual([1_000, 200]);
  const [out] = await world.query(sql`
    select count(*)::int as count from assent.outbox_delivery as newer join assent.outbox_delivery as older
      on older.consent_id = newer.consent_id and older.version < newer.version and older.queued_at > newer.queued_at
        and older.channel = 'tpp' and newer.channel = 'tpp'`);
  expect(out).toEqual({ count: 0 });
});

test("no more than go at once, the older change of each consent first, until nothing is left", async () => {
  await refused(4, 3);
  await world.query(sql`
    update assent.outbox_delivery set state = 'parked', ended_at = now() where channel = 'tpp' and state = 'queued'`);
  const small = createDeliveryDesk(world.db, "test", 3, 5);
  const queued = async () =>
    (
      await world.query(sql`
        select count(*)::int as count, bool_or(exists (
          select from assent.outbox_delivery as older where older.consent_id = newer.consent_id and older.channel = 'tpp'
            and older.version < newer.version and older.state = 'parked')) as out
        from assent.outbox_delivery as newer where channel = 'tpp' and state = 'queued'`)
    )[0];
  expect(await small.leftOf(BEACON)).toEqual({ queued: 0, dead: 6 });
  expect(await small.replayDead(BEACON, BY)).toEqual({ sent: 5, isBounded: true });
  expect(await queued()).toEqual({ count: 5, out: false });
  expect(await small.leftOf(BEACON)).toEqual({ queued: 5, dead: 6 });
  expect(await small.replayDead(BEACON, BY)).toEqual({ sent: 5, isBounded: true });
  expect(await small.replayDead(BEACON, BY)).toEqual({ sent: 2, isBounded: false });
  expect(await queued()).toEqual({ count: 12, out: false });
  expect(await small.leftOf(BEACON)).toEqual({ queued: 6, dead: 0 });
});

test("what was erased has nothing to send, and is not counted as left", async () => {
  await refused(1);
  await world.query(sql`update assent.outbox_delivery set body = '' where state = 'parked'`);
  expect(await desk.leftOf(BEACON)).toEqual({ queued: 0, dead: 0 });
});
