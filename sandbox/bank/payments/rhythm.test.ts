import fc from "fast-check";
import { expect, test } from "vitest";
import { DAY_MS, dayFrom } from "../core/day.ts";
import { rhythmFrom } from "./rhythm.ts";

const iso = (day: number) => new Date(day * DAY_MS).toISOString().slice(0, 10);
const run = (frequency: unknown, from: string, times: number) => {
  const rhythm = rhythmFrom(frequency)!;
  const anchor = dayFrom(from);
  const days: string[] = [];
  for (let day = anchor; days.length < times; ) {
    day = rhythm(anchor, day);
    days.push(iso(day));
  }
  return days;
};

test.each<[unknown, string, string[]]>([
  ["EvryDay", "2026-02-27", ["2026-02-28", "2026-03-01"]],
  // 13 February 2026 is a Friday.
  ["EvryWorkgDay", "2026-02-13", ["2026-02-16", "2026-02-17"]],
  ["IntrvlDay:15", "2026-02-13", ["2026-02-28", "2026-03-15"]],
  ["IntrvlWkDay:01:03", "2026-02-13", ["2026-02-18", "2026-02-25"]],
  ["IntrvlWkDay:02:05", "2026-02-13", ["2026-02-27", "2026-03-13"]],
  ["WkInMnthDay:02:03", "2026-02-13", ["2026-03-11", "2026-04-08"]],
  ["WkInMnthDay:05:01", "2026-02-01", ["2026-02-23", "2026-03-30"]],
  ["IntrvlMnthDay:01:31", "2026-01-31", ["2026-02-28", "2026-03-31"]],
  ["IntrvlMnthDay:01:-01", "2026-01-31", ["2026-02-28", "2026-03-31"]],
  ["IntrvlMnthDay:06:15", "2026-02-15", ["2026-08-15", "2027-02-15"]],
  ["QtrDay:ENGLISH", "2026-02-13", ["2026-03-25", "2026-06-24", "2026-09-29", "2026-12-25", "2027-03-25"]],
  ["QtrDay:SCOTTISH", "2026-02-13", ["2026-05-15", "2026-08-01", "2026-11-11", "2027-02-02"]],
  ["QtrDay:RECEIVED", "2026-03-20", ["2026-06-19", "2026-09-24", "2026-12-20", "2027-03-20"]],
  [{ Type: "WEEK", PointInTime: "05" }, "2026-02-13", ["2026-02-20"]],
  [{ Type: "FRTN" }, "2026-02-13", ["2026-02-27"]],
  [{ Type: "MNTH", PointInTime: "15" }, "2026-02-13", ["2026-02-15", "2026-03-15"]],
  [{ Type: "MNTH", CountPerPeriod: 1 }, "2026-02-13", ["2026-03-13"]],
  [{ Type: "QURT" }, "2026-01-31", ["2026-04-30", "2026-07-31"]],
  [{ Type: "YEAR" }, "2024-02-29", ["2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"]],
  [{ Type: "IntrvlWkDay:02:05" }, "2026-02-13", ["2026-02-27"]],
])("%j from %s on: %j", (frequency, from, days) => expect(run(frequency, from, days.length)).toEqual(days));

test.each([
  undefined,
  null,
  "",
  "Evry",
  "IntrvlDay:01",
  "IntrvlDay",
  "QtrDay:FRENCH",
  {},
  { Type: "ADHO" },
  { Type: "INDA" },
  { Type: "MNTH", CountPerPeriod: 2 },
])("%j is no rhythm", (frequency) => expect(rhythmFrom(frequency)).toBeUndefined());

test("P-18: each month on a day is what a walk through the calendar finds", () => {
  const months = fc.constantFrom(1, 2, 3, 4, 5, 6, 12, 24);
  const day = fc.integer({ min: -5, max: 31 }).filter((it) => it !== 0);
  const start = fc.integer({ min: dayFrom("2023-01-01"), max: dayFrom("2030-12-31") });
  fc.assert(
    fc.property(months, day, start, fc.nat(1_000), (every, wanted, anchor, later) => {
      const number = wanted < 0 ? `-0${-wanted}` : String(wanted).padStart(2, "0");
      const found = rhythmFrom(`IntrvlMnthDay:${String(every).padStart(2, "0")}:${number}`)!(anchor, anchor + later);
      const date = (at: number) => new Date(at * DAY_MS);
      const monthsBetween = (at: number) =>
        (date(at).getUTCFullYear() - date(anchor).getUTCFullYear()) * 12 +
        date(at).getUTCMonth() -
        date(anchor).getUTCMonth();
      const matches = (at: number) => {
        const length = new Date(Date.UTC(date(at).getUTCFullYear(), date(at).getUTCMonth() + 1, 0)).getUTCDate();
        const here = wanted < 0 ? length + 1 + wanted : Math.min(wanted, length);
        return monthsBetween(at) % every === 0 && date(at).getUTCDate() === here;
      };
      let walked = anchor + later + 1;
      while (!matches(walked)) walked += 1;
      expect(iso(found)).toBe(iso(walked));
    }),
  );
});
