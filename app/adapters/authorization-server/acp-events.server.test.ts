import { exportJWK, generateKeyPair, type JWK, SignJWT, UnsecuredJWT } from "jose";
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type HttpAnswer, UpstreamUnavailable } from "../http.server";
import { createPublishedKeys } from "../published-keys.server";
import { createEventReader } from "./acp-events.server";

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;

let own: Keys;
let strange: Keys;
let published: JWK[];
let fetched: number;
let answer: () => HttpAnswer;
let readEvent: ReturnType<typeof createEventReader>;

const answered = (status: number, json: unknown): HttpAnswer => ({ status, json, header: () => undefined });
const publish = async (keys: Keys, kid: string): Promise<JWK> => ({
  ...(await exportJWK(keys.publicKey)),
  kid,
  alg: "PS256",
  use: "sig",
});

beforeAll(async () => {
  [own, strange] = await Promise.all([generateKeyPair("PS256"), generateKeyPair("PS256")]);
});

beforeEach(async () => {
  published = [await publish(own, "as-1")];
  fetched = 0;
  answer = () => answered(200, { keys: published });
  const http = {
    call: async () => {
      fetched += 1;
      return answer();
    },
    close: async () => {},
  };
  readEvent = createEventReader("https://as.bank.example", "assent", createPublishedKeys(http, new URL("https://as")));
});

afterEach(() => void vi.useRealTimers());

const CHANGE = {
  consent_id: "aac-1",
  client_id: "tpp-beacon",
  client_name: "Budget Beacon",
  type: "account_access",
  api_version: "v4.0",
  status: "Revoked",
  cause: "revoked",
  changed_by: "bank",
  revision: 3,
  created_at: "2026-01-05T10:00:00.000Z",
  updated_at: "2026-01-06T10:00:00.123Z",
  expires_at: "2026-04-05T10:00:00.000Z",
  subject: "cus-1",
  account_ids: ["acc-1"],
  permissions: ["ReadBalances", "ReadSomethingNew"],
};
const CLAIMS = {
  iss: "https://as.bank.example",
  aud: "assent",
  iat: 1_767_693_600,
  toe: 1_767_693_600,
  jti: "5b4f8c3e-0c51-4e0a-9f57-7f1c2a1f0b11",
  txn: "6a1f5f0e-58a4-4c2e-9f5e-0b9a7c1d2e3f",
  events: { "urn:assent:event:consent-changed": CHANGE },
};
const sign = (claims: object = CLAIMS, header: object = {}, keys = own) =>
  new SignJWT({ ...claims })
    .setProtectedHeader({ alg: "PS256", typ: "secevent+jwt", kid: "as-1", ...header })
    .sign(keys.privateKey);
const changed = (over: object) => ({
  ...CLAIMS,
  events: { "urn:assent:event:consent-changed": { ...CHANGE, ...over } },
});

test("a signed event is read in our words", async () => {
  expect(await readEvent(await sign())).toEqual({
    id: CLAIMS.jti,
    at: new Date("2026-01-06T10:00:00Z"),
    cause: "revoked",
    by: "staff",
    correlationId: CLAIMS.txn,
    record: {
      id: "aac-1",
      clientId: "tpp-beacon",
      clientName: "Budget Beacon",
      kind: "account-access",
      status: "revoked",
      revision: 3,
      createdAt: new Date(CHANGE.created_at),
      updatedAt: new Date(CHANGE.updated_at),
      expiresAt: new Date(CHANGE.expires_at),
      customer: "cus-1",
      accountIds: ["acc-1"],
      permissions: ["ReadBalances", "ReadSomethingNew"],
    },
  });
});

test.each([
  ["customer", "customer"],
  ["tpp", "tpp"],
  ["bank", "staff"],
  ["system", "system"],
])("changed by %s is by %s", async (wire, ours) => {
  expect(await readEvent(await sign(changed({ changed_by: wire })))).toMatchObject({ by: ours });
});

test.each([
  ["AwaitingAuthorisation", "pending"],
  ["Authorised", "authorised"],
  ["Suspended", "suspended"],
  ["Rejected", "rejected"],
  ["Consumed", "consumed"],
  ["Revoked", "revoked"],
])("%s is %s", async (wire, ours) => {
  expect(await readEvent(await sign(changed({ status: wire })))).toMatchObject({ record: { status: ours } });
});

test.each([
  ["timed_out", "timed-out"],
  ["never_collected", undefined],
  ["constructor", undefined],
  [null, undefined],
  [{ code: 7 }, undefined],
])("why it was made: %s is %s, and no reason makes an event unreadable", async (wire, ours) => {
  const event = await readEvent(await sign(changed({ change_reason: wire })));
  expect(event).toMatchObject({ cause: "revoked" });
  expect(typeof event === "object" && event.record.reason).toBe(ours);
});

test("how a TPP calls itself cannot make its events unreadable", async () => {
  expect(await readEvent(await sign(changed({ client_name: "Budget\0 Beacon" })))).toMatchObject({
    record: { clientName: "Budget Beacon" },
  });
});

