import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JWK } from "jose";
import pino from "pino";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../db/testing.ts";
import { type Database, openSchema } from "../../database.ts";
import { ensurePki, signingKey } from "../../pki.ts";
import { aNewConsent } from "../consents/consent.builder.ts";
import { type Consents, createConsents } from "../consents/consents.ts";
import { SCHEMA } from "../schema.ts";
import { createEventPush, type EventPush } from "./event-push.ts";
import { claimEvents, forgetOldEvents } from "./event-store.ts";
import { startPushing } from "./pusher.ts";
import { startReceiver, takes } from "./receiver.harness.ts";

const WITHIN = { timeout: 20_000, interval: 25 };

let folder: string;
let key: JWK;
let database: TestDatabase;
let sql: Database;
let consents: Consents;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
/** Undone after each test, newest first. */
const running: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "assent-events-"));
  await ensurePki(folder);
  key = await signingKey(folder, "authorization-server");
  database = await createTestDatabase();
  sql = await openSchema(database.url, "authorization_server", SCHEMA);
  consents = createConsents(sql);
});

beforeEach(async () => {
  await sql`delete from consent_event`;
  receiver = await startReceiver();
  running.push(receiver.close);
});

afterEach(async () => {
  for (const stop of running.splice(0).reverse()) await stop();
});

