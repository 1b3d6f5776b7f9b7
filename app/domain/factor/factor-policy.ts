import type { Risk } from "../consent/risk";
import { type ConsentKind, traitsOf } from "../consent-kinds/index";
import { type Authentication, isStrong } from "./authentication";

export type FactorNeeded = "none" | "bound-factor";

export interface FactorQuestion {
  readonly kind: ConsentKind;
  readonly authentication?: Authentication;
  readonly risk?: Risk;
  readonly now: Date;
}

/** For so long a log-in stands for whoever is at the page. */
const FRESH_MS = 600_000;
/** By which two clocks may differ. */
export const SKEW_MS = 60_000;

/**
 * Whether a yes needs one more factor, bound to what is shown. A customer authenticates once (P-23): the log-in is enough
 * for data, and a payment's second factor is asked for here and not there (P-22), however small it is.
 *
 *   risk high                                              → bound factor (P-16)
 *   data    both factors, logged in 10 minutes ago at most → none
 *   all else, an unknown acr and no auth_time among it     → bound factor
 */
export function factorFor({ kind, authentication, risk, now }: FactorQuestion): FactorNeeded {
  if (risk === "high" || !isStrongAndFresh(authentication, now)) return "bound-factor";
  return traitsOf(kind).moves === "data" ? "none" : "bound-factor";
}

function isStrongAndFresh(authentication: Authentication | undefined, now: Date): boolean {
  if (!isStrong(authentication) || !authentication?.authTime) return false;
  const age = now.getTime() - authentication.authTime.getTime();
  return age <= FRESH_MS && age >= -SKEW_MS;
}
