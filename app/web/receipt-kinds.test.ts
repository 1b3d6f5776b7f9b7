import { describe, expect, test } from "vitest";
import { A_SUBJECT_OF, aConsentRequest, aDomesticPayment } from "~/domain/consent/builders";
import { offerAccounts } from "~/domain/consent/offered-account";
import { aDomesticVrp, aFilePayment, aFundsConfirmation } from "~/domain/consent-kinds/builders";
import type { ConsentSubject } from "~/domain/consent-kinds/index";
import { aReceiptFacts, aShownPage } from "~/domain/receipts/builders";
import type { ReceiptFacts } from "~/domain/receipts/receipt-facts";
import { asAccountId } from "~/domain/shared/ids";
import { withoutIsolates } from "~/domain/shared/isolated-text";
import { enGB } from "~/i18n/en-GB/index";
import { presentReceipt } from "~/ui/present-receipt";
import { composeReceipt } from "./compose-receipt";

const controller = {
  name: "Northlight Bank",
  phone: "0800 555 0199",
  address: "1 Harbour Square, Leeds",
  privacyNotice: "https://northlight.example/privacy",
  country: "GB",
  recordsKeptFor: "P6Y",
};
const refused = { outcome: "refused", reason: "customer-declined" } as const;
const gbp = (minor: bigint) => ({ minor, currency: "GBP" });

const recordOf = (subject: ConsentSubject, over: Partial<ReceiptFacts> = {}) => {
  const page = aShownPage({ request: aConsentRequest({ subject }), offered: offerAccounts([], subject) });
  return composeReceipt(controller, enGB)(aReceiptFacts({ kind: subject.kind, page, ...over }));
};
const letterOf = (subject: ConsentSubject, over: Partial<ReceiptFacts> = {}) => {
  const { answer, sections } = presentReceipt(recordOf(subject, over), { code: "c", checkAddress: "a" }, enGB);
  return { answer: withoutIsolates(answer), said: withoutIsolates(JSON.stringify(sections)).replaceAll("\u00a0", " ") };
};

describe("P-20: a receipt of payments within limits", () => {
  const vrp = aDomesticVrp({
    limits: [
      { period: "day", alignment: "calendar", amount: gbp(5_000n) },
      { period: "fortnight", alignment: "consent", amount: gbp(20_000n) },
      { period: "year", alignment: "calendar", amount: gbp(90_000n) },
    ],
  });

  test("says every limit again in the words of the page, whom, until when and how to stop", () => {
    const { answer, said } = letterOf(vrp);
    expect(answer).toBe("You allowed Budget Beacon to take payments within limits.");
    for (const sentence of [
      "No more than £100.00 each time",
      "No more than £50.00 each day",
      "No more than £200.00 every two weeks",
      "No more than £900.00 each calendar year",
      "Grace Okoye Savings",
      "30-94-93 30000010",
      "On 14 March 2027",
      "You can stop at any time.",
      "The most it can take",
    ]) {
      expect(said).toContain(sentence);
    }
  });

  test("lasts until its end, or until it is withdrawn", () => {
    expect(recordOf(vrp).events[0].validity_duration).toMatch(/^PT\d+S$/);
    const open = recordOf({ ...vrp, validTo: undefined as never });
    expect(open.events[0].validity_duration).toBe("until withdrawn");
    expect(open.decision.variable_payments).not.toHaveProperty("ends_at");
  });

  test("refused, it says what was asked for and allows nothing", () => {
    const { answer, said } = letterOf(vrp, { decision: refused });
    expect(answer).toBe("You did not allow Budget Beacon to take payments.");
    expect(said).toContain("What Budget Beacon asked for");
    expect(said).not.toMatch(/The most it can take|You can stop at any time/);
  });

  test("a payee that is named later is said to be", () => {
    const { said } = letterOf(aDomesticVrp({ payee: undefined as never, purpose: "other" }));
    expect(said).toContain("chooses who gets paid each time");
    expect(said).not.toContain("Their account");
  });
});

test("P-19: a receipt of a file: how many, how much, and which file, by its hash", () => {
  const file = aFilePayment({ executeOn: new Date("2026-03-31T12:00:00Z") });
  const { answer, said } = letterOf(file);
  expect(answer).toBe("You agreed to the payments in the file that Budget Beacon sent.");
  for (const sentence of ["£2,000.50", "Wages March", "Once, on 31 March 2026", file.fileHash]) {
    expect(said).toContain(sentence);
  }
  // Others' names and accounts are in the file, which the customer has.
  expect(said).not.toContain("Ada Wong");
  expect(said).toContain("cannot be stopped here");
  expect(recordOf(file).events[0].validity_duration).toBe("once");
});

test("a receipt of a check of funds: yes or no, and until when", () => {
  const { answer, said } = letterOf(aFundsConfirmation());
  expect(answer).toBe("You allowed us to answer yes or no when Budget Beacon asks if there is enough money.");
  expect(said).toContain("Only yes or no, never how much you have");
  expect(said).toContain("On 14 March 2027");
  expect(letterOf(aFundsConfirmation({ expiresAt: undefined as never })).said).toContain("When you stop it");
});

test.each(["domestic-vrp", "file-payment", "funds-confirmation"] as const)(
  "%s: the record lacks nothing of ISO/IEC TS 27560",
  (kind) => {
    const [how] = recordOf(A_SUBJECT_OF[kind]()).processing;
    for (const value of Object.values(how)) expect(value).toBeTruthy();
    expect(how.pii_information).toHaveLength(1);
    expect(how.lawful_basis).toMatch(/law on payment services/);
  },
);

describe("P-28: a receipt of a yes that others have to give too", () => {
  const allowed = { outcome: "allowed", accountIds: [asAccountId("acc-1")], scopes: [] } as const;

  test("says that others have to sign, and not that the payment was allowed", () => {
    const decision = { ...allowed, awaits: { required: 2 } };
    expect(recordOf(aDomesticPayment(), { decision }).decision.signatures_required).toBe(2);
    expect(letterOf(aDomesticPayment(), { decision }).answer).toBe(
      "You said yes to the request from Budget Beacon. Others have to sign too, and this receipt is for your answer alone. No money leaves before enough of you have signed.",
    );
  });

  test("a yes that is enough by itself is as it was", () => {
    expect(recordOf(aDomesticPayment(), { decision: allowed }).decision).not.toHaveProperty("signatures_required");
    expect(letterOf(aDomesticPayment(), { decision: allowed }).answer).not.toContain("sign");
  });
});
