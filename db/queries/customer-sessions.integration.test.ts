import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asCustomerId, asCustomerSessionId } from "~/domain/shared/ids";
import type { CustomerSessions } from "~/ports/customer-sessions";
import { type OpenDatabase, openDatabase } from "../client.server";
import { migrate } from "../migrate";
import { createTestDatabase, type TestDatabase } from "../testing";
import { createCustomerSessions } from "./customer-sessions";

/** S4: where customers are logged in, on PostgreSQL and by its clock. */

let server: TestDatabase;
let database: OpenDatabase;
let sessions: CustomerSessions;
beforeAll(async () => {
  server = await createTestDatabase();
  await migrate(server.url);
  database = openDatabase(server.url, 4);
  sessions = createCustomerSessions(database.db);
});
afterAll(async () => {
  await database?.close();
  await server?.drop();
});

let made = 0;
const aToken = () => `token-${++made}`;
const aCustomer = () => asCustomerId(`cus-${++made}`);
const begun = async (customer = aCustomer(), bankSession?: string) => {
  const token = aToken();
  await sessions.begin(token, { customer, device: { browser: "Chrome" }, ...(bankSession && { bankSession }) });
  return { token, customer };
};
const letPass = (customer: string, minutes: number) =>
  database.db.execute(sql`
    update assent.customer_session set began_at = began_at - make_interval(secs => ${minutes * 60}),
      idle_until = idle_until - make_interval(secs => ${minutes * 60}), ends_at = ends_at - make_interval(secs => ${minutes * 60})
    where customer_id = ${customer}`);
const lives = async ({ token }: { token: string }) => (await sessions.use(token)) !== undefined;

test("a session is what its token opens, and no other does", async () => {
  const { token, customer } = await begun();
  const session = await sessions.use(token);
  expect(session).toMatchObject({ customer, device: { browser: "Chrome" } });
  expect(session?.leftMs).toBeGreaterThan(4.9 * 60_000);
  expect(session?.leftMs).toBeLessThanOrEqual(5 * 60_000);
  expect(await lives({ token: `${token}x` })).toBe(false);
  expect(await lives({ token: "" })).toBe(false);
});

test("P-23: how and when its customer logged in is what the bank said, or nothing", async () => {
  const authentication = { acr: "urn:openbanking:psd2:sca", authTime: new Date("2026-03-14T10:00:00Z") };
  const token = aToken();
  await sessions.begin(token, { customer: aCustomer(), device: {}, authentication });
  expect((await sessions.use(token))?.authentication).toEqual(authentication);
  expect((await sessions.use((await begun()).token))?.authentication).toEqual({});
});

test("D-28: how long ago somebody logged in counts from the authentication, where the bank says when that was", async () => {
  const ageOf = async (minutesAgo: number | undefined) => {
    const token = aToken();
    const at = minutesAgo === undefined ? {} : { authTime: new Date(Date.now() - minutesAgo * 60_000) };
    await sessions.begin(token, { customer: aCustomer(), device: {}, authentication: { acr: "strong", ...at } });
    return (await sessions.use(token))?.ageMs ?? Number.NaN;
  };
  expect(await ageOf(3)).toBeGreaterThanOrEqual(3 * 60_000);
  expect(await ageOf(3)).toBeLessThan(4 * 60_000);
  for (const unsaid of [undefined, -1]) {
    expect(await ageOf(unsaid)).toBeGreaterThanOrEqual(0);
    expect(await ageOf(unsaid)).toBeLessThan(60_000);
  }
});

test("the token cannot be read from the database, and what can be read there opens nothing", async () => {
  const { token, customer } = await begun();
  const rows = await database.db.execute(sql`select * from assent.customer_session where customer_id = ${customer}`);
  expect(JSON.stringify(rows)).not.toContain(token);
  expect(await lives({ token: String(rows[0]?.["token_hash"]) })).toBe(false);
});

test("it ends after five minutes without use, and each use begins them anew", async () => {
  const session = await begun();
  await letPass(session.customer, 4.9);
  expect(await lives(session)).toBe(true);
  await letPass(session.customer, 4.9);
  expect(await lives(session)).toBe(true);
  await letPass(session.customer, 5.1);
  expect(await lives(session)).toBe(false);
  expect(await sessions.ofCustomer(session.customer)).toEqual([]);
});

test("it ends after an hour, however much it is used", async () => {
  const session = await begun();
  for (let used = 0; used < 14; used += 1) {
    await letPass(session.customer, 4.2);
    expect(await lives(session)).toBe(true);
  }
  const [last] = await sessions.ofCustomer(session.customer);
  expect(last?.leftMs).toBeLessThan(2 * 60_000);
  await letPass(session.customer, 1.5);
  expect(await lives(session)).toBe(false);
});

test("to be listed is no use", async () => {
  const session = await begun();
  await letPass(session.customer, 4);
  await sessions.ofCustomer(session.customer);
  await letPass(session.customer, 2);
  expect(await lives(session)).toBe(false);
});

test("one is ended by its token, one of the own by its name, all of a customer's at once", async () => {
  const [one, other] = [await begun(), await begun()];
  const { customer } = one;
  const more = await Promise.all([begun(customer), begun(customer), begun(customer)]);
  await sessions.end(more[0].token);
  expect([await lives(more[0]), await lives(more[1])]).toEqual([false, true]);

  const { id } = (await sessions.use(more[1].token)) ?? {};
  await sessions.endOne(other.customer, asCustomerSessionId(String(id)));
  expect(await lives(more[1])).toBe(true);
  await sessions.endOne(customer, asCustomerSessionId("no uuid"));
  await sessions.endOne(customer, asCustomerSessionId(String(id)));
  expect(await lives(more[1])).toBe(false);

  await sessions.endAll(customer);
  expect([await lives(one), await lives(more[2]), await lives(other)]).toEqual([false, false, true]);
});

test("the identity provider ends one of its sessions or all of a customer's, and none that began later", async () => {
  const [first, second] = [await begun(undefined, "sid-1"), await begun(undefined, "sid-2")];
  const now = new Date();
  const past = new Date(Date.now() - 60_000);
  expect(await sessions.endAtBank({ at: now })).toBe(0);
  expect(await sessions.endAtBank({ bankSession: "sid-1", at: past })).toBe(0);
  expect(await sessions.endAtBank({ bankSession: "sid-1", customer: second.customer, at: now })).toBe(0);
  expect(await sessions.endAtBank({ bankSession: "sid-1", customer: first.customer, at: now })).toBe(1);
  expect([await lives(first), await lives(second)]).toEqual([false, true]);
  await begun(second.customer);
  expect(await sessions.endAtBank({ customer: second.customer, at: now })).toBe(2);
});

test("what has ended is forgotten, and nothing that lives", async () => {
  await sessions.forgetEnded(1_000);
  const [idle, old, live] = [await begun(), await begun(), await begun()];
  await letPass(idle.customer, 6);
  await letPass(old.customer, 61);
  expect(await sessions.forgetEnded(1)).toBe(1);
  expect(await sessions.forgetEnded(1_000)).toBe(1);
  expect(await sessions.forgetEnded(1_000)).toBe(0);
  expect(await lives(live)).toBe(true);
});
