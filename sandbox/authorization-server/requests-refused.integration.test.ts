import { randomUUID } from "node:crypto";
import { decodeJwt, importJWK, SignJWT, UnsecuredJWT } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signingKey } from "../pki.ts";
import { tlsIdentity } from "../service.ts";
import { createBrowser } from "./testing/browser.ts";
import { createMachine } from "./testing/machine.ts";
import { createTppClient, type TppClient } from "./testing/tpp-client.ts";
import { allow, backAtTpp, reachConsentPage, startWorld, type World } from "./testing/world.ts";

let world: World;
let beacon: TppClient;
let tallybook: TppClient;

beforeAll(async () => {
  world = await startWorld();
  beacon = await createTppClient(world.topology, "tpp-beacon");
  tallybook = await createTppClient(world.topology, "tpp-tallybook");
});

afterAll(async () => {
  await Promise.all([beacon?.close(), tallybook?.close()]);
  await world?.close();
});

/** The error that a TPP finds in its redirect address: in the fragment, or in the query when it asked for a bare code. */
async function errorAtBeacon(address: URL) {
  const at = await backAtTpp(world, createBrowser(), address);
  return Object.fromEntries([...at.searchParams, ...new URLSearchParams(at.hash.slice(1))]);
}

/** The same request object with other claims, signed by the TPP's own key or by nobody. */
async function resigned(address: URL, change: Record<string, unknown>, by: "tpp-beacon" | "tpp-tallybook" | "nobody") {
  const claims = { ...decodeJwt(address.searchParams.get("request") ?? ""), ...change };
  const changed = new URL(address);
  const jwk = await signingKey(world.topology.pkiFolder, by === "nobody" ? "tpp-beacon" : by);
  const signed = new SignJWT(claims).setProtectedHeader({ alg: "PS256", kid: jwk.kid as string });
  changed.searchParams.set(
    "request",
    by === "nobody" ? new UnsecuredJWT(claims).encode() : await signed.sign(await importJWK(jwk, "PS256")),
  );
  return changed;
}

const now = () => Math.floor(Date.now() / 1000);
const intentClaims = (value: unknown) => JSON.stringify({ id_token: { openbanking_intent_id: { value } } });

