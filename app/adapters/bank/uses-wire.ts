import { z } from "zod";
import type { FundsAnswer, Newest, PaymentMade } from "~/domain/consent-kinds/uses";
import { parseMoney } from "~/domain/shared/money";
import type { HttpAnswer } from "../http.server";

const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const total = z.int().nonnegative();
const money = z.object({ amount: z.string(), currency: z.string() }).transform((wire, context) => {
  const read = parseMoney(wire.amount, wire.currency);
  if (!read) context.addIssue("not an amount");
  return read ?? z.NEVER;
});

/** What a consent paid: `GET /customers/{customerId}/consents/{consentId}/payments`. */
const paymentsSchema = z.object({
  payments: z.array(
    z.object({ at: instant, payee: z.string(), amount: money, status: z.enum(["waiting", "settled", "rejected"]) }),
  ),
  total,
});

/** What was answered with it: `GET /customers/{customerId}/consents/{consentId}/funds-answers`. */
const answersSchema = z.object({
  answers: z.array(z.object({ at: instant, amount: money, available: z.boolean() })),
  total,
});

/** Undefined for what is no answer: a list with a hole in it would tell less than was paid. */
export function paymentsFrom({ status, json }: HttpAnswer): Newest<PaymentMade> | undefined {
  const read = status === 200 ? paymentsSchema.safeParse(json).data : undefined;
  return read && { items: read.payments, total: Math.max(read.total, read.payments.length) };
}

export function fundsAnswersFrom({ status, json }: HttpAnswer): Newest<FundsAnswer> | undefined {
  const read = status === 200 ? answersSchema.safeParse(json).data : undefined;
  return read && { items: read.answers, total: Math.max(read.total, read.answers.length) };
}
