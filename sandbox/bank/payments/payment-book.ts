import type postgres from "postgres";
import type { Database } from "../../database.ts";
import type { OrderedEntries } from "../core/book.ts";
import type { Entry } from "../core/entry.ts";
import { type Moved, type Payment, type PaymentOrder, paymentId, type RejectionReason } from "./payment-order.ts";
import { orderFromRow, paymentFromRow, paymentToRow } from "./payment-rows.ts";

export type PaymentKey = Pick<Payment, "orderId" | "number">;

/** What becomes of a payment, and the one that follows it where there is one. */
export interface Outcome {
  readonly outcome: { readonly moved: Moved } | { readonly reason: RejectionReason };
  readonly next?: Payment;
}

export type Decide = (order: PaymentOrder, payment: Payment, entries: OrderedEntries) => Promise<Outcome>;

export interface PaymentBook {
  /** Payments of accepted orders that are due, the longest overdue first; of one order alone where it is named. */
  due(now: Date, most: number, orderId?: string): Promise<readonly PaymentKey[]>;
  /**
   * Makes or rejects a waiting payment, once: whoever asks second finds it done. `decide` is asked while nothing else
   * can move the debtor's money, with a reader of what has moved so far. All or nothing is written.
   */
  make(key: PaymentKey, now: Date, decide: Decide): Promise<void>;
  /** What payments moved on these accounts, out and in. */
  readonly entries: OrderedEntries;
}

type Sql = Database | postgres.TransactionSql;

export function createPaymentBook(sql: Database): PaymentBook {
  return {
    due: async (now, most, orderId) => {
      const rows = await sql`
        select order_id, number from payment join payment_order on payment_order.id = order_id
        where payment.status = 'waiting' and payment_order.status in ('waiting', 'settled') and due_at <= ${now}
          ${orderId === undefined ? sql`` : sql`and order_id = ${orderId}`}
        order by due_at, order_id, number limit ${most}`;
      return rows.map((row) => ({ orderId: row["order_id"], number: row["number"] }));
    },
    make: async ({ orderId, number }, now, decide) => {
      await sql.begin(async (transaction) => {
        // The order's row first, so that the payments of one order wait for each other and never in a circle.
        const order = orderFromRow(
          await transaction`
          select * from payment_order where id = ${orderId} and status in ('waiting', 'settled') for update`,
        );
        const payment = paymentFromRow(
          await transaction`
          select * from payment where order_id = ${orderId} and number = ${number} and status = 'waiting'`,
        );
        if (!order || !payment) return;
        // Two payments from one account at once must not both see the money that is there for one of them.
        await transaction`select pg_advisory_xact_lock(hashtext(${order.debtorAccount}))`;
        const { outcome, next } = await decide(order, payment, (accountIds, until) =>
          entriesOf(transaction, accountIds, until),
        );
        const done: Payment = {
          ...payment,
          statusUpdatedAt: now,
          ...("moved" in outcome
            ? { status: "settled", moved: outcome.moved }
            : { status: "rejected", statusReason: outcome.reason }),
        };
        await transaction`
          update payment set ${transaction(paymentToRow(sql, done))} where order_id = ${orderId} and number = ${number}`;
        if (next) await transaction`insert into payment ${transaction(paymentToRow(sql, next))}`;
        await updateOrder(transaction, order, now, "reason" in outcome ? outcome.reason : null);
      });
    },
    entries: (accountIds, until) => entriesOf(sql, accountIds, until),
  };
}

/** A file is done when its last row is; everything else when money has moved. Without any it is rejected at its end. */
async function updateOrder(sql: Sql, { id, kind, status }: PaymentOrder, now: Date, reason: RejectionReason | null) {
  const [counts] = await sql<{ waiting: number; settled: number }[]>`
    select count(*) filter (where status = 'waiting')::int as waiting,
      count(*) filter (where status = 'settled')::int as settled
    from payment where order_id = ${id}`;
  const { waiting = 0, settled = 0 } = counts ?? {};
  const open = waiting > 0 && (kind === "file_payment" || settled === 0);
  const becomes = open ? "waiting" : settled > 0 ? "settled" : "rejected";
  if (becomes === status) return;
  await sql`
    update payment_order set status = ${becomes}, status_updated_at = ${now},
      status_reason = ${becomes === "rejected" ? reason : null}
    where id = ${id}`;
}

async function entriesOf(sql: Sql, accountIds: readonly string[], until: Date): Promise<Entry[]> {
  const rows = await sql`
    select payment.*, payment_order.debtor_account, payment_order.kind
    from payment join payment_order on payment_order.id = order_id
    where payment.status = 'settled' and payment.status_updated_at <= ${until}
      and (debtor_account = any(${accountIds}) or creditor_account = any(${accountIds}))
    order by payment.status_updated_at, order_id, number`;
  return rows.flatMap((row) => {
    const payment = paymentFromRow([row]) as Payment;
    const from: string = row["debtor_account"];
    const to = payment.creditorAccount;
    // A payment to the account it came from is both.
    return [
      ...(accountIds.includes(from) ? outgoing(payment, from, row["kind"]) : []),
      ...(to !== undefined && accountIds.includes(to) ? [incoming(payment, to)] : []),
    ];
  });
}

function outgoing(payment: Payment, accountId: string, kind: PaymentOrder["kind"]): Entry[] {
  const { debited, charged, rate } = payment.moved as Moved;
  const counterparty = { name: payment.creditorName, number: payment.creditorNumber, scheme: payment.creditorScheme };
  const paid: Entry = {
    ...movement(payment, accountId, "out"),
    amount: -debited,
    kind: kind.endsWith("standing_order") ? "standing_order" : "transfer_out",
    counterparty,
    ...(rate && { exchange: { source: rate.unit, target: rate.other, rate: rate.rate } }),
  };
  if (charged === 0) return [paid];
  const fee = { amount: -charged, kind: "charge", counterparty: { name: "Payment abroad" } } as const;
  return [paid, { ...movement(payment, accountId, "fee"), ...fee }];
}

const incoming = (payment: Payment, accountId: string): Entry => ({
  ...movement(payment, accountId, "in"),
  amount: (payment.moved as Moved).credited,
  kind: "transfer_in",
  // The payer's number is not the payee's to know.
  counterparty: { name: "Payment received" },
});

const movement = (payment: Payment, accountId: string, side: "in" | "out" | "fee") => ({
  id: `${paymentId(payment)}-${side}`,
  accountId,
  madeAt: payment.statusUpdatedAt,
  bookedAt: payment.statusUpdatedAt,
  text: payment.reference,
});
