import { chanceOf } from "./chance.ts";
import type { Day } from "./day.ts";
import { type Minor, parseAmount } from "./money.ts";

/** What the bank sells currencies for. All have two decimals (ISO 4217). */
const UNITS_FOR_A_POUND = { GBP: 1, EUR: 1.172, USD: 1.271, CHF: 1.123, PLN: 4.985, SEK: 13.21, INR: 105.4 } as const;

export type Currency = keyof typeof UNITS_FOR_A_POUND;

/** What one `unit` costs in `other`. */
export interface Rate {
  readonly unit: string;
  readonly other: string;
  readonly rate: number;
}

/** Rates that the bank has agreed with a customer beforehand (`RateType` Agreed). */
const CONTRACTS: Readonly<Record<string, Rate>> = { "FX-2026-117": { unit: "GBP", other: "EUR", rate: 1.19 } };

export const isDealtIn = (currency: string): currency is Currency => Object.hasOwn(UNITS_FOR_A_POUND, currency);

export const contractRate = (contract: string): Rate | undefined =>
  Object.hasOwn(CONTRACTS, contract) ? CONTRACTS[contract] : undefined;

/** The bank's rate of a day: it moves by half a percent at most, and is the same whoever asks. */
export function rateOf(unit: Currency, other: Currency, day: Day): Rate {
  return { unit, other, rate: round(forAPound(other, day) / forAPound(unit, day)) };
}

/**
 * `amount` of one currency of the rate in the other one, to the nearest minor unit; half a penny goes up.
 *
 * @returns undefined where the rate is not between these two.
 */
export function convert(amount: Minor, from: string, to: string, { unit, other, rate }: Rate): Minor | undefined {
  if (from === to) return amount;
  // Whole numbers throughout: a rate has six decimals at most.
  const [whole, millionths] = [BigInt(amount), BigInt(Math.round(rate * 1_000_000))];
  if (millionths <= 0n) return undefined;
  if (from === unit && to === other) return nearest(whole * millionths, 1_000_000n);
  if (from === other && to === unit) return nearest(whole * 1_000_000n, millionths);
  return undefined;
}

/** Who bears what a payment abroad costs, in the standard's words. */
export interface Charge {
  readonly ChargeBearer: string;
  readonly Type: string;
  readonly Amount: { readonly Amount: string; readonly Currency: string };
}

/** What of these charges the payer pays, in `currency`, at the bank's rate of the day. */
export function payersShare(charges: readonly Charge[], currency: Currency, day: Day): Minor {
  return charges
    .filter(({ ChargeBearer }) => ChargeBearer !== "BorneByCreditor")
    .reduce((sum, { Amount }) => {
      const amount = parseAmount(Amount.Amount) ?? 0;
      const { Currency } = Amount;
      if (Currency === currency || !isDealtIn(Currency)) return sum + amount;
      return sum + (convert(amount, Currency, currency, rateOf(Currency, currency, day)) ?? 0);
    }, 0);
}

function forAPound(currency: Currency, day: Day): number {
  if (currency === "GBP") return 1;
  const move = chanceOf(`rate ${currency} ${day}`).between(-50, 50) / 10_000;
  return round(UNITS_FOR_A_POUND[currency] * (1 + move));
}

const nearest = (value: bigint, by: bigint): Minor => Number((2n * value + by) / (2n * by));

const round = (rate: number): number => Math.round(rate * 1_000_000) / 1_000_000;
