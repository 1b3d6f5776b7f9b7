import type { Money } from "../shared/money";
import { type AccountReference, isReadable, type Payee } from "./payment-terms";

/** Payments that a TPP may make later, within limits (UK domestic-vrp-consents). */
export interface DomesticVrp {
  readonly kind: "domestic-vrp";
  /** Absent where the TPP names it with each payment; never so for sweeping. */
  readonly payee?: Payee;
  readonly reference?: string;
  readonly debtor?: AccountReference;
  /** `MaximumIndividualAmount`. */
  readonly mostEachTime: Money;
  /** All of them, in the TPP's order; at most one for each period and alignment, so six at most are of use (P-20). */
  readonly limits: readonly PeriodicLimit[];
  /** Absent: from the moment that it is agreed to. */
  readonly validFrom?: Date;
  /** Absent: until the customer stops it. The bank never changes it (E-02). */
  readonly validTo?: Date;
  /** `UK.OBIE.VRPType.Sweeping`: between the customer's own accounts. */
  readonly purpose: "sweeping" | "other";
  /** Whether each payment asks the customer again (`UK.OBIE.SCA` alone). */
  readonly asksEachTime: boolean;
  /** Whether payments may be made while the customer is away (`OffSession`, which is the standard's default). */
  readonly whileAway: boolean;
}

export interface PeriodicLimit {
  readonly period: "day" | "week" | "fortnight" | "month" | "half-year" | "year";
  /** Whether the periods are the calendar's, the first one in part, or count from the day that it starts. */
  readonly alignment: "calendar" | "consent";
  readonly amount: Money;
}

/** Further away than anybody can say yes for: a mistake, or another meaning. */
const LONGEST_YEARS = 100;

/**
 * Whether somebody can agree to it, and tell what they agree to: something may be paid, in one currency, at a time that
 * is still to come, within limits of which no two are of the same periods, and an own account that money is moved to is
 * named. A day's limit above a month's is fine: the lower one holds, and both are shown.
 */
export function canBeAllowed(vrp: DomesticVrp, now: Date): boolean {
  const { mostEachTime, limits, payee, purpose, debtor } = vrp;
  const amounts = [mostEachTime, ...limits.map(({ amount }) => amount)];
  if (amounts.some(({ minor, currency }) => minor <= 0n || currency !== mostEachTime.currency)) return false;
  if (limits.length === 0 || limits.some(isOfNoCalendar)) return false;
  if (new Set(limits.map(({ period, alignment }) => `${period} ${alignment}`)).size < limits.length) return false;
  if (payee ? !isReadable(payee) : purpose === "sweeping") return false;
  return (debtor === undefined || isReadable(debtor)) && lastsFor(vrp, now);
}

/** No calendar says when a fortnight begins; the standard (v4.0) lets it count from the start alone. */
const isOfNoCalendar = ({ period, alignment }: PeriodicLimit) => period === "fortnight" && alignment === "calendar";

function lastsFor({ validFrom, validTo }: DomesticVrp, now: Date): boolean {
  const isFar = (date: Date) => Math.abs(date.getUTCFullYear() - now.getUTCFullYear()) > LONGEST_YEARS;
  if ([validFrom, validTo].some((date) => date && (Number.isNaN(date.getTime()) || isFar(date)))) return false;
  return !validTo || (validTo > now && (!validFrom || validTo > validFrom));
}
