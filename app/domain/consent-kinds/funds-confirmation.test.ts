import { expect, test } from "vitest";
import { aFundsConfirmation } from "./builders";
import { canBeAnswered, type FundsConfirmation } from "./funds-confirmation";

const NOW = new Date("2026-03-14T10:00:00Z");

test.each<[string, Partial<FundsConfirmation>, boolean]>([
  ["as it comes", {}, true],
  ["without an end", { expiresAt: undefined as never }, true],
  ["over already", { expiresAt: NOW }, false],
  ["an end that is none", { expiresAt: new Date(Number.NaN) }, false],
  ["an end in another age", { expiresAt: new Date("9999-01-01T00:00:00Z") }, false],
  [
    "an account of letters",
    { debtor: { scheme: "sort-code-account-number", identification: "2O405012345678" } },
    false,
  ],
])("C-05: a yes or no that somebody can agree to: %s", (_, over, can) => {
  expect(canBeAnswered(aFundsConfirmation(over), NOW)).toBe(can);
});
