import type { Money } from "../shared/money";
import type { PeriodicLimit } from "./domestic-vrp";

/** What the bank has paid so far of a limit that is in use. */
export interface LimitUse extends Pick<PeriodicLimit, "period" | "alignment"> {
  /** The period that it counts in now: its first instant, and the first of the next one. */
  readonly from: Date;
  readonly to: Date;
  readonly used: Money;
}

export type VrpUse = readonly LimitUse[];

/** What was used of one limit; undefined where the bank tells nothing of it, or in another currency. */
export const usedOf = (limit: PeriodicLimit, use: VrpUse): LimitUse | undefined =>
  use.find(
    ({ period, alignment, used }) =>
      period === limit.period && alignment === limit.alignment && used.currency === limit.amount.currency,
  );
