import type postgres from "postgres";
import type { Database } from "../../database.ts";
import type { Entry } from "../core/entry.ts";
import type { PaymentOrder, RejectionReason } from "./payment-order.ts";

/** The standard's replay window for an idempotency key. */
const REPLAY_WINDOW = "24 hours";

/** A key is its client's, at one endpoint: the same one in another version is another key. */
export type OrderKey = Pick<PaymentOrder, "clientId" | "apiVersion" | "idempotencyKey">;

export interface PaymentOrders {
  /** @returns false where another order holds the consent or the key already; nothing is written then. */
  claim(order: PaymentOrder): Promise<boolean>;
  /** The order that was placed with this key within the replay window. */
  byKey(key: OrderKey, now: Date): Promise<PaymentOrder | undefined>;
  /** The order that was placed with this very token from this very certificate, within the replay window. */
  byToken(tokenHash: string, boundTo: string, now: Date): Promise<PaymentOrder | undefined>;
  byId(id: string): Promise<PaymentOrder | undefined>;
  /** Forgets an order whose consent turned out not to be usable. */
  drop(id: string): Promise<void>;
  /**
   * Settles or rejects a received order, once; an order that has an outcome keeps it. `reject` is asked while nothing
   * else can move the debtor's money, with a reader of what has been ordered so far.
   */
  complete(id: string, now: Date, reject: Reject): Promise<PaymentOrder>;
  /** Settled payments as entries of these accounts, out and in. */
  entries(accountIds: readonly string[], until: Date): Promise<Entry[]>;
}

export type Reject = (
  order: PaymentOrder,
  entries: (accountIds: readonly string[], until: Date) => Promise<Entry[]>,
) => Promise<RejectionReason | undefined>;

type Sql = Database | postgres.TransactionSql;

