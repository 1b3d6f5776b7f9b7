import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asBatchId, asChangeId, asConsentId, asCustomerId } from "~/domain/shared/ids";
import { DeskUnavailable } from "~/ports/consent-desk";
import { createTestDatabase, type TestDatabase } from "../testing";
import { createRecord, type TestRecord } from "../verification/record.harness";
import { createConsentChanges } from "./consent-change";
import { createCustomerCases } from "./customer-cases";
import { createCustomerVault } from "./customer-vault";

const reversed = async (text: string) => [...text].reverse().join("");
const UUID = "018f0000-0000-7000-8000-000000000000";
const seal = { seal: reversed, open: reversed };

describe("the vault", () => {
  let server: TestDatabase;
  let record: TestRecord;

  beforeAll(async () => {
    server = await createTestDatabase();
    record = await createRecord(server.url);
  });
  afterAll(async () => {
    await record.close();
    await server.drop();
  });

  test("twenty who ask at once, in as many processes, get one key", async () => {
    const customer = asCustomerId("cus-vault-1");
    const ciphers = await Promise.all(
      Array.from({ length: 20 }, () => createCustomerVault(record.database.db, seal).of(customer)),
    );
    expect(new Set(ciphers.map(({ ref }) => ref)).size).toBe(1);
    expect(ciphers[0]?.open(ciphers[19]?.seal("mine") ?? "")).toBe("mine");
  });

  test("to look for a key makes none, also of whoever has one", async () => {
    const customer = asCustomerId("cus-vault-look");
    const keys = () => record.attacker`select from assent.customer_key where customer_id = ${customer}`;
    expect(await createCustomerVault(record.database.db, seal).find(customer)).toBeUndefined();
    expect(await keys()).toHaveLength(0);
    const vault = createCustomerVault(record.database.db, seal);
    const { ref } = await vault.of(customer);
    for (const each of [vault, createCustomerVault(record.database.db, seal)]) {
      expect((await each.find(customer))?.ref).toBe(ref);
    }
    expect(await keys()).toHaveLength(1);
  });

  test("whoever only looks, and has nothing here, is given no key", async () => {
    const { db } = record.database;
    const customer = asCustomerId("cus-vault-stranger");
    const needs = { tenant: "test", vault: createCustomerVault(db, seal) };
    const actor = { type: "customer", id: customer } as const;
    const changes = createConsentChanges(db, needs);
    const id = asChangeId(UUID);
    expect(await changes.find(id, actor)).toBeUndefined();
    expect(await changes.newestOf(asConsentId("consent-1"), actor)).toBeUndefined();
    expect(await changes.batchOf(asBatchId(UUID), customer)).toBeUndefined();
    const cases = createCustomerCases(db, needs.tenant, needs.vault);
    expect(await cases.ofConsent(asConsentId("consent-1"), customer)).toBeUndefined();
    expect(await record.attacker`select from assent.customer_key where customer_id = ${customer}`).toHaveLength(0);
  });

  test("with another master key nothing is made anew, and the fault is named", async () => {
    const customer = asCustomerId("cus-vault-2");
    await createCustomerVault(record.database.db, seal).of(customer);
    const wrong = { seal: reversed, open: () => Promise.reject(new Error("not ours")) };
    const asked = createCustomerVault(record.database.db, wrong).of(customer);
    await expect(asked).rejects.toThrow(DeskUnavailable);
    await expect(asked).rejects.toThrow(/SESSION_KEYS/);
    const keys = await record.attacker`select from assent.customer_key where customer_id = ${customer}`;
    expect(keys).toHaveLength(1);
  });

  test("the key lies sealed, and what one customer's key sealed another's does not open", async () => {
    const vault = createCustomerVault(record.database.db, seal);
    const [one, two] = [await vault.of(asCustomerId("cus-vault-3")), await vault.of(asCustomerId("cus-vault-4"))];
    expect(() => two.open(one.seal({ account: "x" }))).toThrow();
    const sealed = one.seal({ account: "x" });
    expect(() => one.open(sealed.replace(/^./, (first) => (first === "A" ? "B" : "A")))).toThrow();
    expect(one.seal("x")).not.toBe(one.seal("x"));
  });
});
