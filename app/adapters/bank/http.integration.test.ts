import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#db/testing";
import type { AccountAccess } from "~/domain/consent-kinds/account-access";
import type { Permission } from "~/domain/permissions/permission";
import { asAccountId, asCustomerId } from "~/domain/shared/ids";
import { BankUnavailable } from "~/ports/bank";
import { type BankWorld, bankWorld } from "../../../sandbox/bank/testing/bank-world.ts";
import { CUSTOMERS } from "../../../sandbox/personas.ts";
import { tlsIdentity } from "../../../sandbox/service.ts";
import { createHttpBank } from "./http.server";

/** The look-up as the bank runs it, over TLS with our certificate. */
let database: TestDatabase;
let world: BankWorld;
let bank: ReturnType<typeof createHttpBank>;

const bankAs = (name: "app" | "bank") =>
  createHttpBank({
    baseUrl: world.topology.bankInternal,
    tls: tlsIdentity(world.topology.pkiFolder, name),
    timeoutMs: 3_000,
  });

beforeAll(async () => {
  database = await createTestDatabase();
  world = await bankWorld(database.url, new Date("2026-02-10T12:00:00Z"));
  bank = bankAs("app");
});
afterAll(async () => {
  await bank?.close();
  await world?.close();
  await database?.drop();
});

const accountsOf = (id: string) => bank.accountsOf(asCustomerId(id), { correlationId: crypto.randomUUID() });

test("every kind of account, with what may be done with it", async () => {
  const accounts = await accountsOf(CUSTOMERS.arun.id);
  expect(accounts.map(({ id, kind, canShare, canPay }) => [id, kind, canShare, canPay])).toEqual([
    ["acc-arun-main", "current", true, true],
    ["acc-arun-bills", "current", true, true],
    ["acc-arun-rainy", "savings", true, false],
    ["acc-arun-euro", "current", true, true],
    ["acc-arun-card", "credit-card", true, false],
  ]);
  const [main, , , euro, card] = accounts;
  expect(main).toEqual({
    id: "acc-arun-main",
    nickname: "Main account",
    kind: "current",
    number: { scheme: "sort-code-account-number", identification: "20405022334401" },
    profile: "personal",
    holders: [{ customer: CUSTOMERS.arun.id, name: "Arun Mehta" }],
    open: true,
    canShare: true,
    canPay: true,
    balance: { minor: expect.any(BigInt), currency: "GBP" },
  });
  expect(main?.balance.minor).toBeGreaterThan(0n);
  expect(euro?.balance.currency).toBe("EUR");
  expect(card?.number.scheme).toBe("card");
  expect(card?.balance.minor, "what is owed on a card").toBeLessThan(0n);
});

test("a joint account names both and comes to either, and nobody else's comes along", async () => {
  const [marias, tomaszs] = await Promise.all([accountsOf(CUSTOMERS.maria.id), accountsOf(CUSTOMERS.tomasz.id)]);
  expect(marias.map(({ id }) => id)).toEqual(["acc-silva-joint", "acc-maria-own"]);
  expect(tomaszs.map(({ id }) => id)).toEqual(["acc-silva-joint"]);
  expect(tomaszs[0]?.holders.map(({ customer }) => customer)).toEqual([CUSTOMERS.maria.id, CUSTOMERS.tomasz.id]);
});

test("closed accounts come too, as closed", async () => {
  expect(await accountsOf(CUSTOMERS.owen.id)).toMatchObject([{ id: "acc-owen-old", open: false, canShare: false }]);
});

test.each([
  ["without accounts", CUSTOMERS.lena.id],
  ["that the bank does not know", "cus-nobody"],
])("a customer %s has none", async (_, id) => {
  expect(await accountsOf(id)).toEqual([]);
});

test("a bank that will not speak with our certificate is not available", async () => {
  const stranger = bankAs("bank");
  const asked = stranger.accountsOf(asCustomerId(CUSTOMERS.arun.id), { correlationId: crypto.randomUUID() });
  await expect(asked).rejects.toThrow(BankUnavailable);
  await stranger.close();
});

test("how a customer is reached, and nothing of one that the bank does not know", async () => {
  const contactOf = (id: string) => bank.contactOf(asCustomerId(id), { correlationId: crypto.randomUUID() });
  expect(await contactOf(CUSTOMERS.arun.id)).toEqual({ email: CUSTOMERS.arun.email, locale: "en-GB" });
  expect(await contactOf("cus-nobody")).toBeUndefined();
});

