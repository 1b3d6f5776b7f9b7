import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { importJWK } from "jose";
import { clientCredentialsGrant } from "openid-client";
import { Agent, fetch } from "undici";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type OpenDatabase, openDatabase } from "#db/client.server";
import { migrate } from "#db/migrate";
import { createTestDatabase, type TestDatabase } from "#db/testing";
import { freePort } from "#db/testing.global";
import { startTestApp, type TestApp } from "~/server/test-app.harness";
import { closeServices } from "~/web/services.server";
import { appEnvironment } from "../../../sandbox/app-environment";
import { start as startAuthorizationServer } from "../../../sandbox/authorization-server/start";
import { createMachine, type Machine } from "../../../sandbox/authorization-server/testing/machine";
import { createTppClient, type TppClient } from "../../../sandbox/authorization-server/testing/tpp-client";
import { start as startBank } from "../../../sandbox/bank/start";
import { TPPS } from "../../../sandbox/personas";
import { ensurePki, signingKey } from "../../../sandbox/pki";
import { tlsIdentity } from "../../../sandbox/service";
import { PORTS, type Topology, topologyFromEnv } from "../../../sandbox/topology";
import { signMessage } from "../../../sandbox/tpp/protocol/message-signature";
import * as subscriptions from "../api.v1.tpps.$clientId.event-subscriptions/route";
import * as subscription from "../api.v1.tpps.$clientId.event-subscriptions_.$id/route";
import * as events from "./route";

/** The whole way with everything real: authorization server, gateway, our own server with these routes, PostgreSQL. */

const BASE = "api/v1/tpps/:clientId";
const ROUTES = [
  [`${BASE}/event-subscriptions`, subscriptions],
  [`${BASE}/event-subscriptions/:id`, subscription],
  [`${BASE}/events`, events],
] as const;

type TppId = "tpp-beacon" | "tpp-tallybook";

let folder: string;
let database: TestDatabase;
let scene: OpenDatabase;
let topology: Topology;
let app: TestApp;
let others: { close(): Promise<void> }[];
const tpps = new Map<TppId, { client: TppClient; agent: Agent; token: string }>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "assent-whole-way-"));
  database = await createTestDatabase();
  const ports = await Promise.all(
    Object.values(PORTS).map(async ({ variable }) => [variable, String(await freePort())]),
  );
  topology = topologyFromEnv({ ...Object.fromEntries(ports), DATABASE_URL: database.url, SANDBOX_DATA: folder });
  await Promise.all([ensurePki(topology.pkiFolder), migrate(database.url)]);
  scene = openDatabase(database.url, 1, 0, "login");
  for (const [name, value] of Object.entries(appEnvironment(topology))) vi.stubEnv(name, value);
  others = [await startAuthorizationServer(topology), await startBank(topology)];
  app = await startTestApp({
    settings: { PORT: topology.ports.app, PUBLIC_ORIGIN: topology.appOrigin },
    routes: Object.fromEntries(
      ROUTES.map(([path, module]) => [path, { id: path, parentId: "root", path, module: module as never }]),
    ),
  });
  for (const id of ["tpp-beacon", "tpp-tallybook"] as const) {
    const client = await createTppClient(topology, id);
    const { access_token: token } = await clientCredentialsGrant(client.configuration, { scope: "accounts" });
    tpps.set(id, { client, token, agent: new Agent({ connect: tlsIdentity(topology.pkiFolder, id) }) });
  }
});

afterAll(async () => {
  for (const { client, agent } of tpps.values()) await Promise.all([client.close(), agent.destroy()]);
  await app?.stop();
  await closeServices();
  for (const service of (others ?? []).reverse()) await service.close();
  await scene?.close();
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
  vi.unstubAllEnvs();
});

async function signature(body: string, by: TppId): Promise<string> {
  const jwk = await signingKey(topology.pkiFolder, by);
  const { organisationId } = by === "tpp-beacon" ? TPPS.beacon : TPPS.tallybook;
  const key = (await importJWK(jwk, "PS256")) as CryptoKey;
  return signMessage(body, { key, kid: jwk.kid ?? "", issuer: `${organisationId}/${by}` });
}

/** A TPP's call at the gateway, signed where it has a body. */
async function call(as: TppId, method: string, path: string, message?: unknown, headers: Record<string, string> = {}) {
  const { token, agent } = tpps.get(as) as { token: string; agent: Agent };
  const body = message === undefined ? undefined : JSON.stringify(message);
  const response = await fetch(`${topology.bankGateway}/open-banking/v4.0${path}`, {
    method,
    dispatcher: agent,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body && { "content-type": "application/json", "x-jws-signature": await signature(body, as) }),
      ...headers,
    },
    ...(body && { body }),
  });
  const text = await response.text();
  return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
}

const PUSH = { Data: { CallbackUrl: "https://localhost:9443/event-notifications", Version: "4.0" } };
const interactionId = "6a1f5f0e-58a4-4c2e-9f5e-0b9a7c1d2e3f";
let serial = 0;

