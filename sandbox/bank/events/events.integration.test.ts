import { CompactSign, importJWK } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../db/testing.ts";
import { TPPS } from "../../personas.ts";
import { signingKey } from "../../pki.ts";
import { API_VERSIONS } from "../gateway/api-version.ts";
import { type BankWorld, bankWorld, type Call, type Caller } from "../testing/bank-world.ts";
import { expectToFitOpenApi, openApiIsHere, prepareOpenApi } from "../testing/openapi.ts";
import { issueClientToken, issueToken } from "../testing/tokens.ts";

const NOW = new Date("2026-02-10T12:00:00Z");
const REVOKED = "urn:uk:org:openbanking:events:consent-authorization-revoked";
const PUSH = {
  Data: { CallbackUrl: "https://tpp.example/event-notifications", Version: "4.0", EventTypes: [REVOKED] },
};
const SUBSCRIPTIONS = "/event-subscriptions";
const ONE = "/event-subscriptions/{EventSubscriptionId}";

let database: TestDatabase;
let world: BankWorld;

beforeAll(async () => {
  const operations = [`GET ${SUBSCRIPTIONS}`, `POST ${SUBSCRIPTIONS}`, `PUT ${ONE}`, `DELETE ${ONE}`, "POST /events"];
  prepareOpenApi("events", operations);
  database = await createTestDatabase();
  world = await bankWorld(database.url, NOW);
});
beforeEach(() => {
  for (const kept of [world.consentApp.subscriptions, world.consentApp.sets]) kept.clear();
  for (const list of [world.consentApp.calls, world.consentApp.trouble]) list.length = 0;
});
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

const IAT = "http://openbanking.org.uk/iat";
const ISS = "http://openbanking.org.uk/iss";
const TAN = "http://openbanking.org.uk/tan";

async function signature(body: string, by: Caller): Promise<string> {
  const tpp = Object.values(TPPS).find(({ id }) => id === by) ?? TPPS.beacon;
  const key = await signingKey(world.topology.pkiFolder, tpp.id);
  const header = { [IAT]: NOW.getTime() / 1000, [ISS]: `${tpp.organisationId}/${tpp.id}`, [TAN]: "openbanking.org.uk" };
  const compact = await new CompactSign(new TextEncoder().encode(body))
    .setProtectedHeader({ alg: "PS256", kid: key.kid ?? "", ...header, crit: [IAT, ISS, TAN] })
    .sign(await importJWK(key, "PS256"), { crit: { [IAT]: true, [ISS]: true, [TAN]: true } });
  return compact.replace(/\..*\./, "..");
}

interface Ask extends Call {
  readonly message?: unknown;
}

