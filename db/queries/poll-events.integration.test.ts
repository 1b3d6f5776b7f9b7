import { sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { retrySchedule } from "~/domain/notifications/retry-schedule";
import { asClientId, asConsentId, asDeliveryId, type ClientId, type DeliveryId } from "~/domain/shared/ids";
import type { Delivery } from "~/ports/delivery";
import type { Attempt } from "~/ports/outbox";
import { type OpenDatabase, openDatabase } from "../client.server";
import { migrate } from "../migrate";
import { createTestDatabase, type TestDatabase } from "../testing";
import { createEventSubscriptions } from "./event-subscriptions";
import { createOutbox } from "./outbox";
import { createTppEventQueue } from "./poll-events";

const DELIVERY: Delivery = {
  id: "",
  channel: "tpp",
  recipient: "",
  endpoint: "",
  clientId: asClientId("tpp"),
  consentId: asConsentId("c-1"),
  correlationId: "",
  body: "",
  attempts: 1,
  claim: "epoch",
};

describe("what waits for a TPP", () => {
  let server: TestDatabase;
  let database: OpenDatabase;
  let scene: OpenDatabase;
  let serial = 0;
  const nothing = { limit: 100, acknowledged: [], refused: [] };
  const poll = (client: ClientId, asked: Partial<Parameters<ReturnType<typeof createTppEventQueue>["poll"]>[1]> = {}) =>
    createTppEventQueue(database.db).poll(client, { ...nothing, ...asked });

  beforeAll(async () => {
    server = await createTestDatabase();
    await migrate(server.url);
    database = openDatabase(server.url);
    scene = openDatabase(server.url, 1, 0, "login");
  });
  afterAll(async () => {
    await Promise.all([database?.close(), scene?.close()]);
    await server?.drop();
  });

  async function aTpp(): Promise<ClientId> {
    const client = asClientId(`tpp-${++serial}`);
    await createEventSubscriptions(database.db, { tenant: "test" }).add(client, { apiVersion: "4.0" }, uuidv7());
    return client;
  }

  /** An event that waits, `age` seconds old. Newer ones get smaller ids, so that ids cannot be what orders them. */
  async function waits(client: string, { consent = "c-1", version = 1, age = 0, channel = "tpp" } = {}) {
    const id = `${(0xffffff - ++serial).toString(16).padStart(8, "0")}-0000-7000-8000-000000000000`;
    await scene.db.execute(sql`with event as (
        insert into assent.outbox_event (id, consent_id, version, client_id, kind, move, to_status, actor_type, reason,
          correlation_id, occurred_at)
        values (gen_random_uuid(), ${`${client} ${consent} ${channel}`}, ${version}, ${client}, 'account-access', 'stop',
          'revoked', 'customer', 'x', ${uuidv7()}, now()) returning id)
      insert into assent.outbox_delivery (id, event_id, channel, recipient, consent_id, version, body, queued_at)
      select ${id}::uuid, id, ${channel}, ${client}, ${consent}, ${version}, ${`token of ${id}`},
        now() - ${age} * interval '1 second' from event`);
    return asDeliveryId(id);
  }

  const stateOf = async (id: DeliveryId) => {
    const [row] = await scene.db.execute(sql`
      select state, problem, attempts, (select array_agg(outcome) from assent.delivery_attempt where delivery_id = d.id)
        as log from assent.outbox_delivery as d where id = ${id}::uuid`);
    return row;
  };

  test("comes oldest first with its token, and again until it is acknowledged", async () => {
    const tpp = await aTpp();
    const second = await waits(tpp, { consent: "c-2", age: 20 });
    const third = await waits(tpp, { version: 2, age: 10 });
    const first = await waits(tpp, { version: 1, age: 30 });
    for (let again = 0; again < 2; again++) {
      const { events, more } = await poll(tpp);
      expect(events).toEqual([first, second, third].map((id) => ({ id, token: `token of ${id}` })));
      expect(more).toBe(false);
    }
    expect((await poll(tpp, { acknowledged: [first, third] })).events.map(({ id }) => id)).toEqual([second]);
    expect(await stateOf(first)).toEqual({ state: "delivered", problem: null, attempts: 1, log: ["acknowledged"] });
    expect((await poll(tpp, { acknowledged: [first] })).events).toHaveLength(1);
    expect(await stateOf(first)).toMatchObject({ attempts: 1, log: ["acknowledged"] });
  });

  test("what a TPP cannot use is put aside with its reason", async () => {
    const tpp = await aTpp();
    const id = await waits(tpp);
    expect((await poll(tpp, { refused: [{ id, fault: "invalid_issuer" }] })).events).toEqual([]);
    expect(await stateOf(id)).toEqual({
      state: "parked",
      problem: "the TPP answered invalid_issuer",
      attempts: 1,
      log: ["refused"],
    });
  });

  test("named as taken and as unusable, it was taken", async () => {
    const tpp = await aTpp();
    const id = await waits(tpp);
    await poll(tpp, { acknowledged: [id, id], refused: [{ id, fault: "invalid_key" }] });
    expect(await stateOf(id)).toMatchObject({ state: "delivered", log: ["acknowledged"] });
  });

  test("no more than asked for, and whether there are more; with 0 it is only acknowledged", async () => {
    const tpp = await aTpp();
    const ids = [await waits(tpp, { age: 3 }), await waits(tpp, { consent: "c-2", age: 2 })];
    expect(await poll(tpp, { limit: 1 })).toMatchObject({ events: [{ id: ids[0] }], more: true });
    expect(await poll(tpp, { limit: 2 })).toMatchObject({ more: false });
    expect(await poll(tpp, { limit: 0, acknowledged: [ids[0] as DeliveryId] })).toEqual({ events: [], more: true });
    expect(await poll(tpp, { limit: 0, acknowledged: [ids[1] as DeliveryId] })).toEqual({ events: [], more: false });
  });

  test("of another TPP, on another channel or no id at all: passed over", async () => {
    const [tpp, other] = [await aTpp(), await aTpp()];
    const foreign = await waits(other);
    const mail = await waits(tpp, { channel: "e-mail" });
    const acknowledged = [foreign, mail, asDeliveryId("x"), asDeliveryId("'; drop table"), asDeliveryId("")];
    expect(await poll(tpp, { acknowledged })).toEqual({ events: [], more: false });
    await poll(tpp, { refused: [{ id: foreign, fault: "access_denied" }] });
    for (const id of [foreign, mail]) expect(await stateOf(id)).toMatchObject({ state: "queued", log: null });
    expect((await poll(other)).events).toHaveLength(1);
  });

  test("nothing is handed out to a TPP that has unsubscribed", async () => {
    const tpp = await aTpp();
    await waits(tpp);
    const book = createEventSubscriptions(database.db, { tenant: "test" });
    await book.remove(tpp, (await book.of(tpp))?.id as never, uuidv7());
    expect(await poll(tpp)).toEqual({ events: [], more: false });
  });

  test("twenty acknowledgements at once are one", async () => {
    const tpp = await aTpp();
    const id = await waits(tpp);
    await Promise.all(Array.from({ length: 20 }, () => poll(tpp, { acknowledged: [id] })));
    expect(await stateOf(id)).toMatchObject({ state: "delivered", attempts: 1, log: ["acknowledged"] });
  });

  test("many acknowledgements at once, each in its own order and beside a push, hold up nobody", async () => {
    const tpp = await aTpp();
    const ids: DeliveryId[] = [];
    for (let left = 300; left > 0; left--) ids.push(await waits(tpp, { consent: `c-${left}` }));
    const outbox = createOutbox(database.db, retrySchedule());
    const cut = ids.map(
      (id): Attempt => ({ delivery: { ...DELIVERY, id, endpoint: tpp }, sent: { outcome: "cut" }, tookMs: 0 }),
    );
    for (let again = 0; again < 5; again++) {
      await scene.db.execute(
        sql`update assent.outbox_delivery set state = 'queued', ended_at = null, sending_until = 'epoch'`,
      );
      await Promise.all([
        poll(tpp, { acknowledged: ids }),
        poll(tpp, { acknowledged: [...ids].reverse() }),
        outbox.record(cut),
        outbox.record([...cut].reverse()),
      ]);
    }
    expect((await poll(tpp)).events).toEqual([]);
  });

  test("a hundred of a hundred thousand that wait are found without reading the others", async () => {
    const tpp = await aTpp();
    await scene.db.execute(sql`with event as (
        insert into assent.outbox_event (id, consent_id, version, client_id, kind, move, to_status, actor_type, reason,
          correlation_id, occurred_at)
        select gen_random_uuid(), ${tpp} || serial, 1, ${tpp}, 'account-access', 'stop', 'revoked', 'customer', 'x', 'x', now()
        from generate_series(1, 100000) as serial returning id, consent_id)
      insert into assent.outbox_delivery (id, event_id, channel, recipient, consent_id, version, body, queued_at)
      select gen_random_uuid(), id, 'tpp', ${tpp}, consent_id, 1, 'token', now() - random() * interval '1 day' from event`);
    await scene.db.execute(sql`vacuum analyze assent.outbox_delivery`);
    // Of milliseconds: reading all of it takes far longer, and finding a hundred far less.
    const impatient = openDatabase(server.url, 1, 100);
    const polled = await createTppEventQueue(impatient.db)
      .poll(tpp, nothing)
      .finally(() => impatient.close());
    expect(polled).toMatchObject({ more: true });
    expect(polled.events).toHaveLength(100);
  }, 60_000);
});
