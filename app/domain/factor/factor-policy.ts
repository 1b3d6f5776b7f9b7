import type { Risk } from "../consent/risk";
import { type ConsentKind, traitsOf } from "../consent-kinds/index";
import type { Money } from "../shared/money";
import { type Authentication, isStrong } from "./authentication";

export type FactorNeeded = "none" | "bound-factor";

export interface FactorQuestion {
  readonly kind: ConsentKind;
  /** Of one payment, once; absent for data, and for what is paid more than once. */
  readonly amount?: Money;
  readonly authentication?: Authentication;
  readonly risk?: Risk;
  readonly now: Date;
  /** Up to which amount the bank asks nothing more of a payment after both factors; for none unless it says so. */
  readonly freeUpTo?: Money | undefined;
}

/** For so long a log-in stands for whoever is at the page. */
const FRESH_MS = 600_000;
/** By which two clocks may differ. */
const SKEW_MS = 60_000;

/**
 * Whether a yes needs one more factor, bound to what is shown. A customer authenticates once (P-23): the log-in is enough
 * for data, and a payment's second factor is asked for here and not there (P-22).
 *
 *   risk high                                              → bound factor (P-16)
 *   data    both factors, logged in 10 minutes ago at most → none
 *   payment both factors, as fresh, within `freeUpTo`      → none
 *   all else, an unknown acr and no auth_time among it     → bound factor
 */
export function factorFor({ kind, amount, authentication, risk, now, freeUpTo }: FactorQuestion): FactorNeeded {
  if (risk === "high" || !isStrongAndFresh(authentication, now)) return "bound-factor";
  if (traitsOf(kind).moves === "data") return "none";
  return amount && freeUpTo && isWithin(amount, freeUpTo) ? "none" : "bound-factor";
}

function isStrongAndFresh(authentication: Authentication | undefined, now: Date): boolean {
  if (!isStrong(authentication) || !authentication?.authTime) return false;
  const age = now.getTime() - authentication.authTime.getTime();
  return age <= FRESH_MS && age >= -SKEW_MS;
}

const isWithin = (amount: Money, most: Money): boolean =>
  amount.currency === most.currency && amount.minor <= most.minor;
