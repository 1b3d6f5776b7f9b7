import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../db/testing.ts";
import { type BankWorld, bankWorld, type Call } from "../testing/bank-world.ts";
import { ALL_PERMISSIONS, issueClientToken, issueToken } from "../testing/tokens.ts";
import { API_VERSIONS } from "./api-version.ts";

let database: TestDatabase;
let world: BankWorld;

beforeAll(async () => {
  database = await createTestDatabase();
  world = await bankWorld(database.url, new Date("2026-02-10T12:00:00Z"));
});
afterAll(async () => {
  await world?.close();
  await database?.drop();
});
afterEach(() => world.authorizationServer.misbehaving.clear());

const BULK = ["/accounts", "/balances", "/transactions"];
const OF_ONE = (account: string) => [
  `/accounts/${account}`,
  `/accounts/${account}/balances`,
  `/accounts/${account}/transactions`,
];
const ALL_PATHS = [...BULK, ...OF_ONE("acc-arun-main")];
const get = (version: string, path: string, call: Call) => world.call(`/open-banking/${version}/aisp${path}`, call);
const statusesOf = async (version: string, paths: readonly string[], call: () => Call) =>
  Object.fromEntries(
    await Promise.all(paths.map(async (path) => [path, (await get(version, path, call())).status] as const)),
  );
const allOf = (paths: readonly string[], status: number) => Object.fromEntries(paths.map((path) => [path, status]));

describe.each(API_VERSIONS)("the state of the token, %s", (version) => {
  const states: readonly (readonly [string, number, () => Call])[] = [
    ["alive, bound, consented", 200, () => ({ token: issueToken(world) })],
    ["no certificate", 401, () => ({ as: "nobody", token: issueToken(world) })],
    ["a certificate of another root", 401, () => ({ as: "stranger", token: issueToken(world) })],
    ["another TPP's certificate", 401, () => ({ as: "tpp-tallybook", token: issueToken(world) })],
    ["another service's certificate", 401, () => ({ as: "app", token: issueToken(world) })],
    ["no token", 401, () => ({})],
    ["not a Bearer token", 401, () => ({ headers: { authorization: "Basic dHBwOnNlY3JldA==" } })],
    ["an unknown token", 401, () => ({ token: "token-0" })],
    ["a token that is bound to nothing", 401, () => ({ token: issueToken(world, {}, { boundTo: "nothing" }) })],
    ["expired consent", 401, () => ({ token: issueToken(world, { expires_at: "2026-02-10T11:59:59Z" }) })],
    ["consent that expires later", 200, () => ({ token: issueToken(world, { expires_at: "2026-02-10T12:00:01Z" }) })],
    ["the TPP's own token", 403, () => ({ token: issueClientToken(world) })],
    ["without the scope", 403, () => ({ token: issueToken(world, {}, { scope: "openid payments" }) })],
    ["a payment's consent", 403, () => ({ token: issueToken(world, { type: "domestic_payment" }) })],
    ["a revoked consent", 403, () => ({ token: issueToken(world, { status: "revoked" }) })],
    ["a suspended consent", 403, () => ({ token: issueToken(world, { status: "suspended" }) })],
    [
      "a consent that nobody authorised",
      403,
      () => ({ token: issueToken(world, { status: "awaiting_authorisation" }) }),
    ],
    [
      "a consent of v4.0",
      version === "v4.0" ? 200 : 403,
      () => ({ token: issueToken(world, { api_version: "v4.0" }) }),
    ],
    ["a consent of v3.1", 200, () => ({ token: issueToken(world, { api_version: "v3.1" }) })],
  ];
  test.each(states)("%s: %d", async (_, status, call) => {
    expect(await statusesOf(version, ALL_PATHS, call)).toEqual(allOf(ALL_PATHS, status));
  });
});

describe.each(API_VERSIONS)("the permissions of the consent, %s", (version) => {
  const READS = { accounts: "", balances: "/balances", transactions: "/transactions" };
  const sets: readonly (readonly [string[], (keyof typeof READS)[]])[] = [
    [[], []],
    [["ReadAccountsBasic"], ["accounts"]],
    [["ReadAccountsDetail"], ["accounts"]],
    [["ReadBalances"], ["balances"]],
    [["ReadPAN"], []],
    [["ReadTransactionsBasic"], []],
    [["ReadTransactionsDetail"], []],
    [["ReadTransactionsCredits", "ReadTransactionsDebits"], []],
    [["ReadTransactionsBasic", "ReadTransactionsCredits"], ["transactions"]],
    [["ReadTransactionsDetail", "ReadTransactionsDebits"], ["transactions"]],
    [
      ["ReadAccountsBasic", "ReadBalances"],
      ["accounts", "balances"],
    ],
    [ALL_PERMISSIONS, ["accounts", "balances", "transactions"]],
  ];
  const accounts: readonly (readonly [string, boolean])[] = [
    ["acc-arun-main", true],
    ["acc-arun-card", true],
    ["acc-arun-rainy", false],
    ["acc-grace-main", false],
    ["acc-owen-old", false],
    ["acc-no-such", false],
  ];
  test.each(sets)("%j opens %j", async (permissions, open) => {
    const call = () => ({ token: issueToken(world, { permissions }) });
    for (const [name, suffix] of Object.entries(READS)) {
      const permitted = (open as string[]).includes(name);
      expect(await statusesOf(version, [`/${name}`], call)).toEqual(allOf([`/${name}`], permitted ? 200 : 403));
      for (const [account, chosen] of accounts) {
        const path = `/accounts/${account}${suffix}`;
        expect(await statusesOf(version, [path], call)).toEqual(allOf([path], permitted && chosen ? 200 : 403));
      }
    }
  });

  test("an account that does not exist is refused like one that was not chosen, to the byte", async () => {
    const answers = await Promise.all(
      ["acc-arun-rainy", "acc-grace-main", "acc-no-such"].map(async (account) => {
        const id = "0f8fad5b-d9cb-469f-a165-70867728950e";
        const call = { token: issueToken(world), headers: { "x-fapi-interaction-id": id } };
        const response = await get(version, `/accounts/${account}`, call);
        const headers = [...response.headers].filter(([name]) => name !== "date");
        return JSON.stringify([response.status, headers, await response.text()]);
      }),
    );
    expect(new Set(answers).size).toBe(1);
  });
});

