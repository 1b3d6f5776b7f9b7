import { readFileSync } from "node:fs";
import { join } from "node:path";
import { importJWK, SignJWT } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { BankLoginUnavailable } from "~/ports/bank-login";
import { startWorld, type World } from "../../../sandbox/identity-provider/testing";
import { CUSTOMERS, type Customer } from "../../../sandbox/personas";
import { signingKey } from "../../../sandbox/pki";
import { clientKeyOf } from "./client-key.server";
import { createOidcBankLogin } from "./oidc.server";

/** The customers' log-in at the bank's identity provider, as it really is. */

const { arun, grace } = CUSTOMERS;
const SCA = "urn:openbanking:psd2:sca";

let world: World;
let login: ReturnType<typeof loginWith>;
beforeAll(async () => {
  world = await startWorld();
  login = loginWith();
});
afterAll(async () => {
  await Promise.all(opened.map((each) => each.close()));
  await world?.close();
});
beforeEach(() => world.sql`truncate attempt`);

const opened: ReturnType<typeof createOidcBankLogin>[] = [];

function loginWith(over: Partial<Parameters<typeof createOidcBankLogin>[0]> = {}) {
  const { topology } = world;
  const made = createOidcBankLogin({
    issuer: topology.identityProvider,
    metadataUrl: `${topology.identityProviderTls}/.well-known/openid-configuration`,
    clientId: "assent",
    key: clientKeyOf(readFileSync(join(topology.pkiFolder, "app-log-in.signing.jwks.json"), "utf8")),
    returnTo: `${topology.appOrigin}/dashboard/log-in/callback`,
    acr: SCA,
    tls: { ca: readFileSync(join(topology.pkiFolder, "ca.pem"), "utf8") },
    timeoutMs: 4_000,
    now: async () => new Date(),
    ...over,
  });
  opened.push(made);
  return made;
}

/** A browser that has been through the sign-in, at the address that it was sent back to. */
async function cameBack(address: URL, person: Customer = arun): Promise<URL> {
  const browser = await world.newBrowser().open(address);
  await browser.submit({ username: person.username, password: person.password });
  await browser.submit({ code: await browser.readCode() });
  return browser.url;
}

const changed = (url: URL, name: string, value: string | undefined) => {
  const other = new URL(url);
  if (value === undefined) other.searchParams.delete(name);
  else other.searchParams.set(name, value);
  return other;
};

test("a customer logs in with both factors, and is who the identity provider says", async () => {
  const { address, attempt } = await login.begin("cy");
  expect(address.searchParams.get("ui_locales")).toBe("cy");
  const before = Math.floor(Date.now() / 1_000) * 1_000;
  const outcome = await login.complete(await cameBack(address), attempt);
  expect(outcome).toMatchObject({ is: "logged-in", customer: arun.id, acr: "urn:openbanking:psd2:sca" });
  const at = "authTime" in outcome ? outcome.authTime.getTime() : 0;
  expect(at).toBeGreaterThanOrEqual(before - 60_000);
  expect(at).toBeLessThanOrEqual(Date.now());
});

test("D-28, A-09: a log-in that lies ahead of our clock by more than clocks differ is not believed", async () => {
  for (const [behindMs, outcome] of [
    [30_000, { is: "logged-in" }],
    [180_000, { is: "not-believed", why: "auth_time" }],
  ] as const) {
    const behind = loginWith({ now: async () => new Date(Date.now() - behindMs) });
    const { address, attempt } = await behind.begin("en-GB");
    expect(await behind.complete(await cameBack(address), attempt)).toMatchObject(outcome);
  }
});

test("an answer counts once", async () => {
  const { address, attempt } = await login.begin("en-GB");
  const answer = await cameBack(address);
  expect(await login.complete(answer, attempt)).toMatchObject({ is: "logged-in" });
  expect(await login.complete(answer, attempt)).toEqual({ is: "not-believed", why: "invalid_grant" });
});

