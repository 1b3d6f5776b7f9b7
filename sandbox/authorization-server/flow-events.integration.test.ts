import { createRemoteJWKSet, customFetch, jwtVerify } from "jose";
import { Agent, fetch } from "undici";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { CUSTOMERS } from "../personas.ts";
import type { CertificateHolder } from "../pki.ts";
import { tlsIdentity } from "../service.ts";
import { startReceiver } from "./events/receiver.harness.ts";
import { createMachine, type Machine } from "./testing/machine.ts";
import { createTppClient, type TppClient } from "./testing/tpp-client.ts";
import { authorised, startWorld, type World } from "./testing/world.ts";

let world: World;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
let tpp: TppClient;
const machines = new Map<CertificateHolder, Machine>();
const agents: Agent[] = [];

beforeAll(async () => {
  world = await startWorld();
  receiver = await startReceiver(world.topology.ports.app);
  tpp = await createTppClient(world.topology, "tpp-beacon");
  for (const holder of ["app", "bank", "tpp-beacon"] as const) {
    const identity = tlsIdentity(world.topology.pkiFolder, holder);
    machines.set(holder, createMachine(identity.ca, identity));
  }
});

afterAll(async () => {
  await Promise.all([tpp?.close(), ...[...machines.values()].map((machine) => machine.close())]);
  await Promise.all(agents.map((agent) => agent.destroy()));
  await world?.close();
  await receiver?.close();
});

const as = (holder: CertificateHolder) => machines.get(holder) as Machine;
const system = () => `${world.topology.authorizationServerInternal}/default/system`;

/** The authorization server's published keys, as the consent app gets them. */
function publishedKeys() {
  const agent = new Agent({ connect: tlsIdentity(world.topology.pkiFolder, "app") });
  agents.push(agent);
  return createRemoteJWKSet(new URL(`${system()}/.well-known/jwks.json`), {
    [customFetch]: ((url: string) => fetch(url, { dispatcher: agent })) as never,
  });
}

test("each change of a consent reaches the consent app as a signed security event (RFC 8417, RFC 8935)", async () => {
  const consentId = await world.intent();
  await authorised(world, tpp, consentId);
  await world.consents.suspend(consentId, { by: "bank" });
  await world.consents.delete(consentId);
  await vi.waitFor(() => expect(receiver.of(consentId)).toHaveLength(4), { timeout: 20_000, interval: 25 });

  const keys = publishedKeys();
  const told = receiver.of(consentId).map(async ({ body }) => {
    const { payload, protectedHeader } = await jwtVerify(body, keys, {
      issuer: world.topology.issuer,
      audience: "assent",
      typ: "secevent+jwt",
      algorithms: ["PS256"],
    });
    expect(protectedHeader.alg).toBe("PS256");
    expect(Object.keys(payload).sort()).toEqual(expect.arrayContaining(["aud", "events", "iat", "iss", "jti", "toe"]));
    return payload;
  });
  const payloads = await Promise.all(told);
  const changes = payloads.map(({ events }) => (events as Record<string, unknown>)["urn:assent:event:consent-changed"]);
  const consent = await world.consents.get(consentId);
  const common = {
    consent_id: consentId,
    client_id: "tpp-beacon",
    client_name: "Budget Beacon",
    type: "account_access",
    api_version: "v4.0",
    permissions: ["ReadAccountsBasic", "ReadBalances"],
    created_at: consent?.createdAt.toISOString(),
  };
  const customer = { subject: CUSTOMERS.grace.id, account_ids: ["acc-grace-main"] };
  expect(changes).toMatchObject([
    { ...common, revision: 1, cause: "created", changed_by: "tpp", status: "AwaitingAuthorisation", account_ids: [] },
    { ...common, ...customer, revision: 2, cause: "authorised", changed_by: "customer", status: "Authorised" },
    { ...common, ...customer, revision: 3, cause: "suspended", changed_by: "bank", status: "Suspended" },
    { ...common, ...customer, revision: 4, cause: "deleted", changed_by: "tpp", status: "Revoked" },
  ]);
  expect(payloads[0]?.["txn"]).toBe(consent?.interactionId);

  const [first] = receiver.of(consentId);
  expect(first?.path).toBe("/api/v1/authority-events");
  expect(first?.headers).toMatchObject({
    "content-type": "application/secevent+jwt",
    accept: "application/json",
    host: new URL(world.topology.appOrigin).host,
    "x-fapi-interaction-id": consent?.interactionId,
  });
});

test("the call that causes a change is named in its event", async () => {
  const consentId = await world.intent();
  await authorised(world, tpp, consentId);
  const form = { grant_type: "client_credentials", client_id: "assent", scope: "manage_openbanking_consents" };
  const { body } = await as("app").post(`${system()}/oauth2/token`, form);
  const interactionId = "6a1f5f0e-58a4-4c2e-9f5e-0b9a7c1d2e3f";
  const consent = `${system()}/servers/openbanking/open-banking/consents/${consentId}`;
  const headers = { authorization: `Bearer ${body.access_token}`, "x-fapi-interaction-id": interactionId };
  expect((await as("app").postJson(`${consent}/suspend`, {}, headers)).status).toBe(204);
  await vi.waitFor(() => expect(receiver.of(consentId)).toHaveLength(3), { timeout: 20_000, interval: 25 });
  expect(receiver.of(consentId)[2]?.headers["x-fapi-interaction-id"]).toBe(interactionId);
});

test("the keys are for the bank's own services, and nothing secret is among them", async () => {
  const address = `${system()}/.well-known/jwks.json`;
  const { status, body } = await as("app").get(address);
  expect([status, body.keys.length]).toEqual([200, 1]);
  expect(Object.keys(body.keys[0]).sort()).toEqual(["alg", "e", "kid", "kty", "n", "use"]);
  expect((await as("tpp-beacon").get(address)).status).toBe(403);
});

test("the gateway gets a signed token for the consent app's API, bound to its certificate (RFC 9068, RFC 8705)", async () => {
  const ask = (holder: CertificateHolder, clientId: string, over: Record<string, string> = {}) =>
    as(holder).post(`${system()}/oauth2/token`, {
      grant_type: "client_credentials",
      client_id: clientId,
      resource: "urn:assent:api",
      scope: "tpp_events",
      ...over,
    });
  const { status, body } = await ask("bank", "bank");
  expect([status, body.scope]).toEqual([200, "tpp_events"]);
  const { payload } = await jwtVerify(body.access_token, publishedKeys(), {
    issuer: world.topology.issuer,
    audience: "urn:assent:api",
    typ: "at+jwt",
    algorithms: ["PS256"],
  });
  expect(payload).toMatchObject({
    client_id: "bank",
    sub: "bank",
    scope: "tpp_events",
    cnf: { "x5t#S256": expect.any(String) },
  });
  expect(payload.exp).toBeGreaterThan(payload.iat as number);

  expect((await ask("app", "assent")).body).toMatchObject({ error: "invalid_target" });
  const other = await ask("bank", "bank", { scope: "manage_openbanking_consents" });
  expect(other.body.scope).toBeUndefined();
  const opaque = await as("bank").post(`${system()}/oauth2/token`, {
    grant_type: "client_credentials",
    client_id: "bank",
    scope: "tpp_events",
  });
  expect([opaque.body.scope, String(opaque.body.access_token).split(".").length]).toEqual([undefined, 1]);
});
