import { expect, test } from "vitest";
import { shortened, shortenedMail } from "./shortened";

test.each([
  ["Tomasz Silva", "Tomasz S."],
  ["SALARY VERITY SYSTEMS", "SALARY V. S."],
  ["Tesco", "Tes…"],
  ["Bob", "Bob"],
  ["李 小龙", "李 小."],
  ["👨‍👩‍👧 Family", "👨‍👩‍👧 F."],
])("P-05: %s is shown as %s", (name, shown) => {
  expect(shortened(name)).toBe(shown);
});

test.each([
  ["grace@example.test", "g…@example.test"],
  ["@example.test", "…"],
  ["nobody", "…"],
])("P-05: %s is shown as %s", (address, shown) => {
  expect(shortenedMail(address)).toBe(shown);
});
