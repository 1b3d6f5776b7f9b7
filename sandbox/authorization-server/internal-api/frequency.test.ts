import { expect, test } from "vitest";
import { frequencyInWords } from "./frequency.ts";

test.each([
  [{ Type: "MNTH", PointInTime: "15" }, "IntrvlMnthDay:01:15"],
  [{ Type: "QURT", PointInTime: "01" }, "IntrvlMnthDay:03:01"],
  [{ Type: "YEAR", PointInTime: "31" }, "IntrvlMnthDay:12:31"],
  [{ Type: "WEEK", PointInTime: "05" }, "IntrvlWkDay:01:05"],
  [{ Type: "FRTN", PointInTime: "02" }, "IntrvlWkDay:02:02"],
  [{ Type: "DAIL" }, "EvryDay"],
  [{ Type: "WODL" }, "EvryWorkgDay"],
  [{ Type: "QtrDay:SCOTTISH" }, "QtrDay:SCOTTISH"],
  [{ Type: "WEEK" }, "iso:WEEK"],
  [{ Type: "MNTH", CountPerPeriod: 1 }, "iso:MNTH"],
  [{ Type: "ALMH" }, "iso:ALMH"],
])("%o is %s", (frequency, text) => {
  expect(frequencyInWords(frequency)).toBe(text);
});
