import { expect, test } from "vitest";
import { LONGEST_NOTE, staffNote } from "./staff-note";

test.each([
  ["one line, whatever it was", " Called twice.\r\n\r\nCase 7 ", "Called twice. Case 7"],
  ["what cannot be seen goes, and turns nothing round", "fraud\u202E\u0000 suspected", "fraud suspected"],
  ["nothing that can be seen is nothing", "\u200B \n", undefined],
  ["nothing is nothing", "", undefined],
  ["a field that is not there is nothing", null, undefined],
  ["a file is nothing", new Blob(["x"]), undefined],
])("C-02: %s", (_, written, note) => expect(staffNote(written)).toBe(note));

test("more than a field takes is cut, and shows it", () => {
  expect(staffNote("x".repeat(LONGEST_NOTE))).toBe("x".repeat(LONGEST_NOTE));
  expect(staffNote("x".repeat(LONGEST_NOTE + 1))).toBe(`${"x".repeat(LONGEST_NOTE - 1)}…`);
  // Lines count once in a field and are sent as two characters each.
  expect(staffNote(`${"a\r\n".repeat(249)}a`)).toBe(`${"a ".repeat(249)}a`);
});
