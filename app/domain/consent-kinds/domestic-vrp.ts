import type { Money } from "../shared/money";
import type { AccountReference, Payee } from "./payment-terms";

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
