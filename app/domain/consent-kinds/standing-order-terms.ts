import { type BankDay, bankDayOf } from "../shared/bank-day";
import type { Money } from "../shared/money";
import { daysAfter, type Rhythm } from "./rhythm";

/** When and how much: alike for domestic and international standing orders. */
export interface StandingOrderTerms {
  readonly rhythm: Rhythm;
  readonly first: { readonly amount: Money; readonly on: Date };
  /** Every payment between the first and the last; without it they are as the first one, in the rhythm from its day. */
  readonly recurring?: { readonly amount: Money; readonly from?: Date };
  /** The last payment: how much, where that is not as before, and on which day, where a day was named. */
  readonly final?: { readonly amount?: Money; readonly on?: Date };
  /** Of all payments, the first and the final among them. Without it and without a final day they go on until stopped. */
  readonly count?: number;
}

export interface StandingPayment {
  readonly on: BankDay;
  readonly amount: Money;
}

/** What the payments come to that are made: an order may name amounts that it never comes to pay. */
export function amountsMade(order: StandingOrderTerms): {
  readonly first: Money;
  /** Of each between the first and the last. */
  readonly between?: Money;
  readonly last?: Money;
} {
  const { first, recurring, final, count } = order;
  const [, second, third] = firstPayments(order, 3);
  const ends = count !== undefined || final?.on !== undefined;
  return {
    first: first.amount,
    ...(third && { between: second?.amount ?? first.amount }),
    ...(second && ends && { last: final?.amount ?? recurring?.amount ?? first.amount }),
  };
}

/** What is paid between the first and the last time; what is paid first where nothing is. */
export const regularAmount = (order: StandingOrderTerms): Money => amountsMade(order).between ?? order.first.amount;

/** Whether the first payment is on a day of the rhythm that those after it keep. */
export function startsInRhythm({ rhythm, first, recurring }: StandingOrderTerms): boolean {
  const day = bankDayOf(first.on);
  const anchor = bankDayOf(recurring?.from ?? first.on);
  // A rhythm has no days before its anchor: where they begin elsewhere, the page names the day.
  return anchor === day && daysAfter(rhythm, day, day - 1, 1)[0] === day;
}

/** The first payments, so many of them or as many as there are (P-18). */
export function firstPayments(terms: StandingOrderTerms, most: number): readonly StandingPayment[] {
  const payments: StandingPayment[] = [];
  for (let next = paymentAfter(terms, payments); next && payments.length < most; next = paymentAfter(terms, payments)) {
    payments.push(next);
  }
  return payments;
}

/** Nobody means more payments than this. */
const MOST_PAYMENTS = 1_000;

/** The day of the last payment; undefined for one that goes on until it is stopped. */
export function lastDayOf(terms: StandingOrderTerms): BankDay | undefined {
  if (terms.final?.on) return bankDayOf(terms.final.on);
  return terms.count === undefined ? undefined : firstPayments(terms, terms.count).at(-1)?.on;
}

function paymentAfter(
  { rhythm, first, recurring, final, count }: StandingOrderTerms,
  made: readonly StandingPayment[],
): StandingPayment | undefined {
  const latest = made.at(-1)?.on;
  if (latest === undefined) return { on: bankDayOf(first.on), amount: first.amount };
  const regular = recurring?.amount ?? first.amount;
  const lastDay = final?.on && bankDayOf(final.on);
  if ((count !== undefined && made.length >= count) || (lastDay !== undefined && latest >= lastDay)) return undefined;
  const anchor = bankDayOf(recurring?.from ?? first.on);
  const startsHere = made.length === 1 && anchor > latest;
  const [next = anchor] = startsHere ? [anchor] : daysAfter(rhythm, anchor, latest, 1);
  if (lastDay !== undefined && next >= lastDay) return { on: lastDay, amount: final?.amount ?? regular };
  return { on: next, amount: count === made.length + 1 ? (final?.amount ?? regular) : regular };
}

/**
 * Whether they can be meant: something to pay each time, in one currency, and days in the order of their names. The number
 * of payments and a last day are two ways to say the same, of which the standard takes one.
 */
export function canBeKept({ first, recurring, final, count }: StandingOrderTerms): boolean {
  const amounts = [first, recurring, final].flatMap((part) => part?.amount ?? []);
  if (amounts.some(({ minor, currency }) => minor <= 0n || currency !== first.amount.currency)) return false;
  if (count !== undefined && (!(count >= 1 && count <= MOST_PAYMENTS) || final?.on !== undefined)) return false;
  const days = [first.on, recurring?.from, final?.on].flatMap((on) => (on ? bankDayOf(on) : []));
  return days.every((day, at) => at === 0 || day >= (days[at - 1] ?? day));
}
