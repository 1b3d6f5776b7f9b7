import type { Minor } from "../core/money.ts";
import { parseAmount } from "../core/money.ts";
import type { Payment, PaymentOrder } from "./payment-order.ts";

/**
 * The amounts that a mandate is held against: the whole of a file, the largest of what is paid again and again, and else
 * the one payment.
 */
export function amountsToSign(
  { kind, initiation, terms }: Pick<PaymentOrder, "kind" | "initiation" | "terms">,
  payments: readonly Payment[],
  currency: string,
): readonly { readonly amount: Minor; readonly isOwnCurrency: boolean }[] {
  const isOwnCurrency = payments.every((payment) => payment.currency === currency);
  const sum = payments.reduce((total, { amount }) => total + amount, 0);
  const named = kind === "domestic_vrp" ? terms.limits?.control_parameters : initiation;
  const more = NAMED.flatMap((name) => amountOf(named?.[name]) ?? []);
  return [sum, ...more].map((amount) => ({ amount, isOwnCurrency }));
}

const NAMED = ["RecurringPaymentAmount", "FinalPaymentAmount", "MaximumIndividualAmount"];

function amountOf(value: unknown): Minor | undefined {
  const { Amount } = (value ?? {}) as { Amount?: unknown };
  return typeof Amount === "string" ? parseAmount(Amount) : undefined;
}