/** An event that waits for a TPP. */
async function waits(client: TppId): Promise<string> {
  const id = `0190a000-0000-7000-8000-${String(++serial).padStart(12, "0")}`;
  await scene.db.execute(sql`with event as (
      insert into assent.outbox_event (id, consent_id, version, client_id, kind, move, to_status, actor_type, reason,
        correlation_id, occurred_at)
      values (${id}::uuid, ${`aac-${serial}`}, 1, ${client}, 'account-access', 'stop', 'revoked', 'customer', 'x',
        ${interactionId}, clock_timestamp()) returning id)
    insert into assent.outbox_delivery (id, event_id, channel, recipient, consent_id, version, body)
    select id, id, 'tpp', ${client}, ${`aac-${serial}`}, 1, ${`token-${serial}`} from event`);
  return id;
}

describe.sequential("a TPP, the bank's gateway and we", () => {
  let id: string;

  test("it subscribes; the evidence names it and its call", async () => {
    const made = await call("tpp-beacon", "POST", "/event-subscriptions", PUSH, {
      "x-fapi-interaction-id": interactionId,
    });
    expect(made).toMatchObject({ status: 201, body: { Data: PUSH.Data } });
    id = made.body.Data.EventSubscriptionId;
    const audit = await scene.db.execute(sql`
      select type, client_id, actor_type, actor_ref, correlation_id, detail from assent.audit_event`);
    expect([...audit]).toEqual([
      {
        type: "tpp-subscribed",
        client_id: "tpp-beacon",
        actor_type: "tpp",
        actor_ref: "tpp-beacon",
        correlation_id: interactionId,
        detail: { callbackHost: "localhost:9443" },
      },
    ]);
    expect(await call("tpp-beacon", "GET", "/event-subscriptions")).toMatchObject({
      body: { Data: { EventSubscription: [{ EventSubscriptionId: id }] } },
    });
  });

  test("a second one is a conflict", async () => {
    expect(await call("tpp-beacon", "POST", "/event-subscriptions", PUSH)).toEqual({ status: 409, body: undefined });
  });

  test.each([
    ["an event that we do not send", { EventTypes: ["urn:uk:org:openbanking:events:nonsense"] }, "U024"],
    ["a private address (S17)", { CallbackUrl: "https://169.254.169.254/latest" }, "U002"],
    ["an address of the bank's own network (S17)", { CallbackUrl: "https://10.0.0.7/events" }, "U002"],
    ["a name that leads nowhere public (S17)", { CallbackUrl: "https://bank.internal/events" }, "U002"],
    ["a port of another protocol (S17)", { CallbackUrl: "https://localhost:25/events" }, "U002"],
    ["plain http", { CallbackUrl: "http://localhost/events" }, "U002"],
    ["a version that nobody speaks", { Version: "5.0" }, "U002"],
  ])("%s is refused, and nothing is kept", async (_, over, code) => {
    for (const [method, path, message] of [
      ["POST", "/event-subscriptions", { Data: { ...PUSH.Data, ...over } }],
      ["PUT", `/event-subscriptions/${id}`, { Data: { EventSubscriptionId: id, ...PUSH.Data, ...over } }],
    ] as const) {
      const as = method === "POST" ? "tpp-tallybook" : "tpp-beacon";
      expect(await call(as, method, path, message)).toMatchObject({
        status: 400,
        body: { Errors: [{ ErrorCode: code }] },
      });
    }
    expect((await call("tpp-tallybook", "GET", "/event-subscriptions")).body.Data.EventSubscription).toEqual([]);
    expect((await call("tpp-beacon", "GET", "/event-subscriptions")).body.Data.EventSubscription).toMatchObject([
      PUSH.Data,
    ]);
  });

  test("unsigned, it is refused", async () => {
    const headers = { "x-jws-signature": "" };
    expect(await call("tpp-tallybook", "POST", "/event-subscriptions", PUSH, headers)).toMatchObject({
      status: 400,
      body: { Errors: [{ ErrorCode: "U019" }] },
    });
  });

  test("another TPP has its own, and reaches nothing of the first", async () => {
    expect((await call("tpp-tallybook", "POST", "/event-subscriptions", { Data: { Version: "3.1" } })).status).toBe(
      201,
    );
    const foreign = { Data: { EventSubscriptionId: id, Version: "3.1" } };
    expect(await call("tpp-tallybook", "PUT", `/event-subscriptions/${id}`, foreign)).toMatchObject({ status: 400 });
    expect(await call("tpp-tallybook", "DELETE", `/event-subscriptions/${id}`)).toMatchObject({ status: 400 });
    expect((await call("tpp-beacon", "GET", "/event-subscriptions")).body.Data.EventSubscription).toMatchObject([
      PUSH.Data,
    ]);
  });

  test("it polls: what is not acknowledged comes again, what is acknowledged or refused does not", async () => {
    const [first, second, third] = [await waits("tpp-beacon"), await waits("tpp-beacon"), await waits("tpp-beacon")];
    const foreign = await waits("tpp-tallybook");
    const poll = (message: object, as: TppId = "tpp-beacon") => call(as, "POST", "/events", message);
    const two = { moreAvailable: true, sets: { [first]: "token-1", [second]: "token-2" } };
    expect(await poll({ maxEvents: 2, returnImmediately: true })).toEqual({ status: 200, body: two });
    expect((await poll({ maxEvents: 2 })).body).toEqual(two);
    expect((await poll({ maxEvents: 0, ack: [first, foreign] })).body).toEqual({ moreAvailable: true, sets: {} });
    const setErrs = { [second]: { err: "invalid_issuer", description: "Unknown issuer" } };
    expect((await poll({ setErrs })).body).toEqual({ moreAvailable: false, sets: { [third]: "token-3" } });
    const made = { [third]: { err: "jwtIss", description: "an error code of a draft" } };
    expect(await poll({ setErrs: made })).toMatchObject({
      status: 400,
      body: { Errors: [{ ErrorCode: "U002", Path: "setErrs" }] },
    });
    expect((await poll({ ack: [third] })).body).toEqual({ moreAvailable: false, sets: {} });
    expect((await poll({}, "tpp-tallybook")).body).toEqual({ moreAvailable: false, sets: { [foreign]: "token-4" } });
  });

  test("it unsubscribes, and hears no more", async () => {
    await waits("tpp-beacon");
    expect(await call("tpp-beacon", "DELETE", `/event-subscriptions/${id}`)).toEqual({ status: 204, body: undefined });
    expect((await call("tpp-beacon", "POST", "/events", {})).body).toEqual({ moreAvailable: false, sets: {} });
  });
});

