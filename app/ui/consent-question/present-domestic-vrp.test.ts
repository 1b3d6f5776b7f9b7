import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aConsentRequest, anAgain } from "~/domain/consent/builders";
import { offerAccounts } from "~/domain/consent/offered-account";
import { aDomesticVrp } from "~/domain/consent-kinds/builders";
import type { DomesticVrp, PeriodicLimit } from "~/domain/consent-kinds/domestic-vrp";
import { isolated, withoutIsolates } from "~/domain/shared/isolated-text";
import type { DomesticVrpView } from "../consent-kinds/domestic-vrp-view";
import { numbered, question, rowsOf, saidIn, stop } from "./present.harness";
import type { ConsentPageInput } from "./present-context";

const mine = numbered("acc-1", "20405022334401", { nickname: "Main account" });
const bills = numbered("acc-2", "20405022334402", { nickname: "Bills" });
const gbp = (minor: bigint) => ({ minor, currency: "GBP" });

const asking = (over: Partial<DomesticVrp>, more: Partial<ConsentPageInput> = {}) => {
  const subject = aDomesticVrp(over);
  return { request: aConsentRequest({ subject }), offered: offerAccounts([mine, bills], subject), ...more };
};
const page = (over: Partial<DomesticVrp> = {}, more: Partial<ConsentPageInput> = {}) => question(asking(over, more));
const vrpOf = (over: Partial<DomesticVrp>, more: Partial<ConsentPageInput> = {}) =>
  page(over, more).subject as DomesticVrpView;
const limitsOf = (over: Partial<DomesticVrp>, more: Partial<ConsentPageInput> = {}) =>
  vrpOf(over, more).limits.items.map(({ text, notes }) => [text, ...notes].join(" "));
const limit = (
  period: PeriodicLimit["period"],
  alignment: PeriodicLimit["alignment"],
  minor = 100_000n,
): PeriodicLimit => ({ period, alignment, amount: gbp(minor) });
const factOf = (over: Partial<DomesticVrp>, id: string) =>
  withoutIsolates(vrpOf(over).facts.find((fact) => fact.id === id)?.value ?? "");

describe("P-20: every limit as a sentence", () => {
  test.each<[PeriodicLimit, string]>([
    [limit("day", "calendar"), "No more than £1,000.00 each day From midnight to midnight."],
    [limit("day", "consent"), "No more than £1,000.00 each day From midnight to midnight."],
    [limit("week", "consent"), "No more than £1,000.00 each week Counted from 1 June 2026."],
    [limit("fortnight", "consent"), "No more than £1,000.00 every two weeks Counted from 1 June 2026."],
    [limit("month", "consent"), "No more than £1,000.00 each month Counted from 1 June 2026."],
    [limit("half-year", "consent"), "No more than £1,000.00 every six months Counted from 1 June 2026."],
    [limit("year", "consent"), "No more than £1,000.00 each year Counted from 1 June 2026."],
    [limit("week", "calendar"), "No more than £1,000.00 each calendar week From Monday to Sunday."],
    [
      limit("month", "calendar"),
      "No more than £1,000.00 each calendar month From the first day of the month to the last.",
    ],
  ])("%# %s", (each, sentence) => {
    const found = limitsOf({ limits: [each], validFrom: new Date("2026-06-01T00:00:00Z") });
    expect(found.map((text) => text.replaceAll("\u00a0", " "))).toEqual(["No more than £100.00 each time", sentence]);
  });

  test("P-10: given again it counts from when it was first given, and the first part period is over with it", () => {
    const mode = anAgain({ since: new Date("2026-06-20T10:00:00Z"), first: new Date("2026-06-06T10:00:00Z") });
    const subject = aDomesticVrp({ limits: [limit("month", "calendar", 30_000n), limit("month", "consent")] });
    const said = (now: string, over = mode) => {
      const asked = {
        request: aConsentRequest({ subject, mode: over }),
        offered: offerAccounts([mine, bills], subject),
      };
      const view = question({ ...asked, now: new Date(now) }).subject as DomesticVrpView;
      return view.limits.items.map(({ notes }) => notes.join(" ").replaceAll("\u00a0", " ")).slice(1);
    };
    expect(said("2026-06-25T10:00:00Z")).toEqual([
      "From the first day of the month to the last. First, until 30 June 2026, the most is £250.00: 25 days out of 30.",
      "Counted from 6 June 2026.",
    ]);
    expect(said("2026-07-25T10:00:00Z")[0]).toBe("From the first day of the month to the last.");
    const { first: _, ...untold } = mode;
    expect(said("2026-06-25T10:00:00Z", untold)[1]).toBe("Counted from 20 June 2026.");
  });

  test("without a start it counts from the yes; a 31st says what a shorter month does", () => {
    expect(limitsOf({ limits: [limit("month", "consent")] })[1]).toContain("Counted from the day you agree.");
    const last = limitsOf({ limits: [limit("month", "consent")], validFrom: new Date("2026-07-31T10:00:00Z") })[1];
    expect(last).toContain("Where a month has no such day, from its last day.");
    const weekly = limitsOf({ limits: [limit("week", "consent")], validFrom: new Date("2026-07-31T10:00:00Z") })[1];
    expect(weekly).not.toContain("last day");
  });

  test("the first part period is worked out, on the bank’s days", () => {
    const limits = [limit("month", "calendar", 30_000n)];
    const said = (validFrom: string) =>
      limitsOf({ limits, validFrom: new Date(validFrom) })[1]?.replaceAll("\u00a0", " ");
    expect(said("2026-06-06T09:00:00Z")).toContain(
      "First, until 30 June 2026, the most is £250.00: 25 days out of 30.",
    );
    // Half past eleven in the evening by UTC is the next day in London's summer.
    expect(said("2026-06-05T23:30:00Z")).toContain("the most is £250.00: 25 days out of 30.");
    expect(said("2026-06-30T09:00:00Z")).toContain("the most is £10.00: 1 day out of 30.");
    expect(said("2026-06-01T09:00:00Z")).not.toContain("First");
  });

  test("in use, it says what is used and left in the bank’s period, and no longer the first part", () => {
    const limits = [limit("month", "calendar", 30_000n), limit("week", "consent", 5_000n)];
    const vrpUse = [
      {
        period: "month",
        alignment: "calendar",
        from: new Date("2026-06-05T23:00:00Z"),
        to: new Date("2026-06-30T23:00:00Z"),
        used: gbp(4_000n),
      },
    ] as const;
    const now = new Date("2026-06-20T10:00:00Z");
    const [, month, week] = limitsOf({ limits, validFrom: new Date("2026-06-06T00:00:00Z") }, { vrpUse, now });
    // Of the part: £250 and not £300.
    expect(month?.replaceAll("\u00a0", " ")).toContain("£40.00 used so far. £210.00 left until 30 June 2026.");
    expect(month).not.toContain("First");
    expect(week).not.toContain("used");

    // P-21: what was paid is on the account as well.
    const authentication = { acr: "urn:openbanking:psd2:ca", amr: ["pwd"] };
    const request = aConsentRequest({ subject: aDomesticVrp({ limits }), authentication });
    const [, unseen] = limitsOf({ limits }, { vrpUse, now, request });
    expect(unseen).not.toContain("used");
  });

  test("all of them, however many and in whatever order; none twice", () => {
    const all = (["day", "week", "month", "half-year", "year"] as const).flatMap((period) => [
      limit(period, "calendar"),
      limit(period, "consent"),
    ]);
    all.push(limit("fortnight", "consent"));
    fc.assert(
      fc.property(
        fc.shuffledSubarray(all, { minLength: 1 }),
        fc.bigInt({ min: 1n, max: 10n ** 12n }),
        (limits, minor) => {
          const own = limits.map((each, at) => ({ ...each, amount: gbp(minor + BigInt(at)) }));
          const items = vrpOf({ limits: own }).limits.items;
          expect(items).toHaveLength(own.length + 1);
          own.forEach(({ amount }, at) => {
            expect(BigInt((items[at + 1]?.text ?? "").replace(/\D/g, ""))).toBe(amount.minor);
          });
        },
      ),
    );
  });
});

