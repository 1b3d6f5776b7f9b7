import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../db/testing.ts";
import { type Database, openSchema } from "../../database.ts";
import { createLog } from "../../service.ts";
import { databaseClock, runDuePayments } from "./due-payments.ts";
import { createPaymentBook, type PaymentBook } from "./payment-book.ts";
import { newPaymentId, type Payment, type PaymentOrder } from "./payment-order.ts";
import { createPaymentOrders, type PaymentOrders } from "./payment-orders.ts";
import { PAYMENT_SCHEMA } from "./schema.ts";

const NOW = new Date("2026-02-10T12:00:00Z");
let database: TestDatabase;
let sql: Database;
let orders: PaymentOrders;
let payments: PaymentBook;

beforeAll(async () => {
  database = await createTestDatabase();
  sql = await openSchema(database.url, "bank", PAYMENT_SCHEMA);
  orders = createPaymentOrders(sql);
  payments = createPaymentBook(sql);
});
afterAll(async () => {
  await sql?.end();
  await database?.drop();
});

function anOrder(change: Partial<PaymentOrder> = {}): PaymentOrder {
  const id = newPaymentId();
  return {
    id,
    kind: "domestic_payment",
    customer: "cus-1",
    consentId: `dpc-${id}`,
    clientId: "tpp-beacon",
    apiVersion: "v3.1",
    idempotencyKey: id,
    bodyHash: "hash",
    tokenHash: id,
    tokenBoundTo: "certificate",
    debtorAccount: "acc-arun-main",
    initiation: {},
    risk: {},
    terms: {},
    status: "received",
    createdAt: NOW,
    statusUpdatedAt: NOW,
    ...change,
  };
}

const aPayment = ({ id: orderId }: PaymentOrder, change: Partial<Payment> = {}): Payment => ({
  orderId,
  number: 1,
  dueAt: NOW,
  creditorName: "Harbour Books Ltd",
  creditorScheme: "UK.OBIE.SortCodeAccountNumber",
  creditorNumber: "30712012345678",
  amount: 4_250,
  currency: "GBP",
  reference: "ORDER 7781",
  status: "waiting",
  statusUpdatedAt: NOW,
  ...change,
});

const claim = (order: PaymentOrder) => orders.claim(order, [aPayment(order)]);
const moved = { debited: 4_250, credited: 4_250, charged: 0 };

test("what is written is read back", async () => {
  const order = anOrder({ initiation: { a: ["1"] }, risk: { b: "2" }, terms: { refund: true } });
  const rows = [aPayment(order, { creditorAccount: "acc-grace-main" }), aPayment(order, { number: 2 })];
  expect(await orders.claim(order, rows)).toBe(true);
  expect(await orders.byId(order.id)).toEqual(order);
  expect(await orders.paymentsOf(order.id)).toEqual(rows);
});

test("a consent is claimed once, whoever asks first", async () => {
  const claims = await Promise.all(Array.from({ length: 8 }, () => claim(anOrder({ consentId: "dpc-contended" }))));
  expect(claims.filter(Boolean)).toHaveLength(1);
});

test("so is a key, also for eight consents at once; in another version or for another kind it is another key", async () => {
  const claims = await Promise.all(Array.from({ length: 8 }, () => claim(anOrder({ idempotencyKey: "one" }))));
  expect(claims.filter(Boolean)).toHaveLength(1);
  for (const other of [{ apiVersion: "v4.0" }, { kind: "file_payment" }] as const) {
    const key = {
      clientId: "tpp-beacon",
      apiVersion: "v3.1",
      kind: "domestic_payment",
      idempotencyKey: "one",
      ...other,
    } as const;
    expect(await orders.byKey(key, NOW)).toBeUndefined();
    expect(await claim(anOrder(key))).toBe(true);
    expect(await orders.byKey(key, NOW)).toMatchObject(key);
  }
  const tomorrow = new Date(NOW.getTime() + 25 * 3_600_000);
  expect(await claim(anOrder({ idempotencyKey: "one", createdAt: tomorrow }))).toBe(true);
});

test("an outcome is kept, and an order with an outcome is not dropped", async () => {
  const order = anOrder();
  await claim(order);
  const key = { orderId: order.id, number: 1 };
  await payments.make(key, NOW, async () => ({ outcome: { moved } }));
  // Nobody has accepted it yet: nothing is paid.
  expect(await orders.byId(order.id)).toMatchObject({ status: "received" });
  await orders.accept(order.id, NOW);
  await payments.make(key, NOW, async () => ({ outcome: { reason: "AM04" } }));
  expect(await orders.byId(order.id)).toMatchObject({ status: "rejected" });
  await payments.make(key, NOW, async () => ({ outcome: { moved } }));
  await orders.accept(order.id, NOW);
  await orders.drop(order.id);
  expect(await orders.byId(order.id)).toMatchObject({ status: "rejected", statusReason: "AM04" });
});