describe("our own door", () => {
  const at = (path: string, init: { method?: string; headers?: Record<string, string>; body?: string } = {}) =>
    fetch(`${app.origin}/api/v1/tpps/tpp-beacon${path}`, init);
  const form = { grant_type: "client_credentials", client_id: "bank" };
  let bank: Machine;
  const tokenFor = async (over: Record<string, string>): Promise<string> =>
    (await bank.post(`${topology.authorizationServerInternal}/default/system/oauth2/token`, { ...form, ...over })).body
      .access_token;

  beforeAll(() => {
    const { ca, ...identity } = tlsIdentity(topology.pkiFolder, "bank");
    bank = createMachine(ca, identity);
  });
  afterAll(() => bank?.close());

  const doors = [
    ["GET", "/event-subscriptions"],
    ["POST", "/event-subscriptions"],
    ["PUT", "/event-subscriptions/x"],
    ["DELETE", "/event-subscriptions/x"],
    ["POST", "/events"],
  ] as const;

  test.each(doors)("%s %s opens to nobody, and does not say why", async (method, path) => {
    const opaque = await tokenFor({ scope: "manage_openbanking_consents" });
    const tpp = tpps.get("tpp-beacon")?.token ?? "";
    const cases: [Record<string, string>, string][] = [
      [{}, "Bearer"],
      [{ authorization: "Basic YmFuazpi" }, 'Bearer error="invalid_token"'],
      [{ authorization: "Bearer made-up" }, 'Bearer error="invalid_token"'],
      [{ authorization: `Bearer ${opaque}` }, 'Bearer error="invalid_token"'],
      [{ authorization: `Bearer ${tpp}` }, 'Bearer error="invalid_token"'],
    ];
    for (const [headers, challenge] of cases) {
      const answer = await at(path, { method, headers });
      expect([answer.status, answer.headers.get("www-authenticate"), await answer.text()]).toEqual([
        401,
        challenge,
        "",
      ]);
    }
  });

  test("the token of the gateway, without the scope, is not enough", async () => {
    const token = await tokenFor({ resource: "urn:assent:api" });
    const answer = await at("/events", { method: "POST", headers: { authorization: `Bearer ${token}` } });
    expect([answer.status, await answer.text()]).toEqual([403, ""]);
    expect(answer.headers.get("www-authenticate")).toBe('Bearer error="insufficient_scope", scope="tpp_events"');
  });

  test("with it: only the methods, the format and the names that there are", async () => {
    const authorization = `Bearer ${await tokenFor({ resource: "urn:assent:api", scope: "tpp_events" })}`;
    const json = { authorization, "content-type": "application/json" };
    const ask = async (path: string, init: Parameters<typeof at>[1]) => {
      const answer = await at(path, init);
      const text = await answer.text();
      return [answer.status, text === "" ? undefined : JSON.parse(text)];
    };
    expect(await ask("/events", { method: "POST", headers: { authorization }, body: "{}" })).toEqual([
      415,
      { problem: "not-json" },
    ]);
    expect(await ask("/events", { method: "POST", headers: json, body: "{" })).toEqual([400, { problem: "not-json" }]);
    expect(await ask("/events", { method: "POST", headers: json, body: '{"maxEvents":"9"}' })).toEqual([
      400,
      { problem: "field-invalid", field: "maxEvents" },
    ]);
    expect(await ask("/events", { method: "PUT", headers: json, body: "{}" })).toEqual([405, undefined]);
    expect(await ask("/event-subscriptions", { method: "PATCH", headers: json, body: "{}" })).toEqual([405, undefined]);
    const nameless = await fetch(`${app.origin}/api/v1/tpps/%3Cscript%3E/event-subscriptions`, { headers: json });
    expect(nameless.status).toBe(404);
  });
});
