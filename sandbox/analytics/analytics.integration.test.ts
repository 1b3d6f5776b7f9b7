import { createServer, type Server } from "node:http";
import { CompactSign, exportJWK, generateKeyPair, type JWK } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../db/testing.ts";
import { type Database, openSchema } from "../database.ts";
import { createLog } from "../service.ts";
import { createEventReader } from "./event.ts";
import { createReceiver } from "./receiver.ts";
import { SCHEMA } from "./schema.ts";

let database: TestDatabase;
let sql: Database;
let keys: Server;
let receiver: ReturnType<typeof createReceiver>;
let ours: CryptoKey;
let down = false;

const EVENT = {
  id: "0190c2c0-0000-7000-8000-000000000001",
  type: "consent.stop",
  occurredAt: "2027-03-14T18:00:00.000Z",
  consentId: "aac-1",
  version: 2,
};
const signed = (payload: unknown, key = ours, header: object = {}) =>
  new CompactSign(Buffer.from(JSON.stringify(payload)))
    .setProtectedHeader({ alg: "PS256", kid: "k-1", typ: "consent-event+jws", ...header })
    .sign(key);
const post = async (body: string) => (await receiver.request("/events", { method: "POST", body })).status;
const listed = async (query = "") => (await receiver.request(`/events${query}`)).json();

beforeAll(async () => {
  const pair = await generateKeyPair("PS256", { extractable: true });
  ours = pair.privateKey;
  const jwk: JWK = { ...(await exportJWK(pair.publicKey)), kid: "k-1", alg: "PS256" };
  keys = createServer((_, response) =>
    down ? response.writeHead(503).end() : response.end(JSON.stringify({ keys: [jwk] })),
  );
  await new Promise<void>((listening) => keys.listen(0, "127.0.0.1", listening));
  const { port } = keys.address() as { port: number };
  database = await createTestDatabase();
  sql = await openSchema(database.url, "analytics", SCHEMA);
  down = true;
  const read = createEventReader(new URL(`http://127.0.0.1:${port}/.well-known/jwks.json`));
  receiver = createReceiver({ sql, read, log: createLog("analytics") });
});
afterAll(async () => {
  await sql?.end();
  await database?.drop();
  await new Promise((closed) => keys.close(closed));
});

test("an event whose signature cannot be checked now has to come again", async () => {
  expect(await post(await signed(EVENT))).toBe(500);
  down = false;
  expect(await post(await signed(EVENT))).toBe(202);
});

test("an event that comes twice is kept once", async () => {
  expect(await post(await signed(EVENT))).toBe(202);
  expect(await listed("?consentId=aac-1")).toEqual({ count: 1, events: [{ body: EVENT, deliveries: 2 }] });
});

test("what the consent app did not sign is not kept", async () => {
  const { privateKey: foreign } = await generateKeyPair("PS256");
  const other = { ...EVENT, id: "0190c2c0-0000-7000-8000-000000000002" };
  const [header = "", , signature = ""] = (await signed(EVENT)).split(".");
  const forged = [header, Buffer.from(JSON.stringify(other)).toString("base64url"), signature].join(".");
  const bodies = [
    await signed(other, foreign),
    await signed(other, ours, { typ: "secevent+jwt" }),
    await signed({ ...other, version: 0 }),
    await signed("hello"),
    forged,
    `${Buffer.from('{"alg":"none"}').toString("base64url")}.${Buffer.from(JSON.stringify(other)).toString("base64url")}.`,
    JSON.stringify(other),
    "",
  ];
  for (const body of bodies) expect(await post(body)).toBe(400);
  expect((await listed()).count).toBe(1);
});

test("nothing large is read", async () => {
  expect(await post("x".repeat(70_000))).toBe(413);
});
