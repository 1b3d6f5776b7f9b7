import { z } from "zod";
import type { AccountReference } from "~/domain/consent-kinds/payment-terms";
import type { Example, ExampleOrder } from "~/domain/preview/example";
import { asCustomerId } from "~/domain/shared/ids";
import { type Money, parseMoney } from "~/domain/shared/money";

/** An example of a customer's own data as the bank sends it: `GET /customers/{customerId}/accounts/{accountId}/example`. */

const money = z.object({ amount: z.string(), currency: z.string() }).transform((wire, context): Money => {
  const read = parseMoney(wire.amount, wire.currency);
  if (read) return read;
  context.addIssue({ code: "custom", message: "not an amount" });
  return z.NEVER;
});

const balance = z
  .object({ amount: z.string(), currency: z.string(), overdrawn: z.boolean() })
  .transform(({ overdrawn, ...wire }, context): Money => {
    const read = parseMoney(wire.amount, wire.currency);
    if (read) return overdrawn ? { ...read, minor: -read.minor } : read;
    context.addIssue({ code: "custom", message: "not an amount" });
    return z.NEVER;
  });

const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

const number = z.object({ scheme: z.enum(["sort_code_account_number", "iban", "card"]), number: z.string() }).transform(
  ({ scheme, number: identification }): AccountReference => ({
    scheme: scheme === "sort_code_account_number" ? "sort-code-account-number" : scheme,
    identification,
  }),
);

const order = z
  .object({ amount: money, on: instant, to: number.optional() })
  .transform(({ to, ...rest }): ExampleOrder => ({ ...rest, ...(to && { number: to }) }));

const MOST = 50;
const some = <Row extends z.ZodType>(row: Row) => z.array(row).max(MOST).default([]);

export const exampleSchema = z
  .object({
    transactions: some(
      z
        .object({
          booked_at: instant,
          direction: z.enum(["in", "out"]),
          amount: money,
          party: z.string().optional(),
          text: z.string().optional(),
          balance_after: balance.optional(),
        })
        .transform(({ booked_at, balance_after, direction, amount, party, text }) => ({
          bookedAt: booked_at,
          direction,
          amount,
          ...(party && { party }),
          ...(text && { text }),
          ...(balance_after && { balanceAfter: balance_after }),
        })),
    ),
    payees: some(
      z
        .object({ name: z.string(), account: number.optional() })
        .transform(({ name, account }) => ({ name, ...(account && { number: account }) })),
    ),
    standing_orders: some(order),
    direct_debits: some(
      z
        .object({ collector: z.string(), last: money.optional(), last_on: instant.optional() })
        .transform(({ collector, last, last_on }) => ({
          collector,
          ...(last && { last }),
          ...(last_on && { lastOn: last_on }),
        })),
    ),
    scheduled_payments: some(order),
    statements: some(
      z
        .object({ from: instant, to: instant, closing: balance.optional() })
        .transform(({ from, to, closing }) => ({ from, to, ...(closing && { closing }) })),
    ),
    products: some(z.string()),
    offers: some(z.string()),
    parties: some(
      z
        .object({
          customer_id: z.string(),
          name: z.string(),
          email: z.string().optional(),
          phone: z.string().optional(),
        })
        .transform(({ customer_id, name, email, phone }) => ({
          customer: asCustomerId(customer_id),
          name,
          ...(email && { email }),
          ...(phone && { phone }),
        })),
    ),
  })
  .transform(
    ({ standing_orders, direct_debits, scheduled_payments, ...rest }): Example => ({
      ...rest,
      standingOrders: standing_orders,
      directDebits: direct_debits,
      scheduledPayments: scheduled_payments,
    }),
  );
