/** Days of the calendar by UTC, both included; each `YYYY-MM-DD`. */
export interface DayRange {
  readonly from?: string;
  readonly to?: string;
}

const DAY = /^(?:19[7-9]\d|20\d\d|21\d\d)-\d\d-\d\d$/;

/** A day that is on the calendar. */
export const isDay = (text: string): boolean =>
  DAY.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;

/** Undefined for what is no range, and for one that ends before it begins. */
export function dayRangeOf(from: string, to: string): DayRange | undefined {
  if ([from, to].some((day) => day !== "" && !isDay(day))) return undefined;
  if (from === "" && to === "") return undefined;
  if (from !== "" && to !== "" && to < from) return undefined;
  return { ...(from !== "" && { from }), ...(to !== "" && { to }) };
}
