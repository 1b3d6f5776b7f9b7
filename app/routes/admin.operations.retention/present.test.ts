import { expect, test } from "vitest";
import { durationWords } from "./present";

test.each([
  ["P1Y", "1 year"],
  ["P25M", "25 months"],
  ["P1Y6M", "1 year, 6 months"],
  ["P30D", "30 days"],
  ["P1W", "1 week"],
])("A-20: how long something is kept, in words: %s", (iso, words) => expect(durationWords(iso)).toBe(words));
