import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#db/testing";
import { asAccountId, asCustomerId } from "~/domain/shared/ids";
import { BankUnavailable } from "~/ports/bank";
import { type BankWorld, bankWorld } from "../../../sandbox/bank/testing/bank-world.ts";
import { CUSTOMERS } from "../../../sandbox/personas.ts";
import { tlsIdentity } from "../../../sandbox/service.ts";
import { createHttpBankSearch } from "./search.server";

/** The bank's search as the bank runs it, over TLS with our certificate. */
let database: TestDatabase;
let world: BankWorld;
let search: ReturnType<typeof createHttpBankSearch>;

const searchAs = (name: "app" | "bank") =>
  createHttpBankSearch({
    baseUrl: world.topology.bankInternal,
    tls: tlsIdentity(world.topology.pkiFolder, name),
    timeoutMs: 3_000,
  });
const context = { correlationId: "search-test" };

beforeAll(async () => {
  database = await createTestDatabase();
  world = await bankWorld(database.url, new Date("2026-02-10T12:00:00Z"));
  search = searchAs("app");
});
afterAll(async () => {
  await search?.close();
  await world?.close();
  await database?.drop();
});

test.each([
  ["sort code and number", "20405022334404"],
  ["as people write it", "20-40-50 22334404"],
  ["its IBAN", "GB53NLGT20405022334404"],
  ["its IBAN as people write it", "gb53 nlgt 2040 5022 3344 04"],
])("an account by %s", async (_, number) => {
  expect(await search.accountNumbered(number, context)).toEqual({ id: "acc-arun-euro", ends: "4404" });
});

test("a card by its number, and a closed account too", async () => {
  expect(await search.accountNumbered("4929420000001234", context)).toEqual({ id: "acc-arun-card", ends: "1234" });
  expect(await search.accountNumbered("20405044556601", context)).toEqual({ id: "acc-owen-old", ends: "6601" });
});

test("an account by its id", async () => {
  expect(await search.accountOf(asAccountId("acc-grace-main"), context)).toEqual({
    id: "acc-grace-main",
    ends: "3301",
  });
});

test("what the bank does not have is nothing", async () => {
  expect(await search.accountNumbered("20405099999999", context)).toBeUndefined();
  expect(await search.accountOf(asAccountId("acc-nobody's"), context)).toBeUndefined();
  expect(await search.nameOf(asCustomerId("cus-nobody"), context)).toBeUndefined();
});

test("what a customer is called", async () => {
  expect(await search.nameOf(asCustomerId(CUSTOMERS.lena.id), context)).toBe("Lena Novak");
});

test("nobody else is told", async () => {
  const other = searchAs("bank");
  await expect(other.accountNumbered("20405022334404", context)).rejects.toThrow(BankUnavailable);
  await expect(other.nameOf(asCustomerId(CUSTOMERS.lena.id), context)).rejects.toThrow(BankUnavailable);
  await other.close();
});
