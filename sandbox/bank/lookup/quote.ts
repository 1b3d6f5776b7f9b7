import { z } from "zod";
import { contractRate, isDealtIn, type Rate, rateOf } from "../core/exchange.ts";
import { londonDayOf } from "../core/london-day.ts";

const currency = z.string().regex(/^[A-Z]{3}$/);

/** What the authorization server asks when a payment abroad is asked for. */
export const quoteRequest = z.object({
  instructed: z.object({ amount: z.string(), currency }),
  currencyOfTransfer: currency,
  chargeBearer: z.enum(["BorneByCreditor", "BorneByDebtor", "FollowingServiceLevel", "Shared"]).default("Shared"),
  rateType: z.enum(["Actual", "Agreed", "Indicative"]).default("Actual"),
  unitCurrency: currency.optional(),
  rate: z.number().positive().optional(),
  contract: z.string().optional(),
});

type QuoteRequest = z.infer<typeof quoteRequest>;

/** A rate and the charges. This is a wire shape: other services declare what they read of it. */
export interface Quote {
  readonly rateType: QuoteRequest["rateType"];
  readonly unitCurrency: string;
  readonly rate: number;
  /** Of an actual rate alone. */
  readonly expiresAt?: string;
  readonly contract?: string;
  readonly charges: readonly { bearer: string; type: string; amount: string; currency: string }[];
}

/** How long an actual rate holds: the time to log in, to read, to agree, and to order. */
const HOLDS_FOR_MS = 30 * 60_000;

/** In pounds. All charges are the bank's own: what other banks take on the way it does not know. */
const CHARGES = { BorneByDebtor: "15.00", Shared: "5.00", FollowingServiceLevel: "5.00", BorneByCreditor: "5.00" };

export function quote(
  { rateType, contract, ...asked }: QuoteRequest,
  now: Date,
): Quote | "unsupported_currency" | "unknown_contract" {
  const { currencyOfTransfer: target, chargeBearer: bearer } = asked;
  // An amount in the payee's currency is paid from an account in the bank's own.
  const source = asked.instructed.currency === target ? "GBP" : asked.instructed.currency;
  const wanted = asked.unitCurrency ?? (target === "GBP" ? "GBP" : source);
  // By the payee's currency alone nobody could tell which account such a rate is for.
  const unit = asked.instructed.currency === target && wanted === target ? source : wanted;
  const other = unit === source ? target : source;
  if (!isDealtIn(unit) || !isDealtIn(other) || ![source, target].includes(unit)) return "unsupported_currency";
  const agreed = rateType === "Agreed" ? agreedRate(contract, unit, other, asked.rate) : undefined;
  if (rateType === "Agreed" && !agreed) return "unknown_contract";
  const { rate } = agreed ?? rateOf(unit, other, londonDayOf(now));
  return {
    rateType,
    unitCurrency: unit,
    rate,
    ...(rateType === "Actual" && { expiresAt: new Date(now.getTime() + HOLDS_FOR_MS).toISOString() }),
    ...(agreed && contract !== undefined && { contract }),
    charges: [{ bearer, type: "UK.OBIE.CHAPSOut", amount: CHARGES[bearer], currency: "GBP" }],
  };
}

/** The contract must be one that the bank knows, and say what the TPP says. */
function agreedRate(contract = "", unit: string, other: string, rate: number | undefined): Rate | undefined {
  const known = contractRate(contract);
  const fits = known?.unit === unit && known.other === other && (rate === undefined || rate === known.rate);
  return fits ? known : undefined;
}
