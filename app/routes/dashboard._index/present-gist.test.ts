import { describe, expect, test } from "vitest";
import { A_SUBJECT_OF, aDomesticPayment } from "~/domain/consent/builders";
import { aDomesticVrp, aFilePayment } from "~/domain/consent-kinds/builders";
import type { ConsentSubject } from "~/domain/consent-kinds/index";
import { withoutIsolates } from "~/domain/shared/isolated-text";
import { enGB } from "~/i18n/en-GB/index";
import { aListed, aShelf } from "~/ui/shelf-exhibits.harness";
import { presentGist } from "./present-gist";
import { presentRow } from "./present-row";

const gist = (subject: ConsentSubject) =>
  withoutIsolates(presentGist(subject, enGB) ?? "none").replaceAll("\u00a0", " ");
const gbp = (minor: bigint) => ({ minor, currency: "GBP" });

describe("D-17: what tells one payment from another", () => {
  test("is how much goes to whom, each time where it is again and again", () => {
    const payee = { ...aDomesticPayment().payee, name: "Harbour Books" };
    expect(gist(aDomesticPayment({ amount: gbp(1_250n), payee }))).toBe("£12.50 to Harbour Books");
    const again = A_SUBJECT_OF["domestic-standing-order"]();
    const order = { ...again, payee, first: { ...again.first, amount: gbp(500n) }, recurring: { amount: gbp(900n) } };
    expect(gist(order)).toBe("£9.00 each time to Harbour Books");
  });

  test("of a file is how many they are and what they come to, in each currency", () => {
    const content = { count: 12, totals: [gbp(30_000n), { minor: 500n, currency: "EUR" }], firstRows: [] };
    expect(gist(aFilePayment({ content }))).toBe("12 payments, £300.00 and €5.00 in total");
  });

  test("of limits is the most in one stretch of time, and the payee where there is one", () => {
    const { payee: _, ...vrp } = aDomesticVrp({
      limits: [
        { period: "day", alignment: "calendar", amount: gbp(1_000n) },
        { period: "month", alignment: "calendar", amount: gbp(9_000n) },
        { period: "week", alignment: "consent", amount: gbp(5_000n) },
      ],
    });
    expect(gist(vrp)).toBe("No more than £90.00 each calendar month");
    expect(gist({ ...vrp, payee: { ...aDomesticPayment().payee, name: "Savings" } })).toMatch(/month, to Savings$/);
  });

  test("is nothing of what pays nothing", () => {
    expect([gist(A_SUBJECT_OF["account-access"]()), gist(A_SUBJECT_OF["funds-confirmation"]())]).toEqual([
      "none",
      "none",
    ]);
  });

  test("stands in its row, and not where no page is on record", () => {
    const consent = aListed({ kind: "domestic-payment" });
    const row = (subjects: readonly (readonly [typeof consent.id, ConsentSubject])[]) =>
      presentRow(consent, aShelf("", { subjects: new Map(subjects) }), { withApp: true, withAccounts: true }, enGB);
    expect(row([[consent.id, aDomesticPayment()]]).gist).toBe(presentGist(aDomesticPayment(), enGB));
    expect(row([])).not.toHaveProperty("gist");
  });
});
