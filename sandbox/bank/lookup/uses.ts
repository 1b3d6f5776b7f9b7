import type { Database } from "../../database.ts";
import { formatAmount } from "../core/money.ts";

/** So many of each at most, the newest. */
const MOST = 50;

/** What was done with one consent of one customer; of somebody else's there is nothing. */
export interface ConsentUses {
  payments(customer: string, consentId: string): Promise<object>;
  fundsAnswers(customer: string, consentId: string): Promise<object>;
}

export const createConsentUses = (sql: Database): ConsentUses => ({
  payments: async (customer, consentId) => {
    const rows = await sql`
      select payment.status, creditor_name, amount, currency, count(*) over ()::int as total,
        case payment.status when 'waiting' then due_at else payment.status_updated_at end as at
      from payment_order join payment on payment.order_id = payment_order.id
      where consent_id = ${consentId} and customer = ${customer}
      order by at desc, order_id, number limit ${MOST}`;
    const payments = rows.map((row) => ({
      at: (row["at"] as Date).toISOString(),
      payee: row["creditor_name"] as string,
      amount: { amount: formatAmount(Number(row["amount"])), currency: row["currency"] as string },
      status: row["status"] as string,
    }));
    return { payments, total: rows[0]?.["total"] ?? 0 };
  },
  fundsAnswers: async (customer, consentId) => {
    const rows = await sql`
      select amount, currency, available, created_at, count(*) over ()::int as total from funds_confirmation
      where consent_id = ${consentId} and customer = ${customer} order by created_at desc, id limit ${MOST}`;
    const answers = rows.map((row) => ({
      at: (row["created_at"] as Date).toISOString(),
      amount: { amount: row["amount"] as string, currency: row["currency"] as string },
      available: row["available"] as boolean,
    }));
    return { answers, total: rows[0]?.["total"] ?? 0 };
  },
});
