import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../db/testing.ts";
import { type BankWorld, bankWorld } from "../testing/bank-world.ts";
import { issueToken } from "../testing/tokens.ts";

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

/** The answer's `Data`, of a request that must succeed. */
async function read(path: string, token: string) {
  const response = await world.call(`/open-banking${path}`, { token });
  expect(response.status).toBe(200);
  // biome-ignore lint/suspicious/noExplicitAny: the OpenAPI test proves the shape; here only values are looked at.
  return ((await response.json()) as any).Data;
}

test("exactly the chosen accounts, however many the customer has", async () => {
  const { Account } = await read("/v3.1/aisp/accounts", issueToken(world));
  expect(Account.map((it: { AccountId: string }) => it.AccountId)).toEqual(["acc-arun-main", "acc-arun-card"]);
  const one = await read("/v3.1/aisp/accounts/acc-arun-card", issueToken(world));
  expect(one.Account.map((it: { AccountId: string }) => it.AccountId)).toEqual(["acc-arun-card"]);
});

test("an account that the customer does not own, or has closed, stays out even where the consent names it", async () => {
  const account_ids = ["acc-arun-main", "acc-grace-main", "acc-owen-old", "acc-nobody"];
  const { Account } = await read("/v3.1/aisp/accounts", issueToken(world, { account_ids }));
  expect(Account.map((it: { AccountId: string }) => it.AccountId)).toEqual(["acc-arun-main"]);
});

test("basic permission shows no account number, detail does", async () => {
  const basic = await read("/v3.1/aisp/accounts", issueToken(world, { permissions: ["ReadAccountsBasic"] }));
  expect(JSON.stringify(basic)).not.toMatch(/\d{8}/);
  expect(basic.Account[0]).not.toHaveProperty("Account");
  expect(basic.Account[0]).not.toHaveProperty("Servicer");
  const detail = await read("/v3.1/aisp/accounts", issueToken(world, { permissions: ["ReadAccountsDetail"] }));
  expect(detail.Account[0].Account).toEqual([
    { SchemeName: "UK.OBIE.SortCodeAccountNumber", Identification: "20405022334401", Name: "Arun Mehta" },
  ]);
});

test("a card number is masked without ReadPAN", async () => {
  const permissions = ["ReadAccountsDetail"];
  const masked = await read("/v3.1/aisp/accounts/acc-arun-card", issueToken(world, { permissions }));
  expect(masked.Account[0].Account[0].Identification).toBe("492942******1234");
  const full = await read(
    "/v3.1/aisp/accounts/acc-arun-card",
    issueToken(world, { permissions: [...permissions, "ReadPAN"] }),
  );
  expect(full.Account[0].Account[0].Identification).toBe("4929420000001234");
});

test("v4.0 names the account's type in its own words", async () => {
  const { Account } = await read("/v4.0/aisp/accounts", issueToken(world));
  expect(Account[0]).toMatchObject({ AccountCategory: "Personal", AccountTypeCode: "CACC" });
  expect(Account[1]).toMatchObject({ AccountTypeCode: "CARD" });
  expect(Account[0]).not.toHaveProperty("AccountSubType");
});

test("balances of one account and of all, in both versions", async () => {
  const one = await read("/v3.1/aisp/accounts/acc-arun-main/balances", issueToken(world));
  expect(one.Balance.map((it: { Type: string }) => it.Type)).toEqual(["InterimBooked", "InterimAvailable"]);
  const all = await read("/v4.0/aisp/balances", issueToken(world));
  expect(all.Balance.map((it: { AccountId: string; Type: string }) => `${it.AccountId} ${it.Type}`)).toEqual([
    "acc-arun-main ITBD",
    "acc-arun-main ITAV",
    "acc-arun-card ITBD",
    "acc-arun-card ITAV",
  ]);
  expect(all.Balance[2]).toMatchObject({ CreditDebitIndicator: "Debit", Amount: { Currency: "GBP" } });
});
