import { expect, test } from "vitest";
import { monogramOf } from "./monogram-of";

test.each([
  ["Budget Beacon", "BB"],
  ["Tallybook", "T"],
  ["the (new) bank-app", "TB"],
  ["دفتر الميزانية", "دا"],
  ["e\u0301toile", "É"],
  ["…", ""],
])("%s is shown as %s", (name, letters) => {
  expect(monogramOf(name).normalize("NFC")).toBe(letters.normalize("NFC"));
});