describe("P-20: what else is agreed to", () => {
  test("until when, or until it is stopped: among the facts and in the summary (E-01)", () => {
    expect(factOf({}, "ends").replaceAll("\u00a0", " ")).toBe("On 14 March 2027");
    expect(page().summary.replaceAll("\u00a0", " ")).toContain("until 14 March 2027");
    expect(factOf({ validTo: undefined as never }, "ends")).toBe("When you stop it");
    expect(page({ validTo: undefined as never }).summary).toContain("until you stop it");
    // What ends within two days ends at an hour.
    expect(factOf({ validTo: new Date("2026-03-15T18:00:00Z") }, "ends")).toContain("18:00");
  });

  test("whose accounts it is for, and who is paid; a payee that comes later is said to", () => {
    expect(factOf({}, "purpose")).toBe("Budget Beacon says: Moving money between your own accounts");
    expect(factOf({}, "payee")).toBe("Grace Okoye Savings");
    const others = { purpose: "other", payee: undefined as never } as const;
    expect(factOf(others, "purpose")).toBe("Budget Beacon says: Paying other people and firms");
    expect(factOf(others, "payee")).toBe("Budget Beacon chooses who gets paid each time");
    expect(saidIn(vrpOf({}).cannot)).toContain("pay anyone else");
    expect(saidIn(vrpOf(others).cannot)).not.toContain("pay anyone else");
  });

  test("whether anybody is asked, and whether payments are made while the customer is away", () => {
    expect(factOf({}, "asks")).toBe("We don’t ask you again before a payment");
    expect(factOf({ asksEachTime: true }, "asks")).toBe("We ask you before each payment");
    expect(factOf({}, "away")).toBe("It can take payments");
    expect(factOf({ whileAway: false }, "away")).toBe("No payments: you must be using the app");
  });

  test("N-09: nothing calls it read-only, and the way to stop is there", () => {
    const said = saidIn(page());
    expect(said).not.toMatch(/read.only/i);
    expect(said).toContain("You can stop at any time.");
  });

  test("S-11, S-02: from one account; a named one is shown and locked", () => {
    expect(page().accounts.choice).toBe("one");
    const locked = page({ debtor: bills.number });
    expect(locked.accounts.choice).toBe("locked");
    expect(rowsOf(locked).map(({ id }) => id)).toEqual(["acc-2"]);
    expect(withoutIsolates(locked.summary)).toContain("from Bills");
  });

  test.each([
    ["not-understood", { limits: [limit("month", "calendar"), limit("month", "calendar", 5n)] }],
    ["not-understood", { payee: undefined as never }],
    ["named-account-not-yours", { debtor: { ...mine.number, identification: "20405099999999" } }],
  ])("stops: %s", (is, over) => {
    expect(stop(asking(over)).is).toBe(is);
  });

  test("C-03: a payee called like an amount is the payee, and nothing else", () => {
    const payee = { ...aDomesticVrp().payee, name: "£1.00 each day" } as NonNullable<DomesticVrp["payee"]>;
    expect(limitsOf({ payee })).toEqual(limitsOf({}));
    expect(vrpOf({ payee }).facts[0]).toEqual({ id: "payee", label: "To", value: isolated("£1.00 each day") });
  });
});
