import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../db/testing.ts";
import { type Database, openSchema } from "../../database.ts";
import { newPaymentId, type PaymentOrder } from "./payment-order.ts";
import { createPaymentOrders, type PaymentOrders } from "./payment-orders.ts";
import { PAYMENT_SCHEMA } from "./schema.ts";

const NOW = new Date("2026-02-10T12:00:00Z");
let database: TestDatabase;
let sql: Database;
let orders: PaymentOrders;

beforeAll(async () => {
  database = await createTestDatabase();
  sql = await openSchema(database.url, "bank", PAYMENT_SCHEMA);
  orders = createPaymentOrders(sql);
});
afterAll(async () => {
  await sql?.end();
  await database?.drop();
});

function anOrder(change: Partial<PaymentOrder> = {}): PaymentOrder {
  const id = newPaymentId();
  return {
    id,
    consentId: `dpc-${id}`,
    clientId: "tpp-beacon",
    apiVersion: "v3.1",
    idempotencyKey: id,
    bodyHash: "hash",
    tokenHash: id,
    tokenBoundTo: "certificate",
    debtorAccount: "acc-arun-main",
    creditorName: "Harbour Books Ltd",
    creditorScheme: "UK.OBIE.SortCodeAccountNumber",
    creditorNumber: "30712012345678",
    amount: 4_250,
    currency: "GBP",
    reference: "ORDER 7781",
    initiation: {},
    risk: {},
    status: "received",
    createdAt: NOW,
    statusUpdatedAt: NOW,
    ...change,
  };
}

test("what is written is read back", async () => {
  const order = anOrder({ creditorAccount: "acc-grace-main", initiation: { a: ["1"] }, risk: { b: "2" } });
  expect(await orders.claim(order)).toBe(true);
  expect(await orders.byId(order.id)).toEqual(order);
});

test("a consent is claimed once, whoever asks first", async () => {
  const claims = await Promise.all(
    Array.from({ length: 8 }, () => orders.claim(anOrder({ consentId: "dpc-contended" }))),
  );
  expect(claims.filter(Boolean)).toHaveLength(1);
});

test("so is a key, also for eight consents at once; in another version it is another key", async () => {
  const claims = await Promise.all(Array.from({ length: 8 }, () => orders.claim(anOrder({ idempotencyKey: "one" }))));
  expect(claims.filter(Boolean)).toHaveLength(1);
  const inV4 = { clientId: "tpp-beacon", apiVersion: "v4.0", idempotencyKey: "one" } as const;
  expect(await orders.byKey(inV4, NOW)).toBeUndefined();
  expect(await orders.claim(anOrder(inV4))).toBe(true);
  expect(await orders.byKey(inV4, NOW)).toMatchObject(inV4);
  const tomorrow = new Date(NOW.getTime() + 25 * 3_600_000);
  expect(await orders.claim(anOrder({ idempotencyKey: "one", createdAt: tomorrow }))).toBe(true);
});

test("an outcome is kept, and an order with an outcome is not dropped", async () => {
  const order = anOrder();
  await orders.claim(order);
  expect(await orders.complete(order.id, NOW, async () => "AM04")).toMatchObject({ status: "rejected" });
  expect(await orders.complete(order.id, NOW, async () => undefined)).toMatchObject({ status: "rejected" });
  await orders.drop(order.id);
  expect(await orders.byId(order.id)).toMatchObject({ statusReason: "AM04" });
});

test("while the money for one payment is counted, the next from the same account waits, and then sees it gone", async () => {
  const [first, second] = [anOrder({ debtorAccount: "acc-contended" }), anOrder({ debtorAccount: "acc-contended" })];
  await orders.claim(first);
  await orders.claim(second);
  const events: string[] = [];
  let later: Promise<PaymentOrder> | undefined;
  await orders.complete(first.id, NOW, async () => {
    later = orders.complete(second.id, NOW, async (_, entries) => {
      events.push(`second sees ${(await entries(["acc-contended"], NOW)).map(({ amount }) => amount)}`);
      return undefined;
    });
    // Until the second either waits for the lock, or, were there none, has counted.
    await expect
      .poll(async () => {
        const [row] = await sql<{ waiting: number }[]>`
          select count(*)::int as waiting from pg_locks join pg_database on database = pg_database.oid
          where locktype = 'advisory' and not granted and datname = current_database()`;
        return (row?.waiting ?? 0) > 0 || events.length > 0;
      })
      .toBe(true);
    events.push("first is done");
    return undefined;
  });
  await later;
  expect(events).toEqual(["first is done", "second sees -4250"]);
});
