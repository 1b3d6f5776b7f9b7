import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bankDayOf, calendarOf, dayOf, monthsAfter, startOfBankDay } from "./bank-day";

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

  test.each([
    ["2026-06-06", "2026-06-05T23:00:00.000Z"],
    ["2026-12-06", "2026-12-06T00:00:00.000Z"],
    // The clocks go forward and back within these.
    ["2026-03-29", "2026-03-29T00:00:00.000Z"],
    ["2026-03-30", "2026-03-29T23:00:00.000Z"],
    ["2026-10-25", "2026-10-24T23:00:00.000Z"],
    ["2026-10-26", "2026-10-26T00:00:00.000Z"],
  ])("%s begins at %s", (day, instant) => {
    expect(startOfBankDay(Date.parse(day) / 86_400_000).toISOString()).toBe(instant);
  });

  test("every day begins in itself, and a moment earlier is the day before", () => {
    fc.assert(
      fc.property(fc.integer({ min: dayOf(1972, 1, 1), max: dayOf(2126, 1, 1) }), (day) => {
        const start = startOfBankDay(day);
        expect(bankDayOf(start)).toBe(day);
        expect(bankDayOf(new Date(start.getTime() - 1))).toBe(day - 1);
      }),
    );
  });

  test("a date is told apart as it was put together, weekdays from Monday", () => {
    expect(calendarOf(dayOf(2026, 6, 6))).toEqual({ year: 2026, month: 6, date: 6, weekday: 6 });
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
