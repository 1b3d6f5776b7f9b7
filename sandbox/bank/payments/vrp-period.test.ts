import fc from "fast-check";
import { expect, test } from "vitest";
import { DAY_MS, dayFrom } from "../core/day.ts";
import { type PeriodAlignment, type PeriodType, periodOf } from "./vrp-period.ts";
import { byWalking } from "./vrp-walk.harness.ts";

const iso = (day: number) => new Date(day * DAY_MS).toISOString().slice(0, 10);
const period = (type: PeriodType, alignment: PeriodAlignment, start: string, day: string, amount = 30_000) => {
  const { from, to, most } = periodOf({ type, alignment, amount }, dayFrom(start), dayFrom(day));
  return [iso(from), iso(to), most];
};

test("P-20: 300.00 a calendar month from 6 June is 250.00 until the end of June, and whole from July on", () => {
  expect(period("Month", "Calendar", "2026-06-06", "2026-06-06")).toEqual(["2026-06-06", "2026-07-01", 25_000]);
  expect(period("Month", "Calendar", "2026-06-06", "2026-06-30")).toEqual(["2026-06-06", "2026-07-01", 25_000]);
  expect(period("Month", "Calendar", "2026-06-06", "2026-07-01")).toEqual(["2026-07-01", "2026-08-01", 30_000]);
});

test.each<[PeriodType, PeriodAlignment, string, string, string, string, number]>([
  ["Day", "Calendar", "2026-06-06", "2026-06-06", "2026-06-06", "2026-06-07", 30_000],
  // 6 June 2026 is a Saturday: two of seven days.
  ["Week", "Calendar", "2026-06-06", "2026-06-07", "2026-06-06", "2026-06-08", 8_571],
  ["Half-year", "Calendar", "2026-06-06", "2026-06-07", "2026-06-06", "2026-07-01", 4_143],
  ["Half-year", "Calendar", "2026-06-06", "2026-12-31", "2026-07-01", "2027-01-01", 30_000],
  ["Year", "Calendar", "2024-12-31", "2024-12-31", "2024-12-31", "2025-01-01", 81],
  ["Week", "Consent", "2026-06-06", "2026-06-12", "2026-06-06", "2026-06-13", 30_000],
  ["Fortnight", "Consent", "2026-06-06", "2026-06-20", "2026-06-20", "2026-07-04", 30_000],
  ["Month", "Consent", "2026-01-31", "2026-02-27", "2026-01-31", "2026-02-28", 30_000],
  ["Month", "Consent", "2026-01-31", "2026-02-28", "2026-02-28", "2026-03-31", 30_000],
  ["Month", "Consent", "2026-01-31", "2026-03-31", "2026-03-31", "2026-04-30", 30_000],
  ["Year", "Consent", "2024-02-29", "2025-02-28", "2025-02-28", "2026-02-28", 30_000],
])("%s by %s from %s: %s is between %s and %s", (type, alignment, start, day, from, to, most) => {
  expect(period(type, alignment, start, day)).toEqual([from, to, most]);
});

test("P-20: any limit, any start, any day is what a walk through the calendar says", () => {
  const types = fc.constantFrom<PeriodType>("Day", "Week", "Month", "Half-year", "Year");
  const aligned = fc.oneof(
    fc.tuple(types, fc.constantFrom<PeriodAlignment>("Consent", "Calendar")),
    fc.constant<[PeriodType, PeriodAlignment]>(["Fortnight", "Consent"]),
  );
  const start = fc.integer({ min: dayFrom("2023-01-01"), max: dayFrom("2032-12-31") });
  fc.assert(
    fc.property(
      aligned,
      fc.integer({ min: 1, max: 10_000_000 }),
      start,
      fc.nat(1_500),
      ([type, alignment], most, from, later) => {
        const limit = { type, alignment, amount: most };
        expect(periodOf(limit, from, from + later)).toEqual(byWalking(type, alignment, most, from, from + later));
      },
    ),
    { numRuns: 1_000 },
  );
});
