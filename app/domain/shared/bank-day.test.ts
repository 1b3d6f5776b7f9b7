import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bankDayOf, calendarOf, dayOf, monthsAfter, noonOf } from "./bank-day";

const utc = (text: string) => new Date(text);

describe("days of the bank’s calendar", () => {
  test.each([
    ["2026-06-05T22:59:59Z", "2026-06-05"],
    ["2026-06-05T23:00:00Z", "2026-06-06"],
    ["2026-12-05T23:59:59Z", "2026-12-05"],
    ["2026-12-06T00:00:00Z", "2026-12-06"],
    ["2026-03-29T00:30:00Z", "2026-03-29"],
    ["2026-10-25T00:30:00Z", "2026-10-25"],
  ])("%s lies in %s", (instant, day) => {
    expect(bankDayOf(utc(instant))).toBe(Date.parse(day) / 86_400_000);
  });

  test("its noon is within it, in summer and in winter", () => {
    fc.assert(
      fc.property(fc.integer({ min: dayOf(1, 1, 1), max: dayOf(9999, 12, 31) }), (day) => {
        expect(bankDayOf(noonOf(day))).toBe(day);
      }),
    );
  });

  test("a date is told apart as it was put together, weekdays from Monday", () => {
    expect(calendarOf(dayOf(2026, 6, 6))).toEqual({ year: 2026, month: 6, day: 6, weekday: 6 });
    expect(calendarOf(dayOf(2026, 6, 7)).weekday).toBe(7);
    expect(calendarOf(dayOf(2026, 13, 1))).toMatchObject({ year: 2027, month: 1 });
  });

  test.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2028-01-31", 1, "2028-02-29"],
    ["2026-01-31", 2, "2026-03-31"],
    ["2026-08-31", 6, "2027-02-28"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2026-06-06", 12, "2027-06-06"],
  ])("%s and %i months are %s", (day, months, later) => {
    expect(monthsAfter(Date.parse(day) / 86_400_000, months)).toBe(Date.parse(later) / 86_400_000);
  });
});
