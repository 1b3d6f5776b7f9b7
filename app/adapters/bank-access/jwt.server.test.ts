import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { BankAccessUnavailable } from "~/ports/bank-access";
import { createJwtBankAccess } from "./jwt.server";

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;

const ISSUER = "https://as.bank.example";
const NOW = new Date("2026-03-01T12:00:00Z");
const seconds = (offset = 0) => NOW.getTime() / 1000 + offset;

let own: Keys;
let strange: Keys;
let server: Server;
let fetched: number;
let published: object;
let access: ReturnType<typeof createJwtBankAccess>;
let now: Date;

beforeAll(async () => {
  [own, strange] = await Promise.all([generateKeyPair("PS256"), generateKeyPair("PS256")]);
  server = createServer((_, response) => {
    fetched += 1;
    response.setHeader("content-type", "application/json").end(JSON.stringify(published));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

beforeEach(async () => {
  fetched = 0;
  published = { keys: [{ ...(await exportJWK(own.publicKey)), kid: "as-1", alg: "PS256", use: "sig" }] };
  now = NOW;
  await access?.close();
  access = createJwtBankAccess({
    jwksUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`,
    tls: { cert: "", key: "", ca: "" },
    timeoutMs: 1_000,
    issuer: ISSUER,
    now: async () => now,
  });
});
afterAll(() => access.close());

const CLAIMS = {
  iss: ISSUER,
  aud: "urn:assent:api",
  sub: "bank",
  client_id: "bank",
  scope: "tpp_events",
  jti: "1",
  iat: seconds(-10),
  exp: seconds(300),
};
const sign = (claims: object = {}, header: object = {}, keys = own) =>
  new SignJWT({ ...CLAIMS, ...claims })
    .setProtectedHeader({ alg: "PS256", typ: "at+jwt", kid: "as-1", ...header })
    .sign(keys.privateKey);
const admit = async (token: string | Promise<string>) => access.admit(await token, "tpp_events");

test("the gateway is let in by name, and the keys are fetched once", async () => {
  for (let again = 0; again < 3; again++) expect(await admit(sign())).toEqual({ id: "bank" });
  expect(await admit(sign({ scope: "other tpp_events" }))).toEqual({ id: "bank" });
  expect(fetched).toBe(1);
});

test.each([undefined, "", "tpp_events_too", "TPP_EVENTS"])("scope %j is not enough", async (scope) => {
  expect(await admit(sign({ scope }))).toBe("insufficient-scope");
});

describe("no token of the bank's for us", () => {
  test.each([
    ["not a token", async () => "made-up"],
    ["unsigned", async () => new UnsecuredJWT({ ...CLAIMS }).encode()],
    ["another issuer", () => sign({ iss: "https://evil.example" })],
    ["for another API", () => sign({ aud: "urn:northlight:open-banking" })],
    ["for nobody", () => sign({ aud: undefined })],
    ["an event in place of an access token", () => sign({}, { typ: "secevent+jwt" })],
    ["no type", () => sign({}, { typ: undefined })],
    ["another key under the known name", () => sign({}, {}, strange)],
    ["a key that nobody published", () => sign({}, { kid: "strange" }, strange)],
    ["expired", () => sign({ exp: seconds(-31) })],
    ["for ever", () => sign({ exp: undefined })],
    ["not yet good", () => sign({ nbf: seconds(120) })],
    ["nobody's", () => sign({ client_id: undefined })],
    ["without an id of its own", () => sign({ jti: undefined })],
  ])("%s", async (_, token) => {
    expect(await admit(token())).toBe("invalid-token");
  });

  test("an algorithm of the caller's choice", async () => {
    const hmac = new TextEncoder().encode(JSON.stringify(published));
    const token = await new SignJWT({ ...CLAIMS })
      .setProtectedHeader({ alg: "HS256", typ: "at+jwt", kid: "as-1" })
      .sign(hmac);
    expect(await admit(token)).toBe("invalid-token");
  });
});

test("the database's clock decides, and not this machine's (R9)", async () => {
  vi.useFakeTimers({ now: new Date(NOW.getTime() + 86_400_000), toFake: ["Date"] });
  try {
    expect(await admit(sign())).toEqual({ id: "bank" });
    now = new Date(NOW.getTime() + 86_400_000);
    expect(await admit(sign())).toBe("invalid-token");
  } finally {
    vi.useRealTimers();
  }
});

test("keys of strangers do not make us ask for more than once a minute", async () => {
  for (let count = 0; count < 20; count++) await admit(sign({}, { kid: `strange-${count}` }, strange));
  expect(fetched).toBe(1);
});

test("without the keys nobody is let in, and it is said to be no fault of the caller's", async () => {
  published = { error: "away" };
  await expect(admit(sign())).rejects.toThrow(BankAccessUnavailable);
});
