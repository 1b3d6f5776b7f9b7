import { randomUUID } from "node:crypto";
import * as oidc from "openid-client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CUSTOMERS } from "../personas.ts";
import { tlsIdentity } from "../service.ts";
import { createBrowser } from "./testing/browser.ts";
import { createMachine, type Machine } from "./testing/machine.ts";
import { createTppClient, type TppClient } from "./testing/tpp-client.ts";
import { allow, authorised, backAtTpp, reachConsentPage, startWorld, type World } from "./testing/world.ts";

let world: World;
let tpp: TppClient;
let beacon: Machine;
let bank: Machine;

beforeAll(async () => {
  world = await startWorld();
  const { pkiFolder } = world.topology;
  tpp = await createTppClient(world.topology, "tpp-beacon");
  const own = tlsIdentity(pkiFolder, "tpp-beacon");
  beacon = createMachine(own.ca, own);
  bank = createMachine(own.ca, tlsIdentity(pkiFolder, "bank"));
});

afterAll(async () => {
  await Promise.all([tpp?.close(), beacon?.close(), bank?.close()]);
  await world?.close();
});

const introspect = (machine: Machine, client_id: string, token: string) =>
  machine.post(`${world.topology.authorizationServerMtls}/oauth2/introspect`, { client_id, token });

test("an intent becomes a certificate-bound token for exactly the accounts that were chosen", async () => {
  const clientToken = await oidc.clientCredentialsGrant(tpp.configuration, { scope: "openid accounts" });
  expect(clientToken.scope).toBe("accounts");
  const interactionId = randomUUID();
  const created = await beacon.postJson(
    `${world.topology.authorizationServerMtls}/open-banking/v4.0/aisp/account-access-consents`,
    { Data: { Permissions: ["ReadAccountsBasic", "ReadBalances"] }, Risk: {} },
    { authorization: `Bearer ${clientToken.access_token}`, "x-fapi-interaction-id": interactionId },
  );
  expect(created.status).toBe(201);
  const consentId = created.body.Data.ConsentId as string;

  const browser = createBrowser();
  const handoff = await reachConsentPage(world, browser, await tpp.authorize(consentId));
  expect(handoff.page.searchParams.get("consent_type")).toBe("account_access");
  expect(await world.handoffs.find(handoff.loginId, handoff.loginState)).toMatchObject({
    consentId,
    clientId: "tpp-beacon",
    subject: CUSTOMERS.grace.id,
    acr: "urn:openbanking:psd2:sca",
    amr: ["pwd", "otp", "mfa"],
    requestedScopes: ["openid", "accounts"],
  });

  const callback = await backAtTpp(world, browser, await allow(world, handoff));
  expect([...new URLSearchParams(callback.hash.slice(1)).keys()].sort()).toEqual(["code", "id_token", "state"]);
  // The client verifies signature, nonce, s_hash and c_hash of the front-channel id_token before it sends the code.
  const tokens = await tpp.redeem(callback);
  expect(tokens).toMatchObject({ token_type: "bearer", scope: "accounts", expires_in: 3600 });
  const claims = tokens.claims();
  expect(claims).toMatchObject({ openbanking_intent_id: consentId, acr: "urn:openbanking:psd2:sca" });
  expect(claims?.sub).not.toBe(CUSTOMERS.grace.id);

  const seen = await introspect(bank, "bank", tokens.access_token);
  expect(seen.body).toMatchObject({
    active: true,
    client_id: "tpp-beacon",
    scope: "accounts",
    cnf: { "x5t#S256": expect.stringMatching(/^[\w-]{43}$/) },
    consent_id: consentId,
    consent: {
      id: consentId,
      type: "account_access",
      status: "authorised",
      api_version: "v4.0",
      permissions: ["ReadAccountsBasic", "ReadBalances"],
      account_ids: ["acc-grace-main"],
      subject: CUSTOMERS.grace.id,
    },
  });
  const seenByTpp = await introspect(beacon, "tpp-beacon", tokens.access_token);
  expect(seenByTpp.body).toMatchObject({ active: true, consent_id: consentId });
  expect(JSON.stringify(seenByTpp.body)).not.toMatch(/acc-grace|cus-/);

  const refreshed = await oidc.refreshTokenGrant(tpp.configuration, tokens.refresh_token as string);
  expect((await introspect(bank, "bank", refreshed.access_token)).body).toMatchObject({ active: true });

  await world.consents.revoke(consentId, { by: "bank" });
  for (const token of [tokens.access_token, refreshed.access_token, tokens.refresh_token as string]) {
    expect((await introspect(bank, "bank", token)).body).toEqual({ active: false });
  }
  await expect(oidc.refreshTokenGrant(tpp.configuration, tokens.refresh_token as string)).rejects.toMatchObject({
    error: "invalid_grant",
  });
});

