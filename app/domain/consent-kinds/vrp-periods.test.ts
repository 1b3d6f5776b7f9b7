import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BankDay, dayOf } from "../shared/bank-day";
import type { PeriodicLimit } from "./domestic-vrp";
import { leftIn, periodAt } from "./vrp-periods";

const pounds = (minor: bigint) => ({ minor, currency: "GBP" });
const limit = (period: PeriodicLimit["period"], alignment: PeriodicLimit["alignment"], minor = 30_000n) => ({
  period,
  alignment,
  amount: pounds(minor),
});
const day = (text: string): BankDay => Date.parse(text) / 86_400_000;

describe("P-20: the first part period, worked out", () => {
  test.each([
    ["month", "2026-06-06", 30_000n, 25, 30, 25_000n],
    ["month", "2026-02-28", 30_000n, 1, 28, 1_071n],
    ["month", "2028-02-02", 10_000n, 28, 29, 9_655n],
    ["week", "2026-06-07", 7_000n, 1, 7, 1_000n],
    ["half-year", "2026-12-31", 18_400n, 1, 184, 100n],
    ["half-year", "2026-01-02", 18_100n, 180, 181, 18_000n],
    ["year", "2026-12-31", 364n, 1, 365, 0n],
    ["year", "2028-01-02", 36_600n, 365, 366, 36_500n],
  ] as const)(
    "each %s from %s: of %i pence for %i of %i days the most is %i",
    (period, start, most, days, of, part) => {
      const found = periodAt(limit(period, "calendar", most), day(start), day(start));
      expect(found).toMatchObject({ from: day(start), part: { days, of }, most: pounds(part) });
    },
  );

  test("no part where it starts with the period, in no later one, and none of a day", () => {
    const month = limit("month", "calendar");
    expect(periodAt(month, day("2026-06-01"), day("2026-06-30"))).not.toHaveProperty("part");
    expect(periodAt(month, day("2026-06-06"), day("2026-07-01"))).toEqual({
      from: day("2026-07-01"),
      next: day("2026-08-01"),
      most: pounds(30_000n),
    });
    expect(periodAt(limit("day", "calendar"), day("2026-06-06"), day("2026-06-06"))).not.toHaveProperty("part");
  });

  test("periods that count from the start are whole, and the 31st comes back", () => {
    const month = limit("month", "consent");
    const start = day("2026-01-31");
    expect(periodAt(month, start, start)).toEqual({ from: start, next: day("2026-02-28"), most: pounds(30_000n) });
    expect(periodAt(month, start, day("2026-02-28"))).toMatchObject({
      from: day("2026-02-28"),
      next: day("2026-03-31"),
    });
    expect(periodAt(month, start, day("2026-03-30"))).toMatchObject({ from: day("2026-02-28") });
  });

  test("before the start it is the first one", () => {
    expect(periodAt(limit("month", "calendar"), day("2026-06-06"), day("2026-05-01"))).toMatchObject({
      from: day("2026-06-06"),
      next: day("2026-07-01"),
    });
  });

  test("what is left is never less than nothing", () => {
    const found = periodAt(limit("month", "calendar"), day("2026-06-06"), day("2026-06-06"));
    expect(leftIn(found, pounds(4_000n))).toEqual(pounds(21_000n));
    expect(leftIn(found, pounds(25_001n))).toEqual(pounds(0n));
  });
});

/**
 * The same by counting alone: a day after the other from the start, asking of each whether a period begins with it, and
 * a penny after the other as long as so many pence for the days left are not too many for all of the days.
 */
function reference({ period, alignment, amount }: PeriodicLimit, start: BankDay, on: BankDay) {
  const date = (count: BankDay) => new Date(count * 86_400_000);
  const first = date(start).getUTCDate();
  const isLastOfMonth = (count: BankDay) => date(count + 1).getUTCDate() === 1;
  const months = { month: 1, "half-year": 6, year: 12 } as const;
  const begins = (count: BankDay): boolean => {
    const when = date(count);
    if (period === "day") return true;
    if (period === "week" || period === "fortnight") {
      if (alignment === "calendar") return when.getUTCDay() === 1;
      return (count - start) % (period === "week" ? 7 : 14) === 0;
    }
    if (alignment === "calendar") return when.getUTCDate() === 1 && when.getUTCMonth() % months[period] === 0;
    const isItsMonth = (12 + when.getUTCMonth() - date(start).getUTCMonth()) % months[period] === 0;
    return isItsMonth && (when.getUTCDate() === first || (when.getUTCDate() < first && isLastOfMonth(count)));
  };
  let from = start;
  for (let count = start; count <= on; count++) if (count === start || begins(count)) from = count;
  let next = from + 1;
  while (!begins(next)) next++;
  if (from !== start || alignment === "consent" || begins(start)) return { from, next, most: amount.minor };
  let before = start;
  while (!begins(before)) before--;
  let most = 0n;
  const [left, all] = [BigInt(next - start), BigInt(next - before)];
  while ((most + 1n) * all <= amount.minor * left) most++;
  return { from, next, most };
}

test("P-20, B-06: as a day-by-day count has it, for any limits, starts and days", () => {
  const combinations = (["day", "week", "month", "half-year", "year"] as const).flatMap((period) =>
    (["calendar", "consent"] as const).map((alignment) => ({ period, alignment })),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...combinations, { period: "fortnight", alignment: "consent" } as const),
      fc.bigInt({ min: 1n, max: 20_000n }),
      fc.integer({ min: dayOf(2023, 1, 1), max: dayOf(2029, 1, 1) }),
      fc.integer({ min: 0, max: 1_600 }),
      (which, minor, start, later) => {
        const asked = { ...which, amount: pounds(minor) };
        const { from, next, most } = periodAt(asked, start, start + later);
        expect({ from, next, most: most.minor }).toEqual(reference(asked, start, start + later));
      },
    ),
    { numRuns: 1_000 },
  );
});