describe("FAPI 1.0 Advanced: the request object", () => {
  test.each([
    ["unsigned", {}, "nobody", "invalid_request_object"],
    ["signed by another TPP", {}, "tpp-tallybook", "invalid_request_object"],
    ["for another issuer", { aud: "http://elsewhere.localhost" }, "tpp-beacon", "invalid_request_object"],
    ["expired", { nbf: now() - 600, exp: now() - 300 }, "tpp-beacon", "invalid_request_object"],
    ["valid for more than an hour", { nbf: now(), exp: now() + 3700 }, "tpp-beacon", "invalid_request_object"],
    ["without exp", { exp: undefined }, "tpp-beacon", "invalid_request_object"],
    ["without nonce", { nonce: undefined }, "tpp-beacon", "invalid_request"],
    ["asking for a bare code", { response_type: "code" }, "tpp-beacon", "invalid_request"],
  ] as const)("%s is refused at the TPP", async (_name, change, by, error) => {
    const address = await beacon.authorize(await world.intent());
    expect(await errorAtBeacon(await resigned(address, change, by))).toMatchObject({ error });
  });

  test("none at all is refused", async () => {
    const address = await beacon.authorize(await world.intent());
    address.searchParams.delete("request");
    address.searchParams.set("redirect_uri", beacon.redirectUri);
    address.searchParams.set("response_type", "code id_token");
    expect(await errorAtBeacon(address)).toMatchObject({ error: "invalid_request" });
  });

  test("what stands beside it does not count", async () => {
    const address = await beacon.authorize(await world.intent());
    address.searchParams.set("state", "outside");
    address.searchParams.set("scope", "openid payments");
    const browser = createBrowser();
    const handoff = await reachConsentPage(world, browser, address);
    const at = await backAtTpp(world, browser, await allow(world, handoff));
    expect(new URLSearchParams(at.hash.slice(1)).get("state")).toBe(beacon.state);
  });

  test.each(["http://tpp.localhost/other", "https://evil.example/callback"])(
    "an address that is not registered gets a page and no redirect: %s",
    async (redirect_uri) => {
      const address = await beacon.authorize(await world.intent(), {
        redirect_uri,
        state: "<script>alert(1)</script>",
      });
      const answer = await createBrowser().open(address);
      expect(answer.status).toBe(400);
      expect(answer.location).toBeUndefined();
      expect(answer.text).toContain("We could not continue");
      expect(answer.text).not.toContain("script>");
      expect(answer.text).not.toContain("evil.example");
      expect(answer.headers.get("cache-control")).toBe("no-store");
      expect(answer.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    },
  );

  test("an unknown client gets a page and no redirect", async () => {
    const address = await beacon.authorize(await world.intent());
    address.searchParams.set("client_id", "tpp-nobody");
    const answer = await createBrowser().open(address);
    expect(answer.status).toBe(400);
    expect(answer.location).toBeUndefined();
  });
});

test("an interaction id that is none is not repeated on the page that the log points to", async () => {
  const { authorizationServerMtls, pkiFolder } = world.topology;
  const machine = createMachine(tlsIdentity(pkiFolder, "tpp-beacon").ca);
  const pageFor = async (interactionId: string) => {
    const address = `${authorizationServerMtls}/oauth2/authorize?client_id=nobody`;
    const { body } = await machine.get(address, { accept: "text/html", "x-fapi-interaction-id": interactionId });
    return String(body);
  };
  const [id, secret] = [randomUUID(), "eyJhbGciOiJQUzI1NiJ9.secret"];
  expect(await pageFor(id)).toContain(id);
  expect(await pageFor(secret)).not.toContain(secret);
  await machine.close();
});

describe("the intent", () => {
  const used = async (status: string, over: Parameters<typeof world.intent>[0] = {}) => {
    const id = await world.intent(over);
    await world.sql`update consent set status = ${status} where id = ${id}`;
    return id;
  };
  test.each([
    ["is missing", async () => ({ claims: undefined })],
    ["is not text", async () => ({ claims: intentClaims(7) })],
    ["is unknown", async () => ({ claims: intentClaims("aac-unknown") })],
    ["is another TPP's", async () => ({ claims: intentClaims(await world.intent({ clientId: "tpp-tallybook" })) })],
    ["is of another kind than the scope", async () => ({ scope: "openid payments" })],
    ["comes with two scopes", async () => ({ scope: "openid accounts payments" })],
    ["comes with no scope of its kind", async () => ({ scope: "openid" })],
    [
      "was authorised and is used once",
      async () => ({
        scope: "openid payments",
        claims: intentClaims(await used("authorised", { type: "domestic_payment" })),
      }),
    ],
    ["is suspended", async () => ({ claims: intentClaims(await used("suspended")) })],
    ["was rejected", async () => ({ claims: intentClaims(await used("rejected")) })],
    [
      "was replaced",
      async () => {
        const id = await used("revoked");
        await world.sql`update consent set superseded_by = id where id = ${id}`;
        return { claims: intentClaims(id) };
      },
    ],
    ["was deleted", async () => ({ claims: intentClaims(await used("deleted")) })],
  ])("that %s ends as invalid_request at the TPP", async (_name, change) => {
    const { claims, ...rest } = { claims: intentClaims(await world.intent()), ...(await change()) };
    const address = await beacon.authorize(undefined, { ...rest, ...(claims && { claims }) });
    expect(await errorAtBeacon(address)).toMatchObject({ error: "invalid_request", state: beacon.state });
  });

  test("that has expired ends as invalid_request at the TPP", async () => {
    const id = await world.intent({ expiresAt: new Date(Date.now() + 60_000) });
    await world.sql`update consent set expires_at = now() - interval '1 second' where id = ${id}`;
    expect(await errorAtBeacon(await beacon.authorize(id))).toMatchObject({ error: "invalid_request" });
  });

  test("of another TPP is refused when it is pushed already", async () => {
    await expect(tallybook.authorize(await world.intent())).rejects.toMatchObject({ error: "invalid_request" });
  });
});

test("nobody is asked again in silence: prompt=none is refused", async () => {
  const address = await beacon.authorize(await world.intent(), { prompt: "none" });
  expect(await errorAtBeacon(address)).toMatchObject({ error: "login_required" });
});

test("an authentication that the bank does not give ends at the TPP instead of going round in circles", async () => {
  const id_token = {
    openbanking_intent_id: { value: await world.intent() },
    acr: { essential: true, values: ["urn:openbanking:psd2:ca"] },
  };
  const address = await beacon.authorize(undefined, { claims: JSON.stringify({ id_token }) });
  expect(await errorAtBeacon(address)).toMatchObject({ error: "unmet_authentication_requirements" });
});

describe("FAPI 2.0: the pushed request", () => {
  const clientId = "tpp-tallybook";

  test("is required", async () => {
    const address = new URL(`${world.topology.issuer}/oauth2/authorize`);
    address.search = new URLSearchParams({
      client_id: clientId,
      redirect_uri: tallybook.redirectUri,
      response_type: "code",
      response_mode: "jwt",
      scope: "openid accounts",
      claims: intentClaims(await world.intent({ clientId })),
    }).toString();
    const at = await backAtTpp(world, createBrowser(), address);
    expect(decodeJwt(at.searchParams.get("response") ?? "")).toMatchObject({ error: "invalid_request" });
  });

  test.each([
    ["without PKCE", { code_challenge: "", code_challenge_method: "" }],
    ["with plain PKCE", { code_challenge_method: "plain" }],
    ["with an address that is not registered", { redirect_uri: "https://evil.example/callback" }],
  ])("%s is refused", async (_name, change) => {
    const pushed = tallybook.authorize(await world.intent({ clientId }), change);
    await expect(pushed).rejects.toMatchObject({ error: "invalid_request" });
  });

  test("is good for one authorisation", async () => {
    const address = await tallybook.authorize(await world.intent({ clientId }));
    const [first, second] = [createBrowser(), createBrowser()];
    // Opening it twice is a reload (FAPI 2.0 section 5.3.2.2); only one of the two may come to an end.
    const handoff = await reachConsentPage(world, first, address);
    const other = await reachConsentPage(world, second, address);
    await backAtTpp(world, first, await allow(world, handoff));
    const { loginId, loginState } = other;
    const late = await world.handoffs.decide(loginId, loginState, {
      kind: "accept",
      accountIds: ["acc-grace-main"],
      grantedScopes: ["openid", "accounts"],
    });
    expect(late).toEqual({ outcome: "consent_not_usable" });
    const again = await createBrowser().open(address);
    expect(again.location?.origin).not.toBe(world.topology.identityProvider);
  });
});