test("the same consent may be named for userinfo as well, as the UK profile shows it, and nothing else there", async () => {
  const intentNamed = (id: string) => ({ openbanking_intent_id: { value: id, essential: true } });
  const [id, other] = [await world.intent(), await world.intent()];
  const claims = (userinfo: object) => ({ claims: JSON.stringify({ id_token: intentNamed(id), userinfo }) });
  for (const userinfo of [intentNamed(other), { ...intentNamed(id), name: null }]) {
    const refused = await createBrowser().open(await tpp.authorize(undefined, claims(userinfo)));
    expect(refused.location?.hash).toContain("error=invalid_request&");
  }
  const browser = createBrowser();
  const handoff = await reachConsentPage(world, browser, await tpp.authorize(undefined, claims(intentNamed(id))));
  const tokens = await tpp.redeem(await backAtTpp(world, browser, await allow(world, handoff)));
  expect(tokens.claims()).toMatchObject({ openbanking_intent_id: id });
});

test("a token goes inactive with its consent's expiry, by the database's clock", async () => {
  const consentId = await world.intent({ expiresAt: new Date(Date.now() + 3_600_000) });
  const tokens = await tpp.redeem(await authorised(world, tpp, consentId));
  expect((await introspect(bank, "bank", tokens.access_token)).body.consent.expires_at).toMatch(/^\d{4}-.*Z$/);
  await world.sql`update consent set expires_at = now() - interval '1 second' where id = ${consentId}`;
  expect((await introspect(bank, "bank", tokens.access_token)).body).toEqual({ active: false });
});

test("no token outlives its consent", async () => {
  const consentId = await world.intent({ expiresAt: new Date(Date.now() + 120_000) });
  const tokens = await tpp.redeem(await authorised(world, tpp, consentId));
  expect(tokens.expires_in).toBeLessThanOrEqual(120);
});

test("a scope that was not granted is not in the token", async () => {
  const callback = await authorised(world, tpp, await world.intent(), { grantedScopes: ["openid"] });
  const tokens = await tpp.redeem(callback);
  expect(tokens.scope ?? "").toBe("");
  expect(tokens.refresh_token).toBeUndefined();
});

test("two consents in two tabs of one browser, for two customers, do not disturb each other", async () => {
  const browser = createBrowser();
  const other = await createTppClient(world.topology, "tpp-beacon");
  const first = await reachConsentPage(world, browser, await tpp.authorize(await world.intent()));
  world.script.subject = CUSTOMERS.arun.id;
  const second = await reachConsentPage(world, browser, await other.authorize(await world.intent()));
  world.script.subject = CUSTOMERS.grace.id;
  const secondTokens = await other.redeem(await backAtTpp(world, browser, await allow(world, second)));
  const firstTokens = await tpp.redeem(await backAtTpp(world, browser, await allow(world, first)));
  const subjects = await Promise.all(
    [firstTokens, secondTokens].map(async ({ access_token }) => {
      return (await introspect(bank, "bank", access_token)).body.consent.subject;
    }),
  );
  expect(subjects).toEqual([CUSTOMERS.grace.id, CUSTOMERS.arun.id]);
  await other.close();
});

test("the addresses are the same at both listeners", async () => {
  const { issuer, authorizationServerMtls: mtls } = world.topology;
  const atMtls = await beacon.get(`${mtls}/.well-known/openid-configuration`);
  const atBrowser = await createBrowser().open(`${issuer}/.well-known/openid-configuration`);
  expect(JSON.parse(atBrowser.text)).toEqual(atMtls.body);
  expect(atMtls.body).toMatchObject({
    issuer,
    authorization_endpoint: `${issuer}/oauth2/authorize`,
    jwks_uri: `${issuer}/.well-known/jwks.json`,
    token_endpoint: `${mtls}/oauth2/token`,
    mtls_endpoint_aliases: { pushed_authorization_request_endpoint: `${mtls}/oauth2/par` },
    scopes_supported: ["openid", "accounts", "payments", "fundsconfirmations"],
    tls_client_certificate_bound_access_tokens: true,
    id_token_signing_alg_values_supported: ["PS256"],
  });
});
