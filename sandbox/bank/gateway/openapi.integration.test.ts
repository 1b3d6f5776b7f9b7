import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../db/testing.ts";
import { CUSTOMERS } from "../../personas.ts";
import { type BankWorld, bankWorld, type Call } from "../testing/bank-world.ts";
import { expectToFitOpenApi, openApiIsHere, prepareOpenApi } from "../testing/openapi.ts";
import { issueToken } from "../testing/tokens.ts";
import { API_VERSIONS } from "./api-version.ts";

let database: TestDatabase;
let world: BankWorld;

beforeAll(async () => {
  prepareOpenApi(
    "aisp",
    OPERATIONS.map((operation) => `GET ${operation}`),
  );
  database = await createTestDatabase();
  world = await bankWorld(database.url, new Date("2026-02-10T12:00:00Z"));
});
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

const OPERATIONS = [
  "/accounts",
  "/accounts/{AccountId}",
  "/balances",
  "/accounts/{AccountId}/balances",
  "/transactions",
  "/accounts/{AccountId}/transactions",
];
const ACCOUNTS = ["acc-arun-main", "acc-arun-rainy", "acc-arun-euro", "acc-arun-card"];

describe.skipIf(!openApiIsHere).each(API_VERSIONS)(
  "account information %s fits the official description",
  (version) => {
    const get = (operation: string, accountId: string, call: Call, query = "") =>
      world.call(`/open-banking/${version}/aisp${operation.replace("{AccountId}", accountId)}${query}`, call);

    test.each(OPERATIONS)("200 of GET %s, for every kind of account, with detail and without", async (operation) => {
      for (const permissions of [
        undefined,
        [
          "ReadAccountsBasic",
          "ReadBalances",
          "ReadTransactionsBasic",
          "ReadTransactionsCredits",
          "ReadTransactionsDebits",
        ],
      ]) {
        const token = issueToken(world, { account_ids: ACCOUNTS, ...(permissions && { permissions }) });
        for (const account of ACCOUNTS) {
          const response = await get(operation, account, { token });
          expect(response.status).toBe(200);
          await expectToFitOpenApi(response, version, `GET ${operation}`);
        }
      }
    });

    test.each(OPERATIONS)("400, 401, 403, 405, 406 of GET %s", async (operation) => {
      const token = issueToken(world);
      const refused: [number, Call, string?][] = [
        [401, {}],
        [403, { token: issueToken(world, { status: "revoked" }) }],
        [403, { token: issueToken(world, { permissions: [], subject: CUSTOMERS.grace.id }) }],
        [405, { token, method: "POST", body: "{}" }],
        [406, { token, headers: { accept: "text/html" } }],
        ...(operation.endsWith("transactions")
          ? [[400, { token }, "?fromBookingDateTime=soon"] as [number, Call, string]]
          : []),
      ];
      for (const [status, call, query] of refused) {
        const response = await get(operation, "acc-arun-main", call, query);
        expect(response.status).toBe(status);
        await expectToFitOpenApi(response, version, `GET ${operation}`);
      }
    });
  },
);
