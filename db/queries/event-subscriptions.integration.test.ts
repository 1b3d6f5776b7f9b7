import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TPP_EVENT_TYPES } from "~/domain/notifications/tpp-events";
import { asClientId, asSubscriptionId } from "~/domain/shared/ids";
import { type OpenDatabase, openDatabase } from "../client.server";
import { migrate } from "../migrate";
import { createTestDatabase, type TestDatabase } from "../testing";
import { createEventSubscriptions } from "./event-subscriptions";

describe("subscriptions to events", () => {
  let server: TestDatabase;
  let database: OpenDatabase;
  let scene: OpenDatabase;
  const book = () => createEventSubscriptions(database.db, { tenant: "test" });
  let serial = 0;
  const aTpp = () => asClientId(`tpp-${++serial}`);
  const pushed = { callbackUrl: "https://tpp.example:8443/secret-path", apiVersion: "4.0" } as const;
  const CALL = "6a1f5f0e-58a4-4c2e-9f5e-0b9a7c1d2e3f";

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

  const auditOf = async (client: string) => [
    ...(await scene.db.execute<{ type: string; detail: object; actor_type: string; actor_ref: string }>(
      sql`select type, detail, actor_type, actor_ref from assent.audit_event where client_id = ${client} order by at, id`,
    )),
  ];

  test("is kept as it was asked for, with one event that names the host and not the path", async () => {
    const tpp = aTpp();
    const added = await book().add(tpp, { ...pushed, eventTypes: [TPP_EVENT_TYPES[1]] }, CALL);
    expect(added).toEqual({ id: added?.id, ...pushed, eventTypes: [TPP_EVENT_TYPES[1]] });
    expect(await book().of(tpp)).toEqual(added);
    const audit = await auditOf(tpp);
    expect(audit).toEqual([
      { type: "tpp-subscribed", detail: { callbackHost: "tpp.example:8443" }, actor_type: "tpp", actor_ref: tpp },
    ]);
    expect(JSON.stringify(audit)).not.toContain("secret-path");
  });

  test("without an address and without a list: polls for everything", async () => {
    const tpp = aTpp();
    const added = await book().add(tpp, { apiVersion: "3.1" }, CALL);
    expect(Object.keys(added ?? {}).sort()).toEqual(["apiVersion", "id"]);
    expect(await auditOf(tpp)).toMatchObject([{ detail: { callbackHost: null } }]);
  });

  test("of twenty that come at once one is kept, and one event", async () => {
    const tpp = aTpp();
    const added = await Promise.all(Array.from({ length: 20 }, () => book().add(tpp, pushed, CALL)));
    expect(added.filter(Boolean)).toHaveLength(1);
    expect(await auditOf(tpp)).toHaveLength(1);
  });

  test("is replaced as a whole, and ends; each leaves an event", async () => {
    const tpp = aTpp();
    const { id } = (await book().add(tpp, { ...pushed, eventTypes: [...TPP_EVENT_TYPES] }, CALL)) ?? {};
    if (!id) throw new Error("not added");
    expect(await book().replace(tpp, id, { apiVersion: "3.1" }, CALL)).toEqual({ id, apiVersion: "3.1" });
    expect(await book().remove(tpp, id, CALL)).toBe(true);
    expect(await book().of(tpp)).toBeUndefined();
    expect(await book().remove(tpp, id, CALL)).toBe(false);
    expect((await auditOf(tpp)).map(({ type }) => type)).toEqual([
      "tpp-subscribed",
      "tpp-subscribed",
      "tpp-unsubscribed",
    ]);
  });

  test("of another TPP is as unknown as none, and untouched", async () => {
    const [owner, stranger] = [aTpp(), aTpp()];
    const added = await book().add(owner, pushed, CALL);
    for (const id of [added?.id, asSubscriptionId("0190a000-0000-7000-8000-000000000000"), asSubscriptionId("x")]) {
      expect(await book().replace(stranger, id as never, { apiVersion: "3.1" }, CALL)).toBeUndefined();
      expect(await book().remove(stranger, id as never, CALL)).toBe(false);
    }
    expect(await book().of(owner)).toEqual(added);
    expect(await auditOf(stranger)).toEqual([]);
  });

  test("replacing it ends the rest and the pauses that were meant for the old address, and nobody else's", async () => {
    const [tpp, other] = [aTpp(), aTpp()];
    const [mine] = await Promise.all([book().add(tpp, pushed, CALL), book().add(other, pushed, CALL)]);
    for (const client of [tpp, other]) {
      await scene.db.execute(sql`with event as (
          insert into assent.outbox_event (id, consent_id, version, client_id, kind, move, to_status, actor_type, reason,
            correlation_id, occurred_at)
          values (gen_random_uuid(), ${`c-${client}`}, 1, ${client}, 'account-access', 'stop', 'revoked', 'customer', 'x',
            ${CALL}, now()) returning id)
        insert into assent.outbox_delivery (id, event_id, channel, recipient, consent_id, version, body, next_attempt_at)
        select gen_random_uuid(), id, 'tpp', ${client}, ${`c-${client}`}, 1, 'token', now() + interval '1 day' from event`);
      await scene.db.execute(sql`insert into assent.delivery_endpoint (channel, name, failures, rested_until)
        values ('tpp', ${client}, 20, now() + interval '1 hour')`);
    }
    await book().replace(tpp, mine?.id as never, pushed, CALL);
    const waiting = async (client: string) => {
      const [row] = await scene.db.execute(sql`
        select next_attempt_at > now() as paused, rested_until is not null as resting
        from assent.outbox_delivery join assent.delivery_endpoint on name = recipient where recipient = ${client}`);
      return row;
    };
    expect(await waiting(tpp)).toEqual({ paused: false, resting: false });
    expect(await waiting(other)).toEqual({ paused: true, resting: true });
  });
});