afterAll(async () => {
  await sql?.end();
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function pushTo(port: number): Promise<EventPush> {
  const push = await createEventPush({
    receiver: `http://assent.localhost:${port}/api/v1/authority-events`,
    issuer: "http://auth.localhost",
    audience: "assent",
    signingKey: key,
    clientName: () => "Budget Beacon",
  });
  running.push(push.close);
  return push;
}

async function startPusher() {
  const pushing = startPushing(sql, await pushTo(receiver.port), pino({ level: "silent" }));
  running.push(pushing.stop);
  return pushing;
}

/** A consent that is made, paused and taken up again this often: two events more each time. */
async function changes(pauses = 0): Promise<string> {
  const created = await consents.create(aNewConsent());
  if (created.outcome !== "created") throw new Error(created.outcome);
  const { id } = created.consent;
  if (pauses === 0) return id;
  await sql.begin((transaction) => consents.authorise(transaction, id, { subject: "cus-1", accountIds: ["acc-1"] }));
  for (let count = 0; count < pauses; count++) {
    await consents.suspend(id, { by: "bank" });
    await consents.resume(id, { by: "bank" });
  }
  return id;
}

const undelivered = async () => (await sql`select 1 from consent_event where delivered_at is null`).length;
const allDelivered = () => vi.waitFor(async () => expect(await undelivered()).toBe(0), WITHIN);
const revisionsOf = (id: string) => receiver.of(id).map(({ revision }) => revision);
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

test("each consent's events arrive in order, once, from two pushers at a time", async () => {
  await Promise.all([startPusher(), startPusher()]);
  const ids = await Promise.all(numbers(12).map(() => changes(4)));
  await allDelivered();
  for (const id of ids) expect(revisionsOf(id)).toEqual(numbers(10));
  expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(120);
});

test("of eight senders at once no two take the same event, and none takes two of one consent", async () => {
  const ids = await Promise.all(numbers(40).map(() => changes(1)));
  const taken = (await Promise.all(numbers(8).map(() => claimEvents(sql)))).flat();
  expect(taken.map(({ consentId }) => consentId).sort()).toEqual([...ids].sort());
  expect(taken.every(({ revision }) => revision === 1)).toBe(true);
});

test("a change that comes while an earlier one is being retried waits for it", async () => {
  let refusals = 3;
  receiver.behaviour = (response, event) => {
    if (event.revision === 1 && refusals-- > 0) response.writeHead(500).end();
    else takes(response, event);
  };
  await startPusher();
  const id = await changes(1);
  await allDelivered();
  expect(revisionsOf(id)).toEqual([1, 1, 1, 1, 2, 3, 4]);
  const [first, ...others] = receiver.of(id).filter(({ revision }) => revision === 1);
  expect(others.every((again) => again.id === first?.id)).toBe(true);
});

test.each([
  ["refuses it", (response) => void response.writeHead(400, { "content-type": "application/json" }).end("{}")],
  ["takes it without saying so in the right way", (response) => void response.writeHead(200).end()],
  ["redirects", (response) => void response.writeHead(307, { location: "/elsewhere" }).end()],
  ["hangs up", (response) => void response.destroy()],
  [
    "dies in the middle of its answer",
    (response) => {
      response.socket?.write("HTTP/1.1 20");
      response.socket?.destroy();
    },
  ],
  ["says nothing", () => {}],
] satisfies [string, typeof takes][])(
  "a receiver that %s is asked again, with the same id, until it answers 202",
  async (_, fails) => {
    receiver.behaviour = (response, event) =>
      (receiver.of(event.consentId).length <= 2 ? fails : takes)(response, event);
    await startPusher();
    const id = await changes();
    await allDelivered();
    expect(receiver.of(id)).toHaveLength(3);
    expect(new Set(receiver.of(id).map((event) => event.id)).size).toBe(1);
  },
);

test("one consent that is refused for good holds up no other", async () => {
  const refused = await changes();
  receiver.behaviour = (response, event) =>
    event.consentId === refused ? void response.writeHead(400).end() : takes(response, event);
  await startPusher();
  const other = await changes(1);
  await vi.waitFor(() => expect(revisionsOf(other)).toEqual(numbers(4)), WITHIN);
  await vi.waitFor(async () => expect(await undelivered()).toBe(1));
});

test("the gaps between attempts grow, up to ten seconds", async () => {
  receiver.behaviour = (response) => void response.writeHead(503).end();
  const id = await changes();
  const pushing = await startPusher();
  await vi.waitFor(() => expect(receiver.of(id).length).toBeGreaterThanOrEqual(3), WITHIN);
  await sql`update consent_event set attempts = 30, due_at = clock_timestamp()`;
  const sent = receiver.of(id).length;
  await vi.waitFor(() => expect(receiver.of(id).length).toBeGreaterThan(sent), WITHIN);
  await pushing.stop();
  const [{ wait } = {}] =
    await sql`select extract(epoch from due_at - clock_timestamp())::float as wait from consent_event`;
  expect(wait).toBeGreaterThan(7);
  expect(wait).toBeLessThanOrEqual(10);
});

test("the app may come up later", async () => {
  const { port } = receiver;
  await receiver.close();
  const pushing = startPushing(sql, await pushTo(port), pino({ level: "silent" }));
  running.push(pushing.stop);
  const id = await changes(1);
  await vi.waitFor(async () => {
    const [{ attempts } = {}] = await sql`select attempts from consent_event where consent_id = ${id} and revision = 1`;
    expect(attempts).toBeGreaterThan(1);
  }, WITHIN);
  receiver = await startReceiver(port);
  running.push(receiver.close);
  await allDelivered();
  expect(revisionsOf(id)).toEqual(numbers(4));
});

test("a pusher that is killed in the middle of a delivery loses nothing (kill -9)", async () => {
  const program = `
    import pino from "pino";
    import { openSchema } from "./sandbox/database.ts";
    import { createEventPush } from "./sandbox/authorization-server/events/event-push.ts";
    import { startPushing } from "./sandbox/authorization-server/events/pusher.ts";
    const { url, receiver, signingKey } = JSON.parse(process.env.PUSHER);
    const sql = await openSchema(url, "authorization_server", "");
    const push = await createEventPush({ receiver, issuer: "i", audience: "assent", signingKey, clientName: () => "" });
    startPushing(sql, push, pino({ level: "silent" }));`;
  const address = `http://assent.localhost:${receiver.port}/api/v1/authority-events`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", program], {
    env: { ...process.env, PUSHER: JSON.stringify({ url: database.url, receiver: address, signingKey: key }) },
    stdio: "inherit",
  });
  running.push(async () => void child.kill("SIGKILL"));
  receiver.behaviour = () => void child.kill("SIGKILL");
  const id = await changes(1);
  await once(child, "exit");
  expect(await undelivered()).toBe(4);
  receiver.behaviour = takes;
  await startPusher();
  await allDelivered();
  expect(revisionsOf(id)).toEqual([1, 1, 2, 3, 4]);
  expect(receiver.of(id)[0]?.id).toBe(receiver.of(id)[1]?.id);
});

test("what was delivered is forgotten after a day, what could not be after 72 hours, and nothing sooner", async () => {
  const ids = [await changes(), await changes(), await changes(), await changes()];
  const [old, fresh, hopeless, waiting] = ids as [string, string, string, string];
  await sql`update consent_event set delivered_at = now() - interval '25 hours' where consent_id = ${old}`;
  await sql`update consent_event set delivered_at = now() - interval '23 hours' where consent_id = ${fresh}`;
  await sql`update consent_event set happened_at = now() - interval '73 hours' where consent_id = ${hopeless}`;
  await sql`update consent_event set happened_at = now() - interval '71 hours' where consent_id = ${waiting}`;
  expect(await forgetOldEvents(sql)).toBe(1);
  const left = await sql<{ id: string }[]>`select consent_id as id from consent_event`;
  expect(left.map(({ id }) => id).sort()).toEqual([fresh, waiting].sort());
});