const accountAccess = (permissions: readonly Permission[], history = {}): AccountAccess => ({
  kind: "account-access",
  permissions: new Set(permissions),
  history,
});
const exampleOf = (customer: string, account: string, access: AccountAccess, as = bank) =>
  as.exampleOf(asCustomerId(customer), asAccountId(account), access, { correlationId: crypto.randomUUID() });

test("P-05: the newest rows of one account; Basic tells neither who nor what for", async () => {
  const both = ["ReadTransactionsCredits", "ReadTransactionsDebits"] as const;
  const [basic, detail] = await Promise.all([
    exampleOf(CUSTOMERS.arun.id, "acc-arun-main", accountAccess(["ReadTransactionsBasic", ...both])),
    exampleOf(CUSTOMERS.arun.id, "acc-arun-main", accountAccess(["ReadTransactionsDetail", ...both])),
  ]);
  expect(basic.transactions).toHaveLength(3);
  for (const row of basic.transactions) expect(Object.keys(row).sort()).toEqual(["amount", "bookedAt", "direction"]);
  expect(detail.transactions.map(({ party, text }) => [party, text])).not.toContainEqual([undefined, undefined]);
  expect(detail.transactions.map(({ bookedAt }) => bookedAt)).toEqual(
    basic.transactions.map(({ bookedAt }) => bookedAt),
  );
});

test("P-05: nothing is told from outside the span, nor in the direction that is not asked for", async () => {
  const history = { from: new Date("2025-11-01T00:00:00Z"), to: new Date("2025-11-30T23:59:59Z") };
  const access = accountAccess(["ReadTransactionsBasic", "ReadTransactionsCredits"], history);
  const { transactions } = await exampleOf(CUSTOMERS.arun.id, "acc-arun-main", access);
  expect(transactions.length).toBeGreaterThan(0);
  for (const { bookedAt, direction } of transactions) {
    expect(direction).toBe("in");
    expect(bookedAt >= history.from && bookedAt <= history.to).toBe(true);
  }
});

test("P-05: regular payments and people, as far as asked", async () => {
  const access = accountAccess(["ReadStandingOrdersBasic", "ReadDirectDebits", "ReadPartyPSU"]);
  const shown = await exampleOf(CUSTOMERS.maria.id, "acc-silva-joint", access);
  expect(shown.standingOrders).toEqual([
    { amount: { minor: 64_000n, currency: "GBP" }, on: new Date("2026-03-03T00:00:00Z") },
  ]);
  expect(shown.directDebits[0]).toMatchObject({ collector: "Castle Mortgages", last: { minor: 142_000n } });
  expect(shown.parties.map(({ name }) => name)).toEqual(["Maria Silva"]);
  const holders = await exampleOf(CUSTOMERS.maria.id, "acc-silva-joint", accountAccess(["ReadParty"]));
  expect(holders.parties.map(({ name }) => name)).toEqual(["Maria Silva", "Tomasz Silva"]);
  expect(holders.standingOrders).toEqual([]);
});

test.each([
  ["somebody else's", CUSTOMERS.arun.id, "acc-maria-own"],
  ["closed", CUSTOMERS.owen.id, "acc-owen-old"],
  ["no account at all", CUSTOMERS.arun.id, "acc-nobody"],
])("P-05: of an account that is %s there is no example", async (_, customer, account) => {
  const asked = exampleOf(customer, account, accountAccess(["ReadPartyPSU", "ReadParty"]));
  await expect(asked).rejects.toThrow(BankUnavailable);
});

test("P-05: nobody but us is shown an example", async () => {
  const stranger = bankAs("bank");
  const asked = exampleOf(CUSTOMERS.arun.id, "acc-arun-main", accountAccess(["ReadPartyPSU"]), stranger);
  await expect(asked).rejects.toThrow("403");
  await stranger.close();
});

test.each([
  ["Harbour Books Ltd", "20-40-51 12345678", { result: "match" }],
  ["harbour books", "20405112345678", { result: "match" }],
  ["Harbor Books", "20405112345678", { result: "close-match", name: "Harbour Books Ltd" }],
  ["Harbour Boats", "20405112345678", { result: "no-match" }],
  ["H Book", "20405112345678", { result: "close-match", name: "Harbour Books Ltd" }],
  ["Tomasz Silva", "20405022334407", { result: "unavailable" }],
  ["Somebody Else", "20405022334401", { result: "no-match" }],
  ["A Mehta", "20405022334401", { result: "close-match", name: "Arun Mehta" }],
] as const)("P-17: %s at %s is checked", async (name, identification, found) => {
  const payee = { name, scheme: "sort-code-account-number", identification } as const;
  expect(await bank.checkPayee(payee, { correlationId: crypto.randomUUID() })).toEqual(found);
});
