import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BankDay, bankDayOf, dayOf, noonOf } from "../shared/bank-day";
import { daysAfter, type Rhythm, type Weekday } from "./rhythm";

const text = (day: BankDay) => noonOf(day).toISOString().slice(0, 10);
const day = (iso: string) => bankDayOf(new Date(`${iso}T12:00:00Z`));
const next = (rhythm: Rhythm, anchor: string, count = 4, after = anchor) =>
  daysAfter(rhythm, day(anchor), day(after), count).map(text);

describe("P-18: the next days of a rhythm", () => {
  test.each<[string, Rhythm, string, readonly string[]]>([
    ["each day", { every: "day" }, "2028-02-27", ["2028-02-28", "2028-02-29", "2028-03-01", "2028-03-02"]],
    ["working days", { every: "working-day" }, "2027-01-01", ["2027-01-04", "2027-01-05", "2027-01-06", "2027-01-07"]],
    [
      "each ten days",
      { every: "days", days: 10 },
      "2027-01-01",
      ["2027-01-11", "2027-01-21", "2027-01-31", "2027-02-10"],
    ],
    [
      "each Friday",
      { every: "weeks", weeks: 1, weekday: 5 },
      "2027-01-06",
      ["2027-01-08", "2027-01-15", "2027-01-22", "2027-01-29"],
    ],
    [
      "each second week of its own day",
      { every: "weeks", weeks: 2 },
      "2027-01-06",
      ["2027-01-20", "2027-02-03", "2027-02-17", "2027-03-03"],
    ],
    [
      "each month on its last day",
      { every: "months", months: 1, day: -1 },
      "2028-01-31",
      ["2028-02-29", "2028-03-31", "2028-04-30", "2028-05-31"],
    ],
    [
      "each month on the 31st",
      { every: "months", months: 1, day: 31 },
      "2027-01-31",
      ["2027-02-28", "2027-03-31", "2027-04-30", "2027-05-31"],
    ],
    [
      "each month of its own day",
      { every: "months", months: 1 },
      "2027-01-30",
      ["2027-02-28", "2027-03-30", "2027-04-30", "2027-05-30"],
    ],
    [
      "each half-year",
      { every: "months", months: 6, day: 15 },
      "2027-03-20",
      ["2027-09-15", "2028-03-15", "2028-09-15", "2029-03-15"],
    ],
    [
      "each second Tuesday",
      { every: "week-of-month", week: 2, weekday: 2 },
      "2027-01-12",
      ["2027-02-09", "2027-03-09", "2027-04-13", "2027-05-11"],
    ],
    [
      "each last Friday",
      { every: "week-of-month", week: 5, weekday: 5 },
      "2027-01-29",
      ["2027-02-26", "2027-03-26", "2027-04-30", "2027-05-28"],
    ],
    [
      "English quarter days",
      { every: "quarter-day", of: "english" },
      "2027-03-25",
      ["2027-06-24", "2027-09-29", "2027-12-25", "2028-03-25"],
    ],
    [
      "Scottish quarter days",
      { every: "quarter-day", of: "scottish" },
      "2027-01-01",
      ["2027-02-02", "2027-05-15", "2027-08-01", "2027-11-11"],
    ],
  ])("%s", (_, rhythm, anchor, expected) => {
    expect(next(rhythm, anchor)).toEqual(expected);
  });

  test("far after its beginning too", () => {
    expect(next({ every: "months", months: 24, day: 29 }, "2028-02-29", 2, "2900-01-01")).toEqual([
      "2900-02-28",
      "2902-02-28",
    ]);
  });
});

/** Whether something is paid on a day, from that day alone: nothing here counts in steps. */
function isPaidOn(rhythm: Rhythm, anchor: Date, date: Date): boolean {
  const days = Math.round((date.getTime() - anchor.getTime()) / 86_400_000);
  if (days < 0) return false;
  const weekday = date.getUTCDay() || 7;
  const tomorrow = new Date(date.getTime() + 86_400_000);
  const isLast = tomorrow.getUTCMonth() !== date.getUTCMonth();
  const lengthOfMonth = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  switch (rhythm.every) {
    case "day":
      return true;
    case "working-day":
      return ![6, 7].includes(weekday);
    case "days":
      return days % rhythm.days === 0;
    case "weeks": {
      const monday = days + ((anchor.getUTCDay() || 7) - weekday);
      return weekday === (rhythm.weekday ?? (anchor.getUTCDay() || 7)) && (monday / 7) % rhythm.weeks === 0;
    }
    case "week-of-month": {
      const isLastOfItsName = date.getUTCDate() + 7 > lengthOfMonth;
      const nth = Math.ceil(date.getUTCDate() / 7);
      return weekday === rhythm.weekday && (rhythm.week === 5 ? isLastOfItsName : nth === rhythm.week);
    }
    case "months": {
      const months = (date.getUTCFullYear() - anchor.getUTCFullYear()) * 12 + date.getUTCMonth() - anchor.getUTCMonth();
      const wanted = rhythm.day ?? anchor.getUTCDate();
      const isDay =
        wanted < 0
          ? lengthOfMonth - date.getUTCDate() === -wanted - 1
          : date.getUTCDate() === wanted || (isLast && wanted > date.getUTCDate());
      return months % rhythm.months === 0 && isDay;
    }
    case "quarter-day": {
      const calendars = {
        english: "25 March, 24 June, 29 September, 25 December",
        scottish: "2 February, 15 May, 1 August, 11 November",
        received: "20 March, 19 June, 24 September, 20 December",
      };
      const name = date.toLocaleDateString("en-GB", { day: "numeric", month: "long", timeZone: "UTC" });
      return calendars[rhythm.of].split(", ").includes(name);
    }
  }
}

const weekday = fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7);
const rhythm: fc.Arbitrary<Rhythm> = fc.oneof(
  fc.constantFrom<Rhythm>({ every: "day" }, { every: "working-day" }),
  fc.integer({ min: 2, max: 31 }).map((days) => ({ every: "days" as const, days })),
  fc.record(
    { every: fc.constant("weeks" as const), weeks: fc.integer({ min: 1, max: 9 }), weekday },
    { requiredKeys: ["every", "weeks"] },
  ),
  fc.record({ every: fc.constant("week-of-month" as const), week: fc.constantFrom(1, 2, 3, 4, 5), weekday }),
  fc.record(
    {
      every: fc.constant("months" as const),
      months: fc.constantFrom(1, 2, 3, 4, 5, 6, 12, 24),
      day: fc.oneof(fc.integer({ min: 1, max: 31 }), fc.integer({ min: -5, max: -1 })),
    },
    { requiredKeys: ["every", "months"] },
  ),
  fc.constantFrom("english", "scottish", "received").map((of) => ({ every: "quarter-day" as const, of })),
) as fc.Arbitrary<Rhythm>;

test("P-18: what a reference finds by looking at each day for itself, over all rhythms", () => {
  const firstDay = dayOf(2024, 1, 1);
  fc.assert(
    fc.property(rhythm, fc.nat(3_000), fc.nat(1_500), (every, start, wait) => {
      const [anchor, after] = [firstDay + start, firstDay + start + wait];
      const expected: BankDay[] = [];
      for (let each = after + 1; expected.length < 4; each++) {
        if (isPaidOn(every, new Date(anchor * 86_400_000), new Date(each * 86_400_000))) expected.push(each);
      }
      expect(daysAfter(every, anchor, after, 4).map(text)).toEqual(expected.map(text));
    }),
    { numRuns: 500 },
  );
}, 60_000);
