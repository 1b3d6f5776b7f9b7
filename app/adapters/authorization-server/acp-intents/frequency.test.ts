import { expect, test } from "vitest";
import type { Rhythm } from "~/domain/consent-kinds/rhythm";
import { rhythmFrom } from "./frequency";

test.each<[string, Rhythm]>([
  ["EvryDay", { every: "day" }],
  ["EvryWorkgDay", { every: "working-day" }],
  ["IntrvlDay:02", { every: "days", days: 2 }],
  ["IntrvlWkDay:02:05", { every: "weeks", weeks: 2, weekday: 5 }],
  ["WkInMnthDay:05:01", { every: "week-of-month", week: 5, weekday: 1 }],
  ["IntrvlMnthDay:01:15", { every: "months", months: 1, day: 15 }],
  ["IntrvlMnthDay:24:-05", { every: "months", months: 24, day: -5 }],
  ["QtrDay:SCOTTISH", { every: "quarter-day", of: "scottish" }],
  ["iso:MNTH", { every: "months", months: 1 }],
  ["iso:FRTN", { every: "weeks", weeks: 2 }],
  ["iso:QURT", { every: "months", months: 3 }],
])("P-18: %s", (frequency, rhythm) => {
  expect(rhythmFrom(frequency)).toEqual(rhythm);
});

test.each([
  ["nothing", ""],
  ["what no standing order pays by", "NotKnown"],
  ["a rhythm on request", "iso:ADHO"],
  ["several times a day", "iso:INDA"],
  ["so many times a month, and no word of when", "iso:MNTH:2"],
  ["so many times, in two digits", "iso:MNTH:12"],
  ["each day, as an interval", "IntrvlDay:01"],
  ["more days than a month", "IntrvlDay:32"],
  ["an interval with a day too many", "IntrvlDay:02:01"],
  ["an eighth day of the week", "IntrvlWkDay:01:08"],
  ["no day of the week", "IntrvlWkDay:01"],
  ["a day of the week from the end", "IntrvlWkDay:01:-1"],
  ["a sixth week", "WkInMnthDay:06:01"],
  ["seven months", "IntrvlMnthDay:07:01"],
  ["the 32nd", "IntrvlMnthDay:01:32"],
  ["no day of the month", "IntrvlMnthDay:01"],
  ["the sixth last day", "IntrvlMnthDay:01:-06"],
  ["another calendar", "QtrDay:ROMAN"],
  ["small letters", "QtrDay:english"],
  ["a word of every object", "constructor"],
  ["a line too many", "EvryDay\n"],
])("C-05: %s is not understood", (_, frequency) => {
  expect(rhythmFrom(frequency)).toBeUndefined();
});
