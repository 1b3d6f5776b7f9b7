import { expect, test } from "vitest";
import { dayFrom } from "./day.ts";
import { instantFrom, londonDayOf, startOfLondonDay } from "./london-day.ts";

test.each([
  ["2026-01-15", "2026-01-15T00:00:00.000Z"],
  ["2026-06-06", "2026-06-05T23:00:00.000Z"],
  // The clocks change at 01:00 UTC: the day itself still begins in the old time.
  ["2026-03-29", "2026-03-29T00:00:00.000Z"],
  ["2026-03-30", "2026-03-29T23:00:00.000Z"],
  ["2026-10-25", "2026-10-24T23:00:00.000Z"],
  ["2026-10-26", "2026-10-26T00:00:00.000Z"],
])("%s begins in London at %s", (day, instant) => {
  expect(startOfLondonDay(dayFrom(day)).toISOString()).toBe(instant);
  expect(londonDayOf(new Date(instant))).toBe(dayFrom(day));
  expect(londonDayOf(new Date(Date.parse(instant) - 1))).toBe(dayFrom(day) - 1);
});

test("an instant without an offset is in UTC", () => {
  expect(instantFrom("2026-06-06T12:00:00").toISOString()).toBe("2026-06-06T12:00:00.000Z");
  expect(instantFrom("2026-06-06T12:00:00+01:00").toISOString()).toBe("2026-06-06T11:00:00.000Z");
});