describe.each(API_VERSIONS)("events, %s", (version) => {
  const ask = async (operation: string, path: string, { message, as = "tpp-beacon", headers, ...call }: Ask = {}) => {
    const [method = ""] = operation.split(" ");
    const body = message === undefined ? undefined : typeof message === "string" ? message : JSON.stringify(message);
    const signed = body !== undefined &&
      path.startsWith(SUBSCRIPTIONS) && { "x-jws-signature": await signature(body, as) };
    const response = await world.call(`/open-banking/${version}${path}`, {
      as,
      token: issueClientToken(world, { boundTo: as, scope: "accounts" }),
      method,
      ...(body !== undefined && { body }),
      headers: { ...(body !== undefined && { "content-type": "application/json" }), ...signed, ...headers },
      ...call,
    });
    if (openApiIsHere) await expectToFitOpenApi(response.clone(), version, operation);
    return response;
  };
  const list = (call?: Ask) => ask(`GET ${SUBSCRIPTIONS}`, SUBSCRIPTIONS, call);
  const subscribe = (call: Ask = {}) => ask(`POST ${SUBSCRIPTIONS}`, SUBSCRIPTIONS, { message: PUSH, ...call });
  const change = (id: string, call: Ask) => ask(`PUT ${ONE}`, `${SUBSCRIPTIONS}/${id}`, call);
  const end = (id: string, call?: Ask) => ask(`DELETE ${ONE}`, `${SUBSCRIPTIONS}/${id}`, call);
  const poll = (message: unknown, call?: Ask) => ask("POST /events", "/events", { message, ...call });
  const idOf = async (response: { json(): Promise<unknown> }) =>
    ((await response.json()) as { Data: { EventSubscriptionId: string } }).Data.EventSubscriptionId;
  const codeOf = async (response: { status: number; text(): Promise<string> }) => {
    const text = await response.text();
    const error =
      text === "" ? undefined : (JSON.parse(text) as { Errors: { ErrorCode: string; Path?: string }[] }).Errors[0];
    return [response.status, error?.ErrorCode, error?.Path];
  };
  const code = (v3: string, v4: string) => (version === "v3.1" ? `UK.OBIE.${v3}` : v4);

  test("a TPP subscribes, is asked for what it has, changes it and ends it", async () => {
    expect(await (await list()).json()).toMatchObject({ Data: { EventSubscription: [] } });
    const made = await subscribe();
    expect(made.status).toBe(201);
    expect(made.headers.get("x-jws-signature")).toMatch(/^[\w-]+\.\.[\w-]+$/);
    const { Data, Links } = (await made.json()) as { Data: { EventSubscriptionId: string }; Links: { Self: string } };
    const id = Data.EventSubscriptionId;
    expect(Data).toEqual({ EventSubscriptionId: id, ...PUSH.Data });
    expect(Links.Self).toBe(`${world.topology.bankGateway}/open-banking/${version}/event-subscriptions/${id}`);
    expect(await (await list()).json()).toMatchObject({ Data: { EventSubscription: [Data] } });

    const changed = await change(id, {
      message: { Data: { EventSubscriptionId: id, Version: "3.1" }, Links, Meta: {} },
    });
    expect(changed.headers.get("x-jws-signature")).not.toBeNull();
    expect(await changed.json()).toMatchObject({ Data: { EventSubscriptionId: id, Version: "3.1" } });
    expect(await (await list()).json()).toMatchObject({
      Data: { EventSubscription: [{ EventSubscriptionId: id, Version: "3.1" }] },
    });

    expect((await end(id)).status).toBe(204);
    expect(await codeOf(await end(id))).toEqual([400, code("Resource.NotFound", "U011"), "EventSubscriptionId"]);
  });

  test("the consent app is asked in the name of the TPP, with the bank's own token and the TPP's interaction id", async () => {
    const interactionId = "6a1f5f0e-58a4-4c2e-9f5e-0b9a7c1d2e3f";
    await subscribe({ headers: { "x-fapi-interaction-id": interactionId } });
    expect(world.consentApp.calls).toEqual([
      {
        method: "POST",
        path: "/api/v1/tpps/tpp-beacon/event-subscriptions",
        host: new URL(world.topology.appOrigin).host,
        interactionId,
        body: { callbackUrl: PUSH.Data.CallbackUrl, apiVersion: "4.0", eventTypes: [REVOKED] },
      },
    ]);
    const asked = world.authorizationServer.calls.filter(({ path }) => path.endsWith("/oauth2/token"));
    expect(Object.fromEntries(asked.at(-1)?.form ?? [])).toMatchObject({
      resource: "urn:assent:api",
      scope: "tpp_events",
    });
  });

  test("a second subscription is a conflict", async () => {
    await subscribe();
    expect(await codeOf(await subscribe())).toEqual([409, undefined, undefined]);
  });

  test.each([
    ["event-type-unsupported", ["Unsupported.EventType", "U024"], "Data.EventTypes"],
    ["callback-not-allowed", ["Field.Invalid", "U002"], "Data.CallbackUrl"],
  ])("%s", async (problem, [v3 = "", v4 = ""], path) => {
    world.consentApp.trouble.push({ status: 400, body: { problem } });
    expect(await codeOf(await subscribe())).toEqual([400, code(v3, v4), path]);
    world.consentApp.trouble.push({ status: 400, body: { problem: "field-invalid", field: "apiVersion" } });
    expect(await codeOf(await subscribe())).toEqual([400, code("Field.Invalid", "U002"), "Data.Version"]);
  });

  test.each([
    ["no version", { Data: {} }, ["Field.Missing", "U004"], "Data.Version"],
    ["a version that is too long", { Data: { Version: "4.0.0000000" } }, ["Field.Invalid", "U002"], "Data.Version"],
    [
      "an address that is none",
      { Data: { Version: "4.0", CallbackUrl: "tpp" } },
      ["Field.Invalid", "U002"],
      "Data.CallbackUrl",
    ],
    ["an element too many", { ...PUSH, Risk: {} }, ["Field.Unexpected", "U005"], "Data"],
    ["no JSON", "{", ["Resource.InvalidFormat", "U010"], undefined],
  ])("%s is refused by name", async (_, message, [v3 = "", v4 = ""], path) => {
    expect(await codeOf(await subscribe({ message }))).toEqual([400, code(v3, v4), path]);
    expect(world.consentApp.calls).toEqual([]);
  });

  test("what is not signed by its sender is refused before the consent app hears of it", async () => {
    const [missing, invalid] = [code("Signature.Missing", "U019"), code("Signature.Invalid", "U015")];
    const wrong = await signature("{}", "tpp-beacon");
    expect((await codeOf(await subscribe({ headers: { "x-jws-signature": "" } }))).slice(0, 2)).toEqual([400, missing]);
    expect((await codeOf(await subscribe({ headers: { "x-jws-signature": wrong } }))).slice(0, 2)).toEqual([
      400,
      invalid,
    ]);
    const message = { Data: { EventSubscriptionId: "x", Version: "3.1" } };
    const put = await change("x", { message, headers: { "x-jws-signature": wrong } });
    expect((await codeOf(put)).slice(0, 2)).toEqual([400, invalid]);
    expect(world.consentApp.calls).toEqual([]);
  });

  test("another TPP has its own, and cannot tell that there is one", async () => {
    const id = await idOf(await subscribe());
    const stranger = { as: "tpp-tallybook" } as const;
    expect(await (await list(stranger)).json()).toMatchObject({ Data: { EventSubscription: [] } });
    const unknown = [400, code("Resource.NotFound", "U011"), "EventSubscriptionId"];
    expect(await codeOf(await end(id, stranger))).toEqual(unknown);
    const message = { Data: { EventSubscriptionId: id, Version: "3.1" } };
    expect(await codeOf(await change(id, { ...stranger, message }))).toEqual(unknown);
    expect((await subscribe(stranger)).status).toBe(201);
  });

  test("the id of the address and of the message must be one", async () => {
    const id = await idOf(await subscribe());
    const answer = await change(id, { message: { Data: { EventSubscriptionId: "another", Version: "3.1" } } });
    expect(await codeOf(answer)).toEqual([400, code("Field.Invalid", "U002"), "Data.EventSubscriptionId"]);
  });

  test("a TPP polls: its answers go on as they are, and the tokens come back by their ids", async () => {
    world.consentApp.sets.set("tpp-beacon", { "jti-1": "a.b.c" });
    const message = {
      maxEvents: 2,
      returnImmediately: true,
      ack: ["jti-0"],
      setErrs: { "jti-x": { err: "invalid_key", description: "which?" } },
    };
    const answer = await poll(message);
    expect([answer.status, await answer.json()]).toEqual([200, { moreAvailable: false, sets: { "jti-1": "a.b.c" } }]);
    expect(world.consentApp.calls).toMatchObject([{ path: "/api/v1/tpps/tpp-beacon/events", body: message }]);
    expect(await (await poll({}, { as: "tpp-tallybook" })).json()).toEqual({ moreAvailable: false, sets: {} });
  });

  test.each([
    ["a negative number", { maxEvents: -1 }, ["Field.Invalid", "U002"], "maxEvents"],
    ["an element too many", { waitFor: 3 }, ["Field.Unexpected", "U005"], undefined],
    [
      "an error without words",
      { setErrs: { a: { err: "invalid_key" } } },
      ["Field.Missing", "U004"],
      "setErrs.a.description",
    ],
  ])("a poll with %s is refused by name", async (_, message, [v3 = "", v4 = ""], path) => {
    expect(await codeOf(await poll(message))).toEqual([400, code(v3, v4), path]);
  });

  test("only a TPP's own token, of any of its roles, from its own certificate", async () => {
    const operations = [
      (call: Ask) => list(call),
      (call: Ask) => subscribe(call),
      (call: Ask) => change("x", { message: {}, ...call }),
      (call: Ask) => end("x", call),
      (call: Ask) => poll({}, call),
    ];
    for (const operation of operations) {
      for (const [token, status] of [
        [undefined, 401],
        ["made-up", 401],
        [issueClientToken(world, { boundTo: "tpp-tallybook" }), 401],
        [issueClientToken(world, { scope: "openid" }), 403],
        [issueToken(world, { client_id: "tpp-beacon" }), 403],
      ] as const) {
        expect((await operation({ token } as Ask)).status, `${operation} ${token}`).toBe(status);
      }
    }
    expect(world.consentApp.calls).toEqual([]);
    for (const scope of ["accounts", "payments", "fundsconfirmations", "openid payments"]) {
      expect((await list({ token: issueClientToken(world, { scope }) })).status, scope).toBe(200);
    }
  });

  test("405, 406 and 415", async () => {
    expect((await ask(`GET ${SUBSCRIPTIONS}`, SUBSCRIPTIONS, { method: "PATCH" })).status).toBe(405);
    expect((await ask("POST /events", "/events", { method: "GET" })).status).toBe(405);
    expect((await list({ headers: { accept: "text/html" } })).status).toBe(406);
    expect((await subscribe({ headers: { "content-type": "text/plain" } })).status).toBe(415);
    expect((await poll({}, { headers: { "content-type": "text/plain" } })).status).toBe(415);
  });

  test("a refused token is fetched anew, once", async () => {
    world.consentApp.trouble.push({ status: 401 });
    expect((await list()).status).toBe(200);
    expect(world.consentApp.calls).toHaveLength(2);
  });
});

test.each(["hangs up", "rubbish", { status: 503 }, { status: 200, body: { subscriptions: 1 } }] as const)(
  "the consent app that %j: 503, and try again later",
  async (trouble) => {
    world.consentApp.trouble.push(trouble, trouble);
    const token = issueClientToken(world);
    const answer = await world.call("/open-banking/v4.0/event-subscriptions", { token });
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "5"]);
    world.consentApp.trouble.length = 0;
    expect((await world.call("/open-banking/v4.0/event-subscriptions", { token })).status).toBe(200);
  },
);
