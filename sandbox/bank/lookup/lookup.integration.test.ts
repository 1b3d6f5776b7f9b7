import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../db/testing.ts";
import { CUSTOMERS } from "../../personas.ts";
import { type BankWorld, bankWorld } from "../testing/bank-world.ts";

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

const lookUp = (customerId: string, as: "app" | "bank" | "tpp-beacon" | "nobody" | "stranger" = "app") =>
  world.call(`${world.topology.bankInternal}/customers/${customerId}/accounts`, { as });

interface Accounts {
  accounts: {
    id: string;
    holders: { name: string }[];
    can_share: boolean;
    can_pay: boolean;
    [field: string]: unknown;
  }[];
}
const accountsOf = async (customerId: string) => ((await (await lookUp(customerId)).json()) as Accounts).accounts;

test("a customer's accounts, each with what may be done with it", async () => {
  const accounts = await accountsOf(CUSTOMERS.arun.id);
  expect(
    accounts.map(({ id, kind, currency, can_share, can_pay }) => [id, kind, currency, can_share, can_pay]),
  ).toEqual([
    ["acc-arun-main", "current", "GBP", true, true],
    ["acc-arun-bills", "current", "GBP", true, true],
    ["acc-arun-rainy", "savings", "GBP", true, false],
    ["acc-arun-euro", "current", "EUR", true, true],
    ["acc-arun-card", "credit_card", "GBP", true, false],
  ]);
  expect(accounts[0]).toEqual({
    id: "acc-arun-main",
    nickname: "Main account",
    kind: "current",
    currency: "GBP",
    scheme: "sort_code_account_number",
    number: "20405022334401",
    profile: "personal",
    holders: [{ customer_id: CUSTOMERS.arun.id, name: "Arun Mehta" }],
    status: "open",
    can_share: true,
    can_pay: true,
    balance: { amount: expect.stringMatching(/^\d+\.\d\d$/), currency: "GBP", overdrawn: false },
  });
  expect(accounts[4]).toMatchObject({
    scheme: "card",
    unavailable_reason: "not_payment_account",
    balance: { overdrawn: true },
  });
});

test("a joint account belongs to both, and names both", async () => {
  const [marias, tomaszs] = await Promise.all([accountsOf(CUSTOMERS.maria.id), accountsOf(CUSTOMERS.tomasz.id)]);
  expect(marias.map(({ id }) => id)).toEqual(["acc-silva-joint", "acc-maria-own"]);
  expect(tomaszs.map(({ id }) => id)).toEqual(["acc-silva-joint"]);
  expect(tomaszs[0]?.holders.map(({ name }) => name)).toEqual(["Maria Silva", "Tomasz Silva"]);
});

test("P-09: an account says in which capacity it is held", async () => {
  const accounts = await accountsOf(CUSTOMERS.sam.id);
  expect(accounts.map(({ id, profile }) => [id, profile])).toEqual([
    ["acc-priya-shared", "personal"],
    ["acc-sam-main", "personal"],
    ["acc-sam-holiday", "personal"],
    ["acc-sam-till", "business"],
    ["acc-sam-tax", "business"],
  ]);
});

test("I-32: two hundred accounts come with one question to the payments", async () => {
  const accounts = await accountsOf(CUSTOMERS.noor.id);
  expect(accounts).toHaveLength(200);
  expect(new Set(accounts.map(({ number }) => number)).size).toBe(200);
});

test("closed accounts are there and say so; no accounts is an empty list", async () => {
  expect(await accountsOf(CUSTOMERS.owen.id)).toMatchObject([
    { status: "closed", can_share: false, can_pay: false, unavailable_reason: "closed", balance: { amount: "0.00" } },
  ]);
  expect(await accountsOf(CUSTOMERS.lena.id)).toEqual([]);
});

test("an unknown customer is not an empty one", async () => {
  expect((await lookUp("cus-00000000")).status).toBe(404);
});

test("nobody but the consent app looks customers up", async () => {
  for (const as of ["bank", "tpp-beacon"] as const) {
    const response = await lookUp(CUSTOMERS.arun.id, as);
    expect([as, response.status, await response.text()]).toEqual([as, 403, '{"error":"forbidden"}']);
  }
  await expect(lookUp(CUSTOMERS.arun.id, "nobody")).rejects.toThrow();
  await expect(lookUp(CUSTOMERS.arun.id, "stranger")).rejects.toThrow();
});

test("the interaction id is echoed, also on a refusal", async () => {
  const id = "0f8fad5b-d9cb-469f-a165-70867728950e";
  for (const as of ["app", "bank"] as const) {
    const url = `${world.topology.bankInternal}/customers/${CUSTOMERS.lena.id}/accounts`;
    const response = await world.call(url, { as, headers: { "x-fapi-interaction-id": id } });
    expect(response.headers.get("x-fapi-interaction-id")).toBe(id);
  }
});

test("the bank's checks worry about one of the cast, whoever asks for them", async () => {
  const riskOf = async (id: string) => {
    const answer = await world.call(`${world.topology.bankInternal}/customers/${id}/risk?client_id=tpp-beacon`, {
      as: "app",
    });
    return [answer.status, await answer.json()];
  };
  expect(await riskOf(CUSTOMERS.vera.id)).toEqual([200, { level: "high" }]);
  expect(await riskOf(CUSTOMERS.grace.id)).toEqual([200, { level: "normal" }]);
  expect((await riskOf("cus-00000000"))[0]).toBe(404);
});

test("a rate is quoted to the authorization server and to nobody else, and it alone looks no customer up", async () => {
  const ask = (as: "bank" | "app" | "tpp-beacon" | "authorization-server", currencyOfTransfer = "EUR") =>
    world.call(`${world.topology.bankInternal}/quotes`, {
      as,
      method: "POST",
      body: JSON.stringify({ instructed: { amount: "100.00", currency: "GBP" }, currencyOfTransfer }),
      headers: { "content-type": "application/json" },
    });
  const quoted = await ask("authorization-server");
  expect([quoted.status, await quoted.json()]).toMatchObject([200, { rateType: "Actual", unitCurrency: "GBP" }]);
  for (const as of ["app", "bank", "tpp-beacon"] as const) expect((await ask(as)).status).toBe(403);
  expect((await ask("authorization-server", "XAU")).status).toBe(422);
  expect((await ask("authorization-server", "euros")).status).toBe(400);
  const url = `${world.topology.bankInternal}/customers/${CUSTOMERS.arun.id}/accounts`;
  expect((await world.call(url, { as: "authorization-server" })).status).toBe(403);
});