export function createPaymentOrders(sql: Database): PaymentOrders {
  return {
    claim: (order) =>
      sql.begin(async (transaction) => {
        // Two orders with one key at the same moment: the second waits here, then finds the first.
        const key = JSON.stringify([order.clientId, order.apiVersion, order.idempotencyKey]);
        await transaction`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
        if (await byKey(transaction, order, order.createdAt)) return false;
        const { count } = await transaction`
          insert into payment_order ${transaction(toRow(sql, order))} on conflict (consent_id) do nothing`;
        return count === 1;
      }),
    byKey: (key, now) => byKey(sql, key, now),
    byToken: async (tokenHash, boundTo, now) =>
      fromRow(
        await sql`
        select * from payment_order where token_hash = ${tokenHash} and token_bound_to = ${boundTo}
          and created_at > ${now}::timestamptz - ${REPLAY_WINDOW}::interval`,
      ),
    byId: async (id) => fromRow(await sql`select * from payment_order where id = ${id}`),
    drop: async (id) => {
      await sql`delete from payment_order where id = ${id} and status = 'received'`;
    },
    complete: (id, now, reject) =>
      sql.begin(async (transaction) => {
        const order = fromRow(await transaction`select * from payment_order where id = ${id} for update`);
        if (!order) throw new Error("a payment order vanished while it was completed");
        if (order.status !== "received") return order;
        // Two payments from one account at once must not both see the money that is there for one of them.
        await transaction`select pg_advisory_xact_lock(hashtext(${order.debtorAccount}))`;
        const reason = await reject(order, (accountIds, until) => entriesOf(transaction, accountIds, until));
        const rows = await transaction`
          update payment_order set status = ${reason ? "rejected" : "settled"}, status_reason = ${reason ?? null},
            status_updated_at = ${now}
          where id = ${id} returning *`;
        return fromRow(rows) as PaymentOrder;
      }),
    entries: (accountIds, until) => entriesOf(sql, accountIds, until),
  };
}

async function byKey(sql: Sql, { clientId, apiVersion, idempotencyKey }: OrderKey, now: Date) {
  return fromRow(
    await sql`
      select * from payment_order
      where client_id = ${clientId} and api_version = ${apiVersion} and idempotency_key = ${idempotencyKey}
        and created_at > ${now}::timestamptz - ${REPLAY_WINDOW}::interval
      order by created_at desc limit 1`,
  );
}

async function entriesOf(sql: Sql, accountIds: readonly string[], until: Date): Promise<Entry[]> {
  const rows = await sql`
    select * from payment_order
    where status = 'settled' and status_updated_at <= ${until}
      and (debtor_account = any(${accountIds}) or creditor_account = any(${accountIds}))
    order by status_updated_at, id`;
  return rows.flatMap((row) => {
    const order = fromRow([row]) as PaymentOrder;
    // A payment to the account it came from is both.
    return [
      ...(accountIds.includes(order.debtorAccount) ? [outgoing(order)] : []),
      ...(order.creditorAccount && accountIds.includes(order.creditorAccount) ? [incoming(order)] : []),
    ];
  });
}

const outgoing = (order: PaymentOrder): Entry => ({
  ...movement(order, order.debtorAccount, "out"),
  amount: -order.amount,
  kind: "transfer_out",
  counterparty: { name: order.creditorName, number: order.creditorNumber, scheme: order.creditorScheme },
});

const incoming = (order: PaymentOrder): Entry => ({
  ...movement(order, order.creditorAccount ?? "", "in"),
  amount: order.amount,
  kind: "transfer_in",
  // The payer's number is not the payee's to know.
  counterparty: { name: "Payment received" },
});

const movement = (order: PaymentOrder, accountId: string, side: "in" | "out") => ({
  id: `${order.id}-${side}`,
  accountId,
  madeAt: order.statusUpdatedAt,
  bookedAt: order.statusUpdatedAt,
  text: order.reference,
});

function toRow(sql: Database, order: PaymentOrder) {
  return {
    id: order.id,
    consent_id: order.consentId,
    client_id: order.clientId,
    api_version: order.apiVersion,
    idempotency_key: order.idempotencyKey,
    body_hash: order.bodyHash,
    token_hash: order.tokenHash,
    token_bound_to: order.tokenBoundTo,
    debtor_account: order.debtorAccount,
    creditor_account: order.creditorAccount ?? null,
    creditor_name: order.creditorName,
    creditor_scheme: order.creditorScheme,
    creditor_number: order.creditorNumber,
    amount: order.amount,
    currency: order.currency,
    reference: order.reference,
    initiation: sql.json(order.initiation as postgres.JSONValue),
    risk: sql.json(order.risk as postgres.JSONValue),
    status: order.status,
    status_reason: order.statusReason ?? null,
    created_at: order.createdAt,
    status_updated_at: order.statusUpdatedAt,
  };
}

function fromRow([row]: readonly postgres.Row[]): PaymentOrder | undefined {
  if (!row) return undefined;
  return {
    id: row["id"],
    consentId: row["consent_id"],
    clientId: row["client_id"],
    apiVersion: row["api_version"],
    idempotencyKey: row["idempotency_key"],
    bodyHash: row["body_hash"],
    tokenHash: row["token_hash"],
    tokenBoundTo: row["token_bound_to"],
    debtorAccount: row["debtor_account"],
    ...(row["creditor_account"] !== null && { creditorAccount: row["creditor_account"] }),
    creditorName: row["creditor_name"],
    creditorScheme: row["creditor_scheme"],
    creditorNumber: row["creditor_number"],
    // bigint arrives as text; the column cannot hold more than 15 digits of minor units.
    amount: Number(row["amount"]),
    currency: row["currency"],
    reference: row["reference"],
    initiation: row["initiation"],
    risk: row["risk"],
    status: row["status"],
    ...(row["status_reason"] !== null && { statusReason: row["status_reason"] }),
    createdAt: row["created_at"],
    statusUpdatedAt: row["status_updated_at"],
  };
}