describe("nobody is logged in by an answer", () => {
  let answer: URL;
  let attempt: Awaited<ReturnType<typeof login.begin>>["attempt"];
  const next = async () => {
    const begun = await login.begin("en-GB");
    attempt = begun.attempt;
    answer = await cameBack(begun.address, grace);
  };

  test.each([
    ["that another browser's way began", async () => login.complete(answer, (await login.begin("en-GB")).attempt)],
    ["with another state", () => login.complete(changed(answer, "state", "x"), attempt)],
    ["without a state", () => login.complete(changed(answer, "state", undefined), attempt)],
    ["of another issuer (RFC 9207)", () => login.complete(changed(answer, "iss", "https://evil.example"), attempt)],
    ["of no issuer", () => login.complete(changed(answer, "iss", undefined), attempt)],
    ["with another nonce than was asked with", () => login.complete(answer, { ...attempt, nonce: "x" })],
    [
      "by whoever lacks the verifier (RFC 7636)",
      () => login.complete(answer, { ...attempt, verifier: "x".repeat(43) }),
    ],
    ["with a made-up code", () => login.complete(changed(answer, "code", "x"), attempt)],
    ["that is less than was asked for", () => login.complete(answer, { ...attempt, acr: "urn:example:more" })],
    ["that is for somebody else", () => loginWith({ clientId: "authorization-server" }).complete(answer, attempt)],
  ])("%s", async (_, complete) => {
    await next();
    expect(await complete()).toMatchObject({ is: "not-believed", why: expect.any(String) });
  });
});

test("whoever turns back at the identity provider has cancelled", async () => {
  const { address, attempt } = await login.begin("en-GB");
  const browser = await world.newBrowser().open(address);
  await browser.submit({}, `${browser.url.pathname}/cancel`);
  expect(await login.complete(browser.url, attempt)).toEqual({ is: "cancelled" });
});

test("what the provider cannot do now is an outage and no refusal", async () => {
  const { attempt } = await login.begin("en-GB");
  const returnTo = `${world.topology.appOrigin}/dashboard/log-in/callback`;
  const query = { state: attempt.state, iss: world.topology.identityProvider, error: "temporarily_unavailable" };
  const answer = new URL(`${returnTo}?${new URLSearchParams(query)}`);
  await expect(login.complete(answer, attempt)).rejects.toBeInstanceOf(BankLoginUnavailable);
});

test("a provider that is away, or describes another issuer, begins nothing", async () => {
  const away = loginWith({ metadataUrl: "https://localhost:1/.well-known/openid-configuration" });
  await expect(away.begin("en-GB")).rejects.toBeInstanceOf(BankLoginUnavailable);
  const other = loginWith({ issuer: "https://login.evil.example" });
  await expect(other.begin("en-GB")).rejects.toThrow("another issuer");
});

describe("what has ended at the identity provider (back-channel logout)", () => {
  const LOGGED_OUT = { "http://schemas.openid.net/event/backchannel-logout": {} };
  const token = async (over: Record<string, unknown> = {}, typ = "logout+jwt", holder = "identity-provider") => {
    const claims: Record<string, unknown> = { events: LOGGED_OUT, jti: "j1", sub: arun.id, sid: "s1", ...over };
    const { iss = world.topology.identityProvider, aud = "assent", iat, exp, ...rest } = claims;
    const key = await signingKey(world.topology.pkiFolder, holder);
    const now = Math.floor(Date.now() / 1_000);
    return new SignJWT(rest)
      .setProtectedHeader({ alg: "PS256", typ, ...(key.kid && { kid: key.kid }) })
      .setIssuer(String(iss))
      .setAudience(String(aud))
      .setIssuedAt(Number(iat ?? now))
      .setExpirationTime(Number(exp ?? now + 120))
      .sign(await importJWK(key, "PS256"));
  };

  test("is read from a token that it signed", async () => {
    const read = await login.readLogOut(await token());
    expect(read).toMatchObject({ customer: arun.id, bankSession: "s1" });
    expect(Math.abs((read?.at.getTime() ?? 0) - Date.now())).toBeLessThan(5_000);
    expect(await login.readLogOut(await token({ sid: undefined }))).toMatchObject({ customer: arun.id });
    expect(await login.readLogOut(await token({ sub: undefined }))).toMatchObject({ bankSession: "s1" });
  });

  test.each([
    ["signed by somebody else", {}, "logout+jwt", "tpp-beacon"],
    ["of another issuer", { iss: "https://evil.example" }],
    ["for somebody else", { aud: "authorization-server" }],
    ["that is an ID token by its kind", {}, "JWT"],
    ["that is an ID token by its nonce", { nonce: "n" }],
    ["of another event", { events: { "urn:example": {} } }],
    ["of no event", { events: undefined }],
    ["of nobody", { sub: undefined, sid: undefined }],
    ["without a name of its own", { jti: undefined }],
    ["that has run out", { iat: 1_700_000_000, exp: 1_700_000_120 }],
    ["that is old, whatever it says itself", { iat: Math.floor(Date.now() / 1_000) - 400, exp: 9_999_999_999 }],
  ])("and is not read from one %s", async (_, over, typ?: string, holder?: string) => {
    expect(await login.readLogOut(await token(over, typ, holder))).toBeUndefined();
  });

  test.each(["", "no.token.here", "x"])("nor from %o", async (text) => {
    expect(await login.readLogOut(text)).toBeUndefined();
  });
});
