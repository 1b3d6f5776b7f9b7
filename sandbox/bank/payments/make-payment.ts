import { ACCOUNTS } from "../../personas.ts";
import { createBook } from "../core/book.ts";
import { contractRate, convert, isDealtIn, payersShare, type Rate, rateOf } from "../core/exchange.ts";
import { londonDayOf } from "../core/london-day.ts";
import type { Decide } from "./payment-book.ts";
import type { Moved, Payment, PaymentOrder, RejectionReason } from "./payment-order.ts";
import { paymentAfter } from "./payment-plan.ts";

/** Whether the money can be moved at `now`, and how much of it on either side. */
export const decide =
  (now: Date): Decide =>
  async (order, payment, entries) => {
    const outcome = await movement(order, payment, now, async (accountId) => {
      const { available } = await createBook(entries).balances(accountId, now);
      return available;
    });
    // A standing order goes on after a payment that there was no money for, and ends with its account.
    const next = "reason" in outcome && outcome.reason === "AC04" ? undefined : paymentAfter(order, payment, now);
    return { outcome, ...(next && { next }) };
  };

async function movement(
  order: PaymentOrder,
  payment: Payment,
  now: Date,
  available: (accountId: string) => Promise<number>,
): Promise<{ moved: Moved } | { reason: RejectionReason }> {
  const account = ACCOUNTS.find(({ id }) => id === order.debtorAccount);
  if (account?.status !== "Enabled") return { reason: "AC04" };
  const moved = toMove(order.terms, payment, account.currency, now);
  if (!moved) return { reason: "AM03" };
  if ((await available(account.id)) < moved.debited + moved.charged) return { reason: "AM04" };
  return { moved };
}

/**
 * What leaves an account in `currency` for a payment, and what the payee gets; undefined where the bank cannot change
 * the one into the other.
 */
export function toMove(
  { exchange, charges = [] }: PaymentOrder["terms"],
  payment: Pick<Payment, "amount" | "currency" | "currencyOfTransfer">,
  currency: string,
  now: Date,
): Moved | undefined {
  const { amount, currency: instructed, currencyOfTransfer: target } = payment;
  if (target === undefined) {
    return instructed === currency ? { debited: amount, credited: amount, charged: 0 } : undefined;
  }
  if (!isDealtIn(instructed) || !isDealtIn(target) || !isDealtIn(currency)) return undefined;
  const day = londonDayOf(now);
  // A rate that names the payee's currency alone is not said to be one into that of this account.
  const isForAnother = instructed === target && exchange?.UnitCurrency === target;
  const quoted =
    exchange && !isForAnother ? fixedRate(exchange, instructed === target ? currency : instructed, target) : undefined;
  // From the payer's account, through the amount that was ordered, to what the payee gets: one of the two is no change.
  const rate = quoted ?? rateOf(currency, instructed === currency ? target : instructed, day);
  const debited = convert(amount, instructed, currency, rate);
  const credited = convert(amount, instructed, target, rate);
  if (debited === undefined || credited === undefined) return undefined;
  const changed = currency !== instructed || instructed !== target;
  return { debited, credited, charged: payersShare(charges, currency, day), ...(changed && { rate }) };
}

/** An actual or agreed rate holds; an indicative one was only a hint. */
function fixedRate(
  { RateType, UnitCurrency, ExchangeRate, ContractIdentification }: NonNullable<PaymentOrder["terms"]["exchange"]>,
  one: string,
  another: string,
): Rate | undefined {
  if (RateType === "Indicative" || ![one, another].includes(UnitCurrency) || one === another) return undefined;
  const other = UnitCurrency === one ? another : one;
  if (RateType === "Actual") return { unit: UnitCurrency, other, rate: ExchangeRate };
  const agreed = contractRate(ContractIdentification ?? "");
  return agreed?.unit === UnitCurrency && agreed.other === other ? agreed : undefined;
}