test("without a correlation id that is one, the event's own id takes its place", async () => {
  const { txn: _, ...without } = CLAIMS;
  expect(await readEvent(await sign(without))).toMatchObject({ correlationId: CLAIMS.jti });
  expect(await readEvent(await sign({ ...CLAIMS, txn: "line\nbreak" }))).toMatchObject({ correlationId: CLAIMS.jti });
});

test.each([-86_400, 86_400])("our clock may be off by a day: %d seconds (R9)", async (seconds) => {
  const now = Math.floor(Date.now() / 1000) + seconds;
  expect(await readEvent(await sign({ ...CLAIMS, iat: now, toe: now }))).toMatchObject({ at: new Date(now * 1000) });
});

test.each([
  ["another kind of event", () => sign({ ...CLAIMS, events: { "urn:something:else": CHANGE } })],
  ["a status that we do not know", () => sign(changed({ status: "Asleep" }))],
  ["a kind that we do not know", () => sign(changed({ type: "cash_withdrawal" }))],
])("%s, truly signed, is of other matters", async (_, body) => {
  expect(await readEvent(await body())).toBe("of-other-matters");
});

describe("no event of this authorization server for us", () => {
  test.each([
    ["another issuer", () => sign({ ...CLAIMS, iss: "https://evil.example" })],
    ["another audience", () => sign({ ...CLAIMS, aud: "tpp-beacon" })],
    ["no audience", () => sign({ ...CLAIMS, aud: undefined })],
    ["an access token", () => sign(CLAIMS, { typ: "at+jwt" })],
    ["no type", () => sign(CLAIMS, { typ: undefined })],
    ["another key under the known name", () => sign(CLAIMS, {}, strange)],
    ["a key that nobody published", () => sign(CLAIMS, { kid: "strange" }, strange)],
    ["not signed", async () => new UnsecuredJWT({ ...CLAIMS }).encode()],
    [
      "another algorithm",
      async () => {
        const hmac = new TextEncoder().encode("a-shared-secret-that-is-long-enough");
        return new SignJWT({ ...CLAIMS })
          .setProtectedHeader({ alg: "HS256", typ: "secevent+jwt", kid: "as-1" })
          .sign(hmac);
      },
    ],
    ["no id", () => sign({ ...CLAIMS, jti: undefined })],
    ["no time", () => sign({ ...CLAIMS, iat: undefined })],
    ["a time that is none", () => sign({ ...CLAIMS, iat: 1e15 })],
    ["a time in milliseconds", () => sign({ ...CLAIMS, toe: Date.now() })],
    ["no events", () => sign({ ...CLAIMS, events: undefined })],
    ["a cause that we do not know", () => sign(changed({ cause: "forgotten" }))],
    ["no revision", () => sign(changed({ revision: undefined }))],
    ["a revision that is none", () => sign(changed({ revision: 0 }))],
    ["a revision beyond any integer of the database", () => sign(changed({ revision: 2 ** 31 }))],
    ["an id with a zero byte", () => sign({ ...CLAIMS, jti: "id\0" })],
    ["an account with a zero byte", () => sign(changed({ account_ids: ["acc\0"] }))],
    ["a date beyond any year", () => sign(changed({ expires_at: "9999-12-31T23:59:59-01:00" }))],
    ["no consent", () => sign(changed({ consent_id: "" }))],
    ["a date that is none", () => sign(changed({ updated_at: "yesterday" }))],
  ] satisfies [string, () => Promise<string>][])("%s", async (_, body) => {
    expect(await readEvent(await body())).toBeUndefined();
  });
});

describe("the keys", () => {
  test("are fetched once, however many events come", async () => {
    const body = await sign();
    await Promise.all(Array.from({ length: 20 }, () => readEvent(body)));
    expect(fetched).toBe(1);
  });

  test("are fetched again for one that is not known, at most once a minute", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const [known, unknown] = [await sign(), await sign(CLAIMS, { kid: "as-2" }, strange)];
    expect(await readEvent(known)).toBeDefined();
    for (let count = 0; count < 5; count++) expect(await readEvent(unknown)).toBeUndefined();
    expect(fetched).toBe(1);
    published = [...published, await publish(strange, "as-2")];
    vi.setSystemTime(Date.now() + 61_000);
    expect(await readEvent(unknown)).toBeDefined();
    expect([await readEvent(known), fetched]).toEqual([expect.anything(), 2]);
  });

  test.each([
    ["refused", () => answered(403, { error: "no" })],
    ["rubbish", () => answered(200, undefined)],
    ["of another shape", () => answered(200, { keys: ["key"] })],
    [
      "not to be had",
      () => {
        throw new UpstreamUnavailable("no answer in time");
      },
    ],
  ] satisfies [string, () => HttpAnswer][])(
    "when they are %s nothing is said of the event, and it is read later",
    async (_, bad) => {
      const good = answer;
      answer = bad;
      const body = await sign();
      await expect(readEvent(body)).rejects.toMatchObject({ failure: "unavailable" });
      answer = good;
      expect(await readEvent(body)).toBeDefined();
    },
  );
});
