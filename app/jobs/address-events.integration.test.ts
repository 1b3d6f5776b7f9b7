import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { addressEvents } from "./address-events";
import { drained, type OutboxWorld, outboxWorld } from "./outbox.harness";

let world: OutboxWorld;
beforeAll(async () => {
  world = await outboxWorld();
});
afterAll(() => world?.close());
beforeEach(() => world.clear());

const REACH = {
  issuer: "https://bank.example",
  resourceBaseUrl: "https://api.bank.example",
  mail: true,
  analytics: true,
};

const written = async () => {
  const [row] = await world.query(sql`
    select count(*)::int as deliveries, count(distinct (event_id, channel, recipient))::int as different,
      (select count(*)::int from assent.outbox_event where addressed_at is null) as waiting,
      (select count(*)::int from assent.customer_notice) as notices
    from assent.outbox_delivery`);
  return row;
};

const lapse = () => world.query(sql`update assent.outbox_event set addressing_until = clock_timestamp()`);

test("a change is written out to everybody, once, and is there for the customer to see", async () => {
  await world.subscribe("tpp-beacon");
  await world.change(1);
  await drained(world.addressing());
  const rows = await world.query(sql`
    select channel, recipient, endpoint, state, body from assent.outbox_delivery order by channel`);
  expect(rows.map(({ channel, recipient, endpoint, state }) => [channel, recipient, endpoint, state])).toEqual([
    ["analytics", "analytics", "analytics", "queued"],
    ["e-mail", "cus-1", "e-mail", "queued"],
    ["in-app", "cus-1", "in-app", "delivered"],
    ["tpp", "tpp-beacon", "tpp-beacon", "queued"],
  ]);
  expect(rows[3]?.["body"]).toMatch(/^secevent\+jwt\.\{"iss":"https:\/\/bank\.example"/);
  const [notice] = await world.query(sql`select customer_id, read, content from assent.customer_notice`);
  expect(notice).toMatchObject({ customer_id: "cus-1", read: false, content: { what: "stopped", by: "customer" } });
});

test("two workers at once write each change out once", async () => {
  await world.subscribe("tpp-beacon");
  await world.change(150, 3);
  await Promise.all([drained(world.addressing()), drained(world.addressing())]);
  await drained(world.addressing());
  expect(await written()).toEqual({ deliveries: 1_800, different: 1_800, waiting: 0, notices: 450 });
});

test("a batch that cannot be finished is there not at all, and whole the next time", async () => {
  await world.change(5);
  let left = 3;
  const fails = addressEvents({
    outbox: world.outbox,
    reach: REACH,
    sign: async () => {
      if (left-- === 0) throw new Error("told to fail");
      return "signed";
    },
  });
  await expect(fails.round(new AbortController().signal)).rejects.toThrow("told to fail");
  expect(await written()).toEqual({ deliveries: 0, different: 0, waiting: 5, notices: 0 });
  await lapse();
  await drained(world.addressing());
  expect(await written()).toMatchObject({ deliveries: 15, waiting: 0 });
});

test("a worker that is killed in the middle leaves everything to the next, once its lease has lapsed", async () => {
  await world.change(5);
  const killed = addressEvents({ outbox: world.outbox, reach: REACH, sign: () => Promise.reject(new Error("killed")) });
  await expect(killed.round(new AbortController().signal)).rejects.toThrow("killed");
  await drained(world.addressing());
  expect(await written()).toMatchObject({ deliveries: 0, waiting: 5 });
  await lapse();
  await drained(world.addressing());
  expect(await written()).toMatchObject({ deliveries: 15, waiting: 0 });
});

test("a worker that comes back after its lease writes nothing out twice", async () => {
  await world.change(5);
  let slow = true;
  const late = addressEvents({
    outbox: world.outbox,
    reach: REACH,
    async sign() {
      if (slow) {
        slow = false;
        await lapse();
        await drained(world.addressing());
      }
      return "late";
    },
  });
  await drained(late);
  expect(await written()).toEqual({ deliveries: 15, different: 15, waiting: 0, notices: 5 });
  const [row] = await world.query(sql`select count(*)::int as late from assent.outbox_delivery where body = 'late'`);
  expect(row).toEqual({ late: 0 });
});

test("no change is written out before an older one of the same consent, whoever has that", async () => {
  await world.change(1, 2);
  const other = postgres(world.url, { max: 1 });
  await other`begin`;
  await other`select id from assent.outbox_event where version = 1 for update`;
  await drained(world.addressing());
  expect(await written()).toMatchObject({ deliveries: 0, waiting: 2 });
  await other`commit`;
  await other.end();
  await drained(world.addressing());
  expect(await written()).toMatchObject({ deliveries: 6, waiting: 0 });
});

test("after a quiet time a burst is taken batch by batch, and not read whole for each change in it", async () => {
  await world.change(1_000, 1, "tpp-past");
  await world.query(sql`update assent.outbox_event set addressed_at = clock_timestamp()`);
  // As it does by itself: from here on the planner believes that nothing waits.
  await world.query(sql`vacuum analyze assent.outbox_event`);
  await world.change(4_000, 2);
  const { counts } = await world.addressing({ mail: false, analytics: false }).round(new AbortController().signal);
  expect(counts).toMatchObject({ changes: 200 });
});

test("a customer who is erased while a batch is made up is told nothing, and stands nowhere again", async () => {
  await world.subscribe("tpp-beacon");
  await world.change(1);
  const erased = addressEvents({
    outbox: world.outbox,
    reach: REACH,
    async sign() {
      await world.query(sql`select assent.erase_customer('cus-1', gen_random_uuid(), 'test', null)`);
      return "signed";
    },
  });
  await drained(erased);
  const rows = await world.query(sql`select channel from assent.outbox_delivery order by channel`);
  expect(rows.map(({ channel }) => channel)).toEqual(["analytics", "tpp"]);
  expect(await written()).toMatchObject({ waiting: 0, notices: 0 });
});

test("an erasure waits for a batch that is being written out, and finds all of it", async () => {
  await world.change(1);
  const [event] = await world.query(sql`select id from assent.outbox_event`);
  const id = String(event?.["id"]);
  const writer = postgres(world.url, { max: 1 });
  await writer`begin`;
  await writer`update assent.outbox_event set addressed_at = clock_timestamp() where id = ${id}`;
  await writer`insert into assent.customer_notice (id, customer_id, event_id, at, content)
    values (gen_random_uuid(), 'cus-1', ${id}, clock_timestamp(), '{}')`;
  const erasing = world.query(sql`select assent.erase_customer('cus-1', gen_random_uuid(), 'test', null)`);
  await vi.waitFor(async () => {
    const waits = await world.query(sql`
      select from pg_stat_activity where wait_event_type = 'Lock' and query like '%erase_customer%'`);
    expect(waits).toHaveLength(1);
  }, 20_000);
  await writer`commit`;
  await writer.end();
  await erasing;
  expect(await written()).toMatchObject({ notices: 0 });
});
