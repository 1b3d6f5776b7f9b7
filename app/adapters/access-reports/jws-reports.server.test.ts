import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from "jose";
import { v4 as uuidv4, v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { BankAccessUnavailable } from "~/ports/bank-access";
import { createJwsReports } from "./jws-reports.server";

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;

const ISSUER = "https://gateway.bank.example";
const AT = "2026-03-01T12:00:00.000Z";

let own: Keys;
let strange: Keys;
let server: Server;
let published: object;
let reports: ReturnType<typeof createJwsReports>;

beforeAll(async () => {
  [own, strange] = await Promise.all([generateKeyPair("PS256"), generateKeyPair("PS256")]);
  server = createServer((_, response) => {
    response.setHeader("content-type", "application/json").end(JSON.stringify(published));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
beforeEach(async () => {
  published = { keys: [{ ...(await exportJWK(own.publicKey)), kid: "bank-1", alg: "PS256", use: "sig" }] };
  await reports?.close();
  reports = createJwsReports({
    issuer: ISSUER,
    jwksUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`,
    tls: { cert: "", key: "", ca: "" },
    timeoutMs: 1_000,
  });
});
afterAll(async () => {
  await reports.close();
  await new Promise((resolve) => server.close(resolve));
});

const anEvent = (over: object = {}) => ({
  id: uuidv7({ msecs: Date.parse(AT) }),
  at: AT,
  consent_id: "aac-1",
  client_id: "tpp-beacon",
  resource: "balances",
  present: true,
  accounts: [{ id: "acc-1", records: 2 }],
  ...over,
});
const CLAIMS = { iss: ISSUER, aud: "urn:assent:api", iat: Date.parse(AT) / 1000, told_until: AT };
const sign = (claims: object = {}, header: object = {}, keys = own) =>
  new SignJWT({ ...CLAIMS, events: [anEvent()], ...claims })
    .setProtectedHeader({ alg: "PS256", typ: "access-events+jws", kid: "bank-1", ...header })
    .sign(keys.privateKey);
const read = async (body: string | Promise<string>) => reports.read(await body);

test("a report of the bank's, in our words", async () => {
  const interaction = uuidv4();
  const event = anEvent({ interaction_id: interaction });
  expect(await read(sign({ events: [event] }))).toEqual({
    issuer: ISSUER,
    toldUntil: new Date(AT),
    events: [
      {
        id: event.id,
        at: new Date(AT),
        consentId: "aac-1",
        clientId: "tpp-beacon",
        resource: "balances",
        present: true,
        interactionId: interaction,
        accounts: [{ account: "acc-1", records: 2 }],
      },
    ],
    refused: [],
  });
});

describe("not the bank's word for us", () => {
  test.each([
    ["no token", async () => "made-up"],
    ["unsigned", async () => new UnsecuredJWT({ ...CLAIMS, events: [] }).encode()],
    ["another issuer", () => sign({ iss: "https://evil.example" })],
    ["for another", () => sign({ aud: "urn:other" })],
    ["a token of another sort", () => sign({}, { typ: "secevent+jwt" })],
    ["without a type", () => sign({}, { typ: undefined })],
    ["another key under the known name", () => sign({}, {}, strange)],
    ["a key that nobody published", () => sign({}, { kid: "strange" }, strange)],
  ])("%s", async (_, body) => {
    expect(await read(body())).toBe("unsigned");
  });

  test("an algorithm of the sender's choice", async () => {
    const hmac = new TextEncoder().encode(JSON.stringify(published));
    const body = new SignJWT({ ...CLAIMS, events: [] })
      .setProtectedHeader({ alg: "HS256", typ: "access-events+jws", kid: "bank-1" })
      .sign(hmac);
    expect(await read(body)).toBe("unsigned");
  });
});

test("an event that nobody can keep is named, and the others stand", async () => {
  const bad = [
    [{ id: uuidv4() }, "id"],
    [{ id: uuidv7({ msecs: Date.parse(AT) - 172_800_000 }) }, "id"],
    [{ id: anEvent().id.toUpperCase() }, "id"],
    [{ at: "yesterday" }, "at"],
    [{ consent_id: "" }, "consent_id"],
    [{ consent_id: "a\u0000b" }, "consent_id"],
    [{ client_id: "x".repeat(129) }, "client_id"],
    [{ resource: "passwords" }, "resource"],
    [{ resource: "constructor" }, "resource"],
    [{ present: "yes" }, "present"],
    [{ interaction_id: "<script>" }, "interaction_id"],
    [{ accounts: [{ id: "acc-1", records: -1 }] }, "accounts.0.records"],
    [{ accounts: [{ id: "acc-1", records: 1.5 }] }, "accounts.0.records"],
    [{ accounts: [anEvent().accounts[0], anEvent().accounts[0]] }, "accounts"],
  ] as const;
  const events = [anEvent(), ...bad.map(([over]) => anEvent(over)), null, anEvent({ accounts: [] })];
  const report = await read(sign({ events }));
  if (report === "unsigned" || "field" in report) throw new Error("the report was refused");
  expect(report.events).toHaveLength(2);
  expect(report.refused).toEqual([
    ...bad.map(([, field], index) => ({ index: index + 1, field })),
    { index: bad.length + 1, field: "" },
  ]);
});

test.each([
  [{ told_until: undefined }, "told_until"],
  [{ told_until: "soon" }, "told_until"],
  [{ told_until: "0000-01-01T00:00:00Z" }, "told_until"],
  [{ told_until: "9999-12-31T23:59:59-23:59" }, "told_until"],
  [{ events: undefined }, "events"],
  [{ events: {} }, "events"],
  [{ events: Array(501).fill(null) }, "events"],
])("a report of another shape is none: %j", async (claims, field) => {
  expect(await read(sign(claims))).toEqual({ field });
});

test("without the keys nothing is said about the report", async () => {
  published = { error: "away" };
  await expect(read(sign())).rejects.toThrow(BankAccessUnavailable);
});
