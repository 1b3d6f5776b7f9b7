import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#db/testing";
import { asCustomerId } from "~/domain/shared/ids";
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
