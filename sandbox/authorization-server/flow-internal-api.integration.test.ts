import { afterAll, beforeAll, expect, test } from "vitest";
import { CUSTOMERS } from "../personas.ts";
import { tlsIdentity } from "../service.ts";
import { createBrowser } from "./testing/browser.ts";
import { createMachine, type Machine } from "./testing/machine.ts";
import { createTppClient, type TppClient } from "./testing/tpp-client.ts";
import { backAtTpp, reachConsentPage, startWorld, type World } from "./testing/world.ts";

let world: World;
let tpp: TppClient;
let app: Machine;
let bank: Machine;

beforeAll(async () => {
  world = await startWorld();
  tpp = await createTppClient(world.topology, "tpp-beacon");
  const { ca } = tlsIdentity(world.topology.pkiFolder, "app");
  app = createMachine(ca, tlsIdentity(world.topology.pkiFolder, "app"));
  bank = createMachine(ca, tlsIdentity(world.topology.pkiFolder, "bank"));
});

afterAll(async () => {
  await Promise.all([tpp?.close(), app?.close(), bank?.close()]);
  await world?.close();
});

const system = () => `${world.topology.authorizationServerInternal}/default/system`;
async function authorization(machine: Machine, client_id: string) {
  const form = { grant_type: "client_credentials", client_id, scope: "manage_openbanking_consents view_clients" };
  const { body } = await machine.post(`${system()}/oauth2/token`, form);
  return { authorization: `Bearer ${body.access_token}` };
}

test("the consent app sees the request, allows it over the wire, lists it and ends it", async () => {
  const consentId = await world.intent();
  const browser = createBrowser();
  const { loginId, loginState } = await reachConsentPage(world, browser, await tpp.authorize(consentId));
  const bearer = await authorization(app, "assent");
  const visit = `${system()}/open-banking/account-access-consent/${loginId}`;

  const view = await app.get(`${visit}?login_state=${loginState}`, bearer);
  expect(view.status).toBe(200);
  expect(view.body).toMatchObject({
    consent_id: consentId,
    subject: CUSTOMERS.grace.id,
    client_info: { client_name: "Budget Beacon", organisation_id: "PSDGB-FCA-731904" },
  });
  const accepted = await app.postJson(
    `${visit}/accept`,
    { login_state: loginState, account_ids: ["acc-grace-main"], granted_scopes: ["openid", "accounts"] },
    bearer,
  );
  expect(accepted.status).toBe(200);
  const tokens = await tpp.redeem(await backAtTpp(world, browser, accepted.body.redirect_to));

  const consents = `${system()}/servers/openbanking/open-banking/consents`;
  const listed = await app.get(`${consents}?accounts=acc-grace-main`, bearer);
  expect(listed.body.Consents).toMatchObject([{ consent_id: consentId, status: "Authorised" }]);

  const introspect = async () =>
    (
      await bank.post(`${world.topology.authorizationServerMtls}/oauth2/introspect`, {
        client_id: "bank",
        token: tokens.access_token,
        token_type_hint: "access_token",
      })
    ).body;
  expect(await introspect()).toMatchObject({ active: true });
  expect((await app.delete(`${consents}/${consentId}`, bearer)).status).toBe(204);
  expect(await introspect()).toEqual({ active: false });
});

test("the gateway may say that an order was placed, and decide nothing", async () => {
  const consentId = await world.intent();
  const { loginId, loginState } = await reachConsentPage(world, createBrowser(), await tpp.authorize(consentId));
  const bearer = await authorization(bank, "bank");
  const accept = `${system()}/open-banking/account-access-consent/${loginId}/accept`;
  const decision = { login_state: loginState, account_ids: ["acc-grace-main"], granted_scopes: ["openid", "accounts"] };
  expect((await bank.postJson(accept, decision, bearer)).status).toBe(403);
  // The consent app's own token is of no use to another certificate.
  expect((await bank.postJson(accept, decision, await authorization(app, "assent"))).status).toBe(403);
  const consume = `${system()}/servers/openbanking/open-banking/consents/${consentId}/consume`;
  expect((await bank.postJson(consume, {}, bearer)).status).toBe(422);
  expect((await app.postJson(consume, {}, await authorization(app, "assent"))).status).toBe(403);
  expect((await world.consents.get(consentId))?.status).toBe("awaiting_authorisation");
});