describe("what a refusal says", () => {
  const body = async (version: string, call: Call, path = "/accounts") => {
    const response = await get(version, path, call);
    const text = await response.text();
    return [response.status, response.headers.get("www-authenticate"), text === "" ? "" : JSON.parse(text)];
  };

  test("401 has no body, and says invalid_token only of a token that was sent", async () => {
    for (const version of API_VERSIONS) {
      expect(await body(version, {})).toEqual([401, "Bearer", ""]);
      expect(await body(version, { token: "token-0" })).toEqual([401, 'Bearer error="invalid_token"', ""]);
    }
  });

  test("v4.0 alone says that a consent has expired", async () => {
    const token = issueToken(world, { expires_at: "2026-01-01T00:00:00Z" });
    expect((await body("v3.1", { token }))[2]).toBe("");
    expect((await body("v4.0", { token }))[2]).toMatchObject({ Errors: [{ ErrorCode: "U028" }] });
  });

  test("where authorising again is the cure, it says so in the version's code", async () => {
    const token = issueToken(world, { status: "revoked" });
    expect((await body("v3.1", { token }))[2]).toMatchObject({
      Code: "403 Forbidden",
      Errors: [{ ErrorCode: "UK.OBIE.Reauthenticate" }],
    });
    expect((await body("v4.0", { token }))[2]).toMatchObject({ Errors: [{ ErrorCode: "U028" }] });
  });

  test("a missing scope is named", async () => {
    const token = issueToken(world, {}, { scope: "openid" });
    expect((await body("v3.1", { token }))[1]).toBe('Bearer error="insufficient_scope", scope="accounts"');
  });

  test("405 lists what is allowed, 404 and 406 are plain", async () => {
    const token = issueToken(world);
    const post = await get("v3.1", "/accounts", { token, method: "POST", body: "{}" });
    expect([post.status, post.headers.get("allow")]).toEqual([405, "GET"]);
    for (const path of ["/party", "/accounts/acc-arun-main/offers", "/../../v2.0/aisp/accounts"]) {
      expect((await get("v3.1", path, { token })).status).toBe(404);
    }
    const accepts = {
      "text/html": 406,
      "application/json;q=0": 406,
      "text/html, */*;q=0.1": 200,
      "application/*": 200,
    };
    for (const [accept, status] of Object.entries(accepts)) {
      expect([accept, (await get("v3.1", "/accounts", { token, headers: { accept } })).status]).toEqual([
        accept,
        status,
      ]);
    }
  });
});

describe("the authorization server", () => {
  const introspections = () => world.authorizationServer.calls.filter(({ path }) => path === "/oauth2/introspect");

  test.each(["hangs up", "says nothing", "status 500", "status 403", "rubbish", "other shape"] as const)(
    "%s: 503, nothing is shown",
    async (trouble) => {
      const token = issueToken(world);
      world.authorizationServer.misbehaving.set("/oauth2/introspect", trouble);
      const answers = API_VERSIONS.map(async (version) => {
        const response = await get(version, "/accounts", { token });
        const { Errors } = (await response.json()) as { Errors: { ErrorCode: string }[] };
        return [response.status, response.headers.get("retry-after"), Errors[0]?.ErrorCode];
      });
      expect(await Promise.all(answers)).toEqual([
        [503, "5", "UK.OBIE.UnexpectedError"],
        [503, "5", "U000"],
      ]);
      world.authorizationServer.misbehaving.clear();
      expect((await get("v3.1", "/accounts", { token })).status).toBe(200);
    },
  );

  test("is asked every time: a consent that ended a moment ago opens nothing", async () => {
    const token = issueToken(world);
    expect((await get("v3.1", "/accounts", { token })).status).toBe(200);
    world.authorizationServer.tokens.delete(token);
    expect((await get("v3.1", "/accounts", { token })).status).toBe(401);
  });

  test("gets the bank's certificate and the interaction id of the request", async () => {
    const id = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
    const before = introspections().length;
    const response = await get("v3.1", "/accounts", {
      token: issueToken(world),
      headers: { "x-fapi-interaction-id": id },
    });
    expect(response.headers.get("x-fapi-interaction-id")).toBe(id);
    expect(introspections().slice(before)).toMatchObject([{ caller: "bank", interactionId: id, listener: "mtls" }]);
  });

  test("is not asked about a request without certificate or token", async () => {
    const before = introspections().length;
    await get("v3.1", "/accounts", { as: "nobody", token: issueToken(world) });
    await get("v3.1", "/accounts", {});
    expect(introspections()).toHaveLength(before);
  });
});

test("an interaction id that is no UUID is replaced, not echoed", async () => {
  const response = await get("v3.1", "/accounts", { headers: { "x-fapi-interaction-id": "<script>" } });
  expect(response.headers.get("x-fapi-interaction-id")).toMatch(/^[0-9a-f-]{36}$/);
});

test("health needs no certificate", async () => {
  const response = await world.call("/healthz", { as: "nobody" });
  expect([response.status, await response.json()]).toMatchObject([200, { status: "ok" }]);
});
