import { z } from "zod";
import type { Day } from "../core/day.ts";
import { instantFrom, londonDayOf } from "../core/london-day.ts";
import { type Rhythm, rhythmFrom } from "./rhythm.ts";

/** When and how much a standing order pays; amounts are left as the TPP wrote them. */
export interface StandingOrder {
  readonly rhythm: Rhythm;
  readonly first: Day;
  /** Where the payments after the first count from; with the first where absent. */
  readonly recurringFrom?: Day;
  readonly final?: Day;
  /** Of all payments, the first and the last among them. */
  readonly count?: number;
  readonly amounts: { readonly first: Amount; readonly recurring: Amount; readonly final: Amount };
}

export interface Amount {
  readonly Amount: string;
  readonly Currency: string;
}

export interface StandingPayment {
  readonly day: Day;
  readonly amount: Amount;
}

const amount = z.object({ Amount: z.string(), Currency: z.string() });
const dates = {
  FirstPaymentDateTime: z.string().optional(),
  RecurringPaymentDateTime: z.string().optional(),
  FinalPaymentDateTime: z.string().optional(),
  // A key of unknown type counts as required.
  Frequency: z.unknown().optional(),
};
const shape = z.object({
  ...dates,
  NumberOfPayments: z.string().regex(/^\d+$/).optional(),
  FirstPaymentAmount: amount.optional(),
  RecurringPaymentAmount: amount.optional(),
  FinalPaymentAmount: amount.optional(),
  // International ones pay the same each time.
  InstructedAmount: amount.optional(),
  // v4.0 moved the dates and the frequency in here.
  MandateRelatedInformation: z.object(dates).optional(),
});

/**
 * What an `Initiation` of either version tells the bank to do again and again; undefined where it is no standing order
 * or its rhythm is none that the bank pays in. v4.0 may leave the first day out: it is then `today`.
 */
export function standingOrderOf(initiation: unknown, today: Day): StandingOrder | undefined {
  const read = shape.safeParse(initiation);
  if (!read.success) return undefined;
  const { MandateRelatedInformation: mandate, NumberOfPayments, ...rest } = read.data;
  const times = mandate ?? rest;
  const rhythm = rhythmFrom(times.Frequency);
  const first = rest.FirstPaymentAmount ?? rest.InstructedAmount;
  if (!rhythm || !first) return undefined;
  const recurring = rest.RecurringPaymentAmount ?? first;
  const recurringFrom = dayFrom(times.RecurringPaymentDateTime);
  const final = dayFrom(times.FinalPaymentDateTime);
  return {
    rhythm,
    first: dayFrom(times.FirstPaymentDateTime) ?? today,
    ...(recurringFrom !== undefined && { recurringFrom }),
    ...(final !== undefined && { final }),
    ...(NumberOfPayments !== undefined && { count: Number(NumberOfPayments) }),
    amounts: { first, recurring, final: rest.FinalPaymentAmount ?? recurring },
  };
}

/** The payment after `made` of them, the latest of which was due on `latest`; undefined where there is none. */
export function nextPayment(order: StandingOrder, made: number, latest: Day): StandingPayment | undefined {
  const { rhythm, first, recurringFrom, final, count, amounts } = order;
  if (made === 0) return { day: first, amount: amounts.first };
  if ((count !== undefined && made >= count) || (final !== undefined && latest >= final)) return undefined;
  const startsHere = made === 1 && recurringFrom !== undefined && recurringFrom > latest;
  const day = startsHere ? recurringFrom : rhythm(recurringFrom ?? first, latest);
  if (final !== undefined && day >= final) return { day: final, amount: amounts.final };
  return { day, amount: count === made + 1 ? amounts.final : amounts.recurring };
}

const dayFrom = (text: string | undefined): Day | undefined =>
  text === undefined ? undefined : londonDayOf(instantFrom(text));
