import { expect, test } from "vitest";
import { fundsConfirmation } from "./funds-confirmation";

const ACCOUNT = { SchemeName: "UK.OBIE.SortCodeAccountNumber", Identification: "20405087654321", Name: "A Okafor" };

test("the one account, and until when", () => {
  expect(fundsConfirmation({ DebtorAccount: ACCOUNT, ExpirationDateTime: "2027-01-01T00:00:00Z" })).toEqual({
    kind: "funds-confirmation",
    debtor: { scheme: "sort-code-account-number", identification: "20405087654321", name: "A Okafor" },
    expiresAt: new Date("2027-01-01T00:00:00Z"),
  });
  const { Name, ...nameless } = ACCOUNT;
  expect(fundsConfirmation({ DebtorAccount: nameless })).toEqual({
    kind: "funds-confirmation",
    debtor: { scheme: "sort-code-account-number", identification: "20405087654321" },
  });
});

test.each([
  ["no account", {}],
  ["an empty account", { DebtorAccount: {} }],
  ["an end that is none", { DebtorAccount: ACCOUNT, ExpirationDateTime: "tomorrow" }],
])("C-05: %s is not understood", (_, intent) => {
  expect(() => fundsConfirmation(intent)).toThrow(expect.objectContaining({ failure: "request-not-understood" }));
});
