import { DAY_MS } from "../core/day.ts";
import type { PeriodAlignment, PeriodType } from "./vrp-period.ts";

/**
 * The rules of periodic limits told by a calendar on the wall: one walks from day to day and sees where a period ends.
 * What the bank works out is held against it.
 */
export function byWalking(type: PeriodType, alignment: PeriodAlignment, amount: number, start: number, day: number) {
  const at = (it: number) => new Date(it * DAY_MS);
  const monthLength = (year: number, month: number) => new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const beginsOn = (it: number): boolean => {
    const date = at(it);
    if (alignment === "Calendar") {
      if (type === "Day") return true;
      if (type === "Week") return date.getUTCDay() === 1;
      if (date.getUTCDate() !== 1) return false;
      return type === "Month" || date.getUTCMonth() === 0 || (type === "Half-year" && date.getUTCMonth() === 6);
    }
    const days = { Day: 1, Week: 7, Fortnight: 14 }[type as string];
    if (days !== undefined) return (it - start) % days === 0;
    const wanted = at(start).getUTCDate();
    if (date.getUTCDate() !== Math.min(wanted, monthLength(date.getUTCFullYear(), date.getUTCMonth()))) return false;
    const months = date.getUTCFullYear() * 12 + date.getUTCMonth();
    const first = at(start).getUTCFullYear() * 12 + at(start).getUTCMonth();
    return (months - first) % { Month: 1, "Half-year": 6, Year: 12 }[type as "Month"] === 0;
  };
  let from = day;
  while (from > start && !beginsOn(from)) from -= 1;
  let to = day + 1;
  while (!beginsOn(to)) to += 1;
  let whole = from;
  while (!beginsOn(whole)) whole -= 1;
  return { from, to, most: Math.floor((amount * (to - from)) / (to - whole)) };
}
