import type postgres from "postgres";
import type { Database } from "../../database.ts";
import type { Minor } from "../core/money.ts";
import type { Payment, PaymentOrder, RejectionReason } from "./payment-order.ts";
import { orderFromRow, orderToRow, paymentFromRow, paymentToRow } from "./payment-rows.ts";

/** The standard's replay window for an idempotency key. */
const REPLAY_WINDOW = "24 hours";

/** A key is its client's, at one endpoint: the same one in another version or for another kind is another key. */
export type OrderKey = Pick<PaymentOrder, "clientId" | "apiVersion" | "kind" | "idempotencyKey">;

/** What orders of a consent that were not rejected come to, of those that were placed from `from` on and before `to`. */
export type SumOrdered = (from: Date, to: Date) => Promise<Minor>;

/** What was ordered by a consent so far. */
export interface OrderedBefore {
  readonly sum: SumOrdered;
  /** When the latest order was placed, whatever became of it. */
  readonly latestAt: () => Promise<Date | undefined>;
}

export interface PaymentOrders {
  /**
   * @param guard is asked while nobody else can order by this consent; what it throws is thrown, and nothing written.
   * @returns false where another order holds the consent or the key already; nothing is written then.
   */
  claim(
    order: PaymentOrder,
    payments: readonly Payment[],
    guard?: (ordered: OrderedBefore) => Promise<void>,
  ): Promise<boolean>;
  /** The order that was placed with this key within the replay window. */
  byKey(key: OrderKey, now: Date): Promise<PaymentOrder | undefined>;
  /** One that was placed with this very token from this very certificate, within the replay window. */
  byToken(tokenHash: string, boundTo: string, now: Date): Promise<PaymentOrder | undefined>;
  byId(id: string): Promise<PaymentOrder | undefined>;
  /** The latest one. */
  byConsent(consentId: string): Promise<PaymentOrder | undefined>;
  paymentsOf(orderId: string): Promise<readonly Payment[]>;
  sumOrdered(consentId: string): SumOrdered;
  /** From here on its payments are made when they are due. An order that was accepted stays as it is. */
  accept(id: string, now: Date): Promise<void>;
  /**
   * The same for one that waited: it counts as ordered from now on.
   *
   * @param guard is told what all other orders come to, while nobody else can order; what it throws is thrown.
   */
  acceptLate(id: string, consentId: string, now: Date, guard: (sum: SumOrdered) => Promise<void>): Promise<void>;
  /** Ends an order that was not accepted, and every payment of it. */
  reject(id: string, reason: RejectionReason, now: Date): Promise<void>;
  /** Orders of a consent that were not accepted yet. */
  receivedOf(consentId: string): Promise<readonly PaymentOrder[]>;
  /** Forgets an order whose consent turned out not to be usable. */
  drop(id: string): Promise<void>;
}

type Sql = Database | postgres.TransactionSql;

export function createPaymentOrders(sql: Database): PaymentOrders {
  return {
    claim: (order, payments, guard) =>
      sql.begin(async (transaction) => {
        // Two orders with one key at the same moment: the second waits here, then finds the first.
        const key = JSON.stringify([order.clientId, order.apiVersion, order.kind, order.idempotencyKey]);
        await transaction`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
        if (await byKey(transaction, order, order.createdAt)) return false;
        if (guard) {
          await lockConsent(transaction, order.consentId);
          await guard({
            sum: sumOrdered(transaction, order.consentId),
            latestAt: async () => (await latestOf(transaction, order.consentId))?.createdAt,
          });
        }
        const { count } = await transaction`
          insert into payment_order ${transaction(orderToRow(sql, order))}
          on conflict (consent_id) where kind <> 'domestic_vrp' do nothing`;
        if (count === 0) return false;
        for (let at = 0; at < payments.length; at += ROWS_AT_ONCE) {
          const rows = payments.slice(at, at + ROWS_AT_ONCE).map((payment) => paymentToRow(sql, payment));
          await transaction`insert into payment ${transaction(rows)}`;
        }
        return true;
      }),
    byKey: (key, now) => byKey(sql, key, now),
    byToken: async (tokenHash, boundTo, now) =>
      orderFromRow(
        await sql`
        select * from payment_order where token_hash = ${tokenHash} and token_bound_to = ${boundTo}
          and created_at > ${now}::timestamptz - ${REPLAY_WINDOW}::interval
        order by created_at desc limit 1`,
      ),
    byId: async (id) => orderFromRow(await sql`select * from payment_order where id = ${id}`),
    byConsent: (consentId) => latestOf(sql, consentId),
    paymentsOf: async (orderId) =>
      (await sql`select * from payment where order_id = ${orderId} order by number`).map(
        (row) => paymentFromRow([row]) as Payment,
      ),
    sumOrdered: (consentId) => sumOrdered(sql, consentId),
    accept: async (id, now) => {
      await sql`
        update payment_order set status = 'waiting', status_updated_at = ${now} where id = ${id} and status = 'received'`;
    },
    acceptLate: (id, consentId, now, guard) =>
      sql.begin(async (transaction) => {
        await lockConsent(transaction, consentId);
        await guard(sumOrdered(transaction, consentId, id));
        await transaction`
          update payment set due_at = ${now} from payment_order
          where order_id = id and id = ${id} and payment_order.status = 'received'`;
        await transaction`
          update payment_order set status = 'waiting', status_updated_at = ${now}
          where id = ${id} and status = 'received'`;
      }),
    reject: (id, reason, now) =>
      sql.begin(async (transaction) => {
        const { count } = await transaction`
          update payment_order set status = 'rejected', status_reason = ${reason}, status_updated_at = ${now}
          where id = ${id} and status = 'received'`;
        if (count === 0) return;
        await transaction`
          update payment set status = 'rejected', status_reason = ${reason}, status_updated_at = ${now}
          where order_id = ${id} and status = 'waiting'`;
      }),
    receivedOf: async (consentId) =>
      (await sql`select * from payment_order where consent_id = ${consentId} and status = 'received'`).map(
        (row) => orderFromRow([row]) as PaymentOrder,
      ),
    drop: async (id) => {
      await sql`delete from payment_order where id = ${id} and status = 'received'`;
    },
  };
}

/** PostgreSQL takes 65535 parameters in one statement. */
const ROWS_AT_ONCE = 1_000;

async function byKey(sql: Sql, { clientId, apiVersion, kind, idempotencyKey }: OrderKey, now: Date) {
  return orderFromRow(
    await sql`
      select * from payment_order
      where client_id = ${clientId} and api_version = ${apiVersion} and kind = ${kind}
        and idempotency_key = ${idempotencyKey} and created_at > ${now}::timestamptz - ${REPLAY_WINDOW}::interval
      order by created_at desc limit 1`,
  );
}

/** Two payments within one limit must not both see what is left for one of them. */
const lockConsent = (sql: Sql, consentId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`consent ${consentId}`}, 0))`;

async function latestOf(sql: Sql, consentId: string) {
  return orderFromRow(
    await sql`select * from payment_order where consent_id = ${consentId} order by created_at desc limit 1`,
  );
}

const sumOrdered =
  (sql: Sql, consentId: string, except = ""): SumOrdered =>
  async (from, to) => {
    const [row] = await sql<{ sum: string }[]>`
      select coalesce(sum(payment.amount), 0) as sum
      from payment_order join payment on payment.order_id = payment_order.id
      where consent_id = ${consentId} and payment_order.status <> 'rejected' and payment_order.id <> ${except}
        and due_at >= ${from} and due_at < ${to}`;
    return Number(row?.sum ?? 0);
  };
