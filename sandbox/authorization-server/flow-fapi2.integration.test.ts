import { decodeJwt } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import { tlsIdentity } from "../service.ts";
import { createBrowser } from "./testing/browser.ts";
import { createMachine, type Machine } from "./testing/machine.ts";
import { createTppClient, type TppClient } from "./testing/tpp-client.ts";
import { allow, authorised, backAtTpp, reachConsentPage, startWorld, type World } from "./testing/world.ts";

let world: World;
let tpp: TppClient;
let bank: Machine;

beforeAll(async () => {
  world = await startWorld();
  tpp = await createTppClient(world.topology, "tpp-tallybook");
  bank = createMachine(tlsIdentity(world.topology.pkiFolder, "bank").ca, tlsIdentity(world.topology.pkiFolder, "bank"));
});

afterAll(async () => {
  await Promise.all([tpp?.close(), bank?.close()]);
  await world?.close();
});

const clientId = "tpp-tallybook";
const introspect = (token: string) =>
  bank.post(`${world.topology.authorizationServerMtls}/oauth2/introspect`, { client_id: "bank", token });

test("a pushed request comes back as one signed response and becomes a bound token", async () => {
  const consentId = await world.intent({ clientId });
  const address = await tpp.authorize(consentId);
  expect([...address.searchParams.keys()].sort()).toEqual(["client_id", "request_uri"]);
  const callback = await authorised(world, tpp, consentId);
  expect([...callback.searchParams.keys()]).toEqual(["response"]);
  expect(decodeJwt(callback.searchParams.get("response") ?? "")).toMatchObject({
    iss: world.topology.issuer,
    aud: clientId,
    code: expect.any(String),
    state: tpp.state,
  });
  const tokens = await tpp.redeem(callback);
  expect(tokens.claims()).toMatchObject({ openbanking_intent_id: consentId });
  expect((await introspect(tokens.access_token)).body).toMatchObject({ active: true, consent_id: consentId });
});

test("a payment: one account, a short token, no refresh token, and inactive once the order is placed", async () => {
  const Initiation = { InstructedAmount: { Amount: "10.00", Currency: "GBP" } };
  const Risk = { PaymentContextCode: "PartyToParty" };
  const consentId = await world.intent({
    clientId,
    type: "domestic_payment",
    request: { Data: { Initiation }, Risk },
  });
  const browser = createBrowser();
  const handoff = await reachConsentPage(world, browser, await tpp.authorize(consentId, { scope: "openid payments" }));
  expect(handoff.page.searchParams.get("consent_type")).toBe("domestic_payment");
  const redirectTo = await allow(world, handoff, { grantedScopes: ["openid", "payments"] });
  const tokens = await tpp.redeem(await backAtTpp(world, browser, redirectTo));
  expect(tokens).toMatchObject({ scope: "payments", expires_in: 600 });
  expect(tokens.refresh_token).toBeUndefined();
  expect((await introspect(tokens.access_token)).body.consent).toMatchObject({
    type: "domestic_payment",
    account_ids: ["acc-grace-main"],
    initiation: Initiation,
    risk: Risk,
  });
  await world.consents.consume(consentId);
  expect((await introspect(tokens.access_token)).body).toEqual({ active: false });
});
