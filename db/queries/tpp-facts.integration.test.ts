import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { createInMemoryAuthorizationServer } from "~/adapters/authorization-server/in-memory.server";
import { asClientId } from "~/domain/shared/ids";
import { aRegisteredApp } from "~/domain/tpp/builders";
import { refreshAppFacts } from "~/use-cases/refresh-app-facts";
import { type ProjectionWorld, projectionWorld } from "./consent-projection.harness";
import { createTppFacts } from "./tpp-facts";

let world: ProjectionWorld;
beforeAll(async () => {
  world = await projectionWorld();
});
afterAll(() => world?.stop());
beforeEach(() => world.owner.execute(sql`truncate assent.consent_projection, assent.tpp_fact cascade`));

const beacon = asClientId("tpp-beacon");
const tallybook = asClientId("tpp-tallybook");

const aConsent = (client: string, status = "authorised") =>
  world.owner.execute(sql`
    insert into assent.consent_projection (consent_id, client_id, kind, customer_id, status, reason, version,
      account_ids, created_at, changed_at, suspended_by)
    values (gen_random_uuid()::text, ${client}, 'account-access', 'cus-1', ${status}, 'as-found', 1, '{}', now(), now(),
      ${status === "suspended" ? "staff" : null})`);

const pass = (time: string) =>
  world.owner.execute(sql`
    update assent.tpp_fact set due_at = due_at - ${time}::interval, refreshed_at = refreshed_at - ${time}::interval`);

const facts = () => createTppFacts(world.db);
const known = async () => (await facts().of([beacon, tallybook])).get(beacon);

test("D-20: apps that somebody shares with, once a day and one after the other", async () => {
  for (const client of [beacon, beacon, tallybook]) await aConsent(client);
  await aConsent("tpp-ended", "revoked");
  await aConsent("tpp-asked", "pending");
  await aConsent("tpp-paused", "suspended");
  expect([...(await facts().claim(2))].sort()).toEqual([beacon, "tpp-paused"]);
  expect(await facts().claim(2)).toEqual([tallybook]);
  await facts().keep([beacon], [aRegisteredApp()]);
  expect(await facts().claim(9)).toEqual([]);
  await pass("11 minutes");
  expect([...(await facts().claim(9))].sort()).toEqual(["tpp-paused", tallybook]);
  await pass("23 hours 50 minutes");
  expect(await facts().claim(9)).toContain(beacon);
});

test("D-20: what somebody else is just being given, nobody is given again", async () => {
  await aConsent(beacon);
  await facts().claim(9);
  await pass("11 minutes");
  let second: Promise<readonly string[]> | undefined;
  await world.owner.transaction(async (first) => {
    await first.execute(sql`update assent.tpp_fact set due_at = clock_timestamp() + interval '10 minutes'`);
    second = facts().claim(9);
    await vi.waitFor(async () => {
      const [waits] = await first.execute<{ count: number }>(sql`
        select count(*)::int from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
      expect(waits?.count).toBe(1);
    });
  });
  expect(await second).toEqual([]);
});

test("D-20: what a registration says is known with its time, and what it does not say is not", async () => {
  await aConsent(beacon);
  const { clientId: _, ...app } = aRegisteredApp({ standing: "barred" });
  await facts().keep(await facts().claim(9), [aRegisteredApp({ standing: "barred" })]);
  expect(await known()).toEqual({ ...app, isFresh: true, at: expect.any(Date) });
  expect(Math.abs(Date.now() - Number((await known())?.at))).toBeLessThan(60_000);
  expect((await facts().of([tallybook])).size).toBe(0);
});

test("one firm's text keeps out nobody else's facts", async () => {
  for (const client of [beacon, tallybook]) await aConsent(client);
  const hostile = aRegisteredApp({ clientId: tallybook, legalName: "a\u0000b\ud800", contacts: ["\u0000"] });
  await facts().keep(await facts().claim(9), [aRegisteredApp(), hostile]);
  expect((await facts().of([tallybook])).get(tallybook)).toMatchObject({ legalName: "ab", contacts: [""] });
  expect((await known())?.name).toBe("Budget Beacon");
});

test("D-20: while the authorization server is away, and of an app that it no longer names, the old facts stay", async () => {
  await aConsent(beacon);
  const authorizationServer = createInMemoryAuthorizationServer();
  authorizationServer.clients = [aRegisteredApp()];
  const round = refreshAppFacts({ facts: facts(), authorizationServer });
  expect(await round()).toEqual({ refreshed: 1, unregistered: 0, more: false });
  const before = await known();
  expect(before?.name).toBe("Budget Beacon");
  expect(await round()).toEqual({ refreshed: 0, unregistered: 0, more: false });

  await pass("25 hours");
  authorizationServer.down = true;
  await expect(round()).rejects.toMatchObject({ failure: "unavailable" });
  expect((await known())?.at.getTime()).toBe((before?.at.getTime() ?? 0) - 25 * 3_600_000);

  await pass("11 minutes");
  Object.assign(authorizationServer, { down: false, clients: [aRegisteredApp({ clientId: tallybook })] });
  expect(await round()).toEqual({ refreshed: 0, unregistered: 1, more: false });
  expect((await known())?.name).toBe("Budget Beacon");

  await pass("25 hours");
  authorizationServer.clients = [aRegisteredApp({ standing: "barred" })];
  expect(await round()).toMatchObject({ refreshed: 1 });
  expect(await known()).toMatchObject({ standing: "barred" });
});

test("A-05: an app that its register bars is told of as barred, whatever its registration here says, until it is let again", async () => {
  await aConsent(beacon);
  await pass("25 hours");
  await facts().keep(await facts().claim(9), [aRegisteredApp()]);
  const registered = (standing: string) =>
    world.owner.execute(sql`
      insert into assent.tpp_registration (client_id, name, standing, roles) values (${beacon}, 'Budget Beacon', ${standing}, '{}')
      on conflict (client_id) do update set standing = excluded.standing`);
  const looked = (problem: string | null) =>
    world.owner.execute(sql`
      insert into assent.tpp_register_look (name, due_at, problem) values ('register', now(), ${problem})
      on conflict (name) do update set problem = excluded.problem`);
  await registered("barred");
  await looked("away");
  expect(await known()).toMatchObject({ standing: "barred", name: "Budget Beacon" });
  // What a register said that the bank has turned off since is nobody's word.
  await looked("no-register");
  expect(await known()).toMatchObject({ standing: "active" });
  await looked(null);
  expect(await known()).toMatchObject({ standing: "barred" });
  await registered("active");
  expect(await known()).toMatchObject({ standing: "active" });
});
