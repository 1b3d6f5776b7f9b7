import type postgres from "postgres";
import type { Database } from "../../database.ts";
import type { Payment, PaymentOrder } from "./payment-order.ts";

const json = (sql: Database, value: object | undefined) =>
  value === undefined ? null : sql.json(value as postgres.JSONValue);

export function orderToRow(sql: Database, order: PaymentOrder) {
  return {
    id: order.id,
    kind: order.kind,
    consent_id: order.consentId,
    customer: order.customer,
    client_id: order.clientId,
    api_version: order.apiVersion,
    idempotency_key: order.idempotencyKey,
    body_hash: order.bodyHash,
    token_hash: order.tokenHash,
    token_bound_to: order.tokenBoundTo,
    debtor_account: order.debtorAccount,
    initiation: json(sql, order.initiation),
    risk: json(sql, order.risk),
    terms: json(sql, order.terms),
    status: order.status,
    status_reason: order.statusReason ?? null,
    created_at: order.createdAt,
    status_updated_at: order.statusUpdatedAt,
  };
}

export function orderFromRow([row]: readonly postgres.Row[]): PaymentOrder | undefined {
  if (!row) return undefined;
  return {
    id: row["id"],
    kind: row["kind"],
    consentId: row["consent_id"],
    customer: row["customer"],
    clientId: row["client_id"],
    apiVersion: row["api_version"],
    idempotencyKey: row["idempotency_key"],
    bodyHash: row["body_hash"],
    tokenHash: row["token_hash"],
    tokenBoundTo: row["token_bound_to"],
    debtorAccount: row["debtor_account"],
    initiation: row["initiation"],
    ...(row["risk"] !== null && { risk: row["risk"] }),
    terms: row["terms"],
    status: row["status"],
    ...(row["status_reason"] !== null && { statusReason: row["status_reason"] }),
    createdAt: row["created_at"],
    statusUpdatedAt: row["status_updated_at"],
  };
}

export function paymentToRow(sql: Database, payment: Payment) {
  return {
    order_id: payment.orderId,
    number: payment.number,
    due_at: payment.dueAt,
    creditor_account: payment.creditorAccount ?? null,
    creditor_name: payment.creditorName,
    creditor_scheme: payment.creditorScheme,
    creditor_number: payment.creditorNumber,
    amount: payment.amount,
    currency: payment.currency,
    currency_of_transfer: payment.currencyOfTransfer ?? null,
    reference: payment.reference,
    status: payment.status,
    status_reason: payment.statusReason ?? null,
    status_updated_at: payment.statusUpdatedAt,
    debited: payment.moved?.debited ?? null,
    credited: payment.moved?.credited ?? null,
    charged: payment.moved?.charged ?? null,
    rate: json(sql, payment.moved?.rate),
  };
}

export function paymentFromRow([row]: readonly postgres.Row[]): Payment | undefined {
  if (!row) return undefined;
  return {
    orderId: row["order_id"],
    number: row["number"],
    dueAt: row["due_at"],
    ...(row["creditor_account"] !== null && { creditorAccount: row["creditor_account"] }),
    creditorName: row["creditor_name"],
    creditorScheme: row["creditor_scheme"],
    creditorNumber: row["creditor_number"],
    // bigint arrives as text; the column cannot hold more than 15 digits of minor units.
    amount: Number(row["amount"]),
    currency: row["currency"],
    ...(row["currency_of_transfer"] !== null && { currencyOfTransfer: row["currency_of_transfer"] }),
    reference: row["reference"],
    status: row["status"],
    ...(row["status_reason"] !== null && { statusReason: row["status_reason"] }),
    statusUpdatedAt: row["status_updated_at"],
    ...(row["status"] === "settled" && {
      moved: {
        debited: Number(row["debited"]),
        credited: Number(row["credited"]),
        charged: Number(row["charged"]),
        ...(row["rate"] !== null && { rate: row["rate"] }),
      },
    }),
  };
}