test("while the money for one payment is counted, the next from the same account waits, and then sees it gone", async () => {
  const [first, second] = [anOrder({ debtorAccount: "acc-contended" }), anOrder({ debtorAccount: "acc-contended" })];
  for (const order of [first, second]) {
    await claim(order);
    await orders.accept(order.id, NOW);
  }
  const events: string[] = [];
  let later: Promise<void> | undefined;
  await payments.make({ orderId: first.id, number: 1 }, NOW, async () => {
    later = payments.make({ orderId: second.id, number: 1 }, NOW, async (_order, _payment, entries) => {
      events.push(`second sees ${(await entries(["acc-contended"], NOW)).map(({ amount }) => amount)}`);
      return { outcome: { moved } };
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
    return { outcome: { moved } };
  });
  await later;
  expect(events).toEqual(["first is done", "second sees -4250"]);
});

test("a crash in the middle of a payment leaves it waiting, and what two make at once is made once", async () => {
  const order = anOrder();
  await claim(order);
  await orders.accept(order.id, NOW);
  const key = { orderId: order.id, number: 1 };
  const next = aPayment(order, { number: 2 });
  await expect(payments.make(key, NOW, () => Promise.reject(new Error("killed")))).rejects.toThrow("killed");
  expect((await orders.paymentsOf(order.id)).map(({ status }) => status)).toEqual(["waiting"]);
  let asked = 0;
  const make = () =>
    payments.make(key, NOW, async () => {
      asked += 1;
      return { outcome: { moved }, next };
    });
  await Promise.all([make(), make(), make()]);
  expect(asked).toBe(1);
  expect((await orders.paymentsOf(order.id)).map(({ status }) => status)).toEqual(["settled", "waiting"]);
});

test("two banks on one database make what is due by the database's clock, once and not before", async () => {
  const clock = databaseClock(sql);
  const dueAt = new Date((await clock()).getTime() + 1_000);
  const order = anOrder({ createdAt: await clock() });
  await orders.claim(order, [aPayment(order, { dueAt, amount: 1 })]);
  await orders.accept(order.id, await clock());
  const log = createLog("bank");
  const banks = [runDuePayments(payments, clock, log, 20), runDuePayments(payments, clock, log, 20)];
  try {
    await expect.poll(async () => (await orders.byId(order.id))?.status, { timeout: 10_000 }).toBe("settled");
  } finally {
    await Promise.all(banks.map((bank) => bank.close()));
  }
  const [payment, ...more] = await orders.paymentsOf(order.id);
  expect(more).toEqual([]);
  expect(payment?.statusUpdatedAt.getTime()).toBeGreaterThanOrEqual(dueAt.getTime());
  const [told] = await sql<{ now: Date }[]>`select now()`;
  expect(payment?.statusUpdatedAt.getTime()).toBeLessThanOrEqual(told?.now.getTime() ?? 0);
});

test("a database of an earlier run keeps its orders: each was its one payment", async () => {
  const old = await createTestDatabase();
  try {
    const raw = postgres(old.url, { max: 1, onnotice: () => {} });
    await raw.unsafe(`create schema bank; create table bank.payment_order (
      id text primary key, consent_id text not null unique, client_id text not null, api_version text not null,
      idempotency_key text not null, body_hash text not null, token_hash text not null, token_bound_to text not null,
      debtor_account text not null, creditor_account text, creditor_name text not null, creditor_scheme text not null,
      creditor_number text not null, amount bigint not null, currency text not null, reference text not null,
      initiation jsonb not null, risk jsonb not null,
      status text not null check (status in ('received', 'settled', 'rejected')), status_reason text,
      created_at timestamptz not null, status_updated_at timestamptz not null);
      insert into bank.payment_order values ('pay-old', 'dpc-old', 'tpp-beacon', 'v3.1', 'k', 'h', 't', 'b',
        'acc-arun-main', null, 'Harbour Books Ltd', 'UK.OBIE.SortCodeAccountNumber', '30712012345678', 4250, 'GBP',
        'BOOKS', '{}', '{}', 'settled', null, '2026-02-09', '2026-02-09');`);
    await raw.end();
    for (const run of [1, 2]) {
      const again = await openSchema(old.url, "bank", PAYMENT_SCHEMA);
      expect(await createPaymentOrders(again).byId("pay-old"), `run ${run}`).toMatchObject({ status: "settled" });
      expect(await createPaymentBook(again).entries(["acc-arun-main"], NOW)).toMatchObject([
        { id: "pay-old-out", amount: -4_250, text: "BOOKS" },
      ]);
      await again.end();
    }
  } finally {
    await old.drop();
  }
});
