import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anAccountAccess } from "../consent/builders";
import { PERMISSIONS, type Permission } from "../permissions/permission";
import { asCustomerId } from "../shared/ids";
import { EXAMPLE_ROWS, type Example, NO_EXAMPLE } from "./example";
import { withinPermissions } from "./within-permissions";

const ME = asCustomerId("cus-1");
const gbp = (minor: bigint) => ({ minor, currency: "GBP" });
const number = { scheme: "sort-code-account-number", identification: "20405012345678" } as const;
const day = (text: string) => new Date(`${text}T12:00:00Z`);
const order = { amount: gbp(82_500n), on: day("2026-04-01"), number };
const parties = [ME, asCustomerId("cus-2")].map((customer) => ({ customer, name: `Name of ${customer}` }));
const moved = (direction: "in" | "out", on: string) => ({
  bookedAt: day(on),
  direction,
  amount: gbp(1_250n),
  party: "Harbour Books",
  text: "INVOICE 7",
  balanceAfter: gbp(99_000n),
});

/** A bank that answers with everything that it has, whatever was asked. */
const everything: Example = {
  transactions: [
    moved("out", "2026-03-10"),
    moved("in", "2026-03-09"),
    moved("out", "2026-02-20"),
    moved("in", "2026-02-10"),
    moved("out", "2025-12-31"),
  ],
  payees: [{ name: "Oakfield Lettings", number }],
  standingOrders: [order],
  directDebits: [{ collector: "Northgrid Energy" }],
  scheduledPayments: [order],
  statements: [
    { from: day("2026-02-01"), to: day("2026-02-28"), closing: gbp(1n) },
    { from: day("2025-12-15"), to: day("2026-01-15"), closing: gbp(1n) },
  ],
  products: ["Everyday account"],
  offers: ["A higher limit"],
  parties,
};

const within = (permissions: readonly Permission[], history = {}) =>
  withinPermissions(everything, anAccountAccess({ permissions: new Set(permissions), history }), ME);

describe("P-05: an example shows what is asked for, whatever the bank answers", () => {
  test("Basic gives neither who nor what for nor the balance", () => {
    const { transactions } = within(["ReadTransactionsBasic", "ReadTransactionsCredits", "ReadTransactionsDebits"]);
    expect(transactions).toHaveLength(EXAMPLE_ROWS);
    for (const row of transactions) expect(Object.keys(row).sort()).toEqual(["amount", "bookedAt", "direction"]);
  });

  test("Detail gives them", () => {
    const [first] = within(["ReadTransactionsDetail", "ReadTransactionsDebits"]).transactions;
    expect(first).toEqual(everything.transactions[0]);
  });

  test.each([
    ["ReadTransactionsCredits", "in"],
    ["ReadTransactionsDebits", "out"],
  ] as const)("%s alone gives money %s", (code, direction) => {
    const { transactions } = within(["ReadTransactionsBasic", code]);
    expect(new Set(transactions.map((row) => row.direction))).toEqual(new Set([direction]));
  });

  test("nothing from outside the span is shown, and no statement that is only partly within", () => {
    const history = { from: day("2026-01-01"), to: day("2026-03-09") };
    const codes = ["ReadTransactionsBasic", "ReadTransactionsCredits", "ReadTransactionsDebits"] as const;
    const shown = within([...codes, "ReadStatementsBasic"], history);
    expect(shown.transactions.map(({ bookedAt }) => bookedAt)).toEqual([
      day("2026-03-09"),
      day("2026-02-20"),
      day("2026-02-10"),
    ]);
    expect(shown.statements).toEqual([{ from: day("2026-02-01"), to: day("2026-02-28") }]);
  });

  test.each(["Beneficiaries", "StandingOrders", "ScheduledPayments"] as const)(
    "%s: account numbers come with Detail",
    (of) => {
      const rows = (code: Permission) => {
        const { payees, standingOrders, scheduledPayments } = within([code]);
        return [...payees, ...standingOrders, ...scheduledPayments];
      };
      expect(rows(`Read${of}Basic`)).toHaveLength(1);
      expect(rows(`Read${of}Basic`)[0]).not.toHaveProperty("number");
      expect(rows(`Read${of}Detail`)[0]).toHaveProperty("number");
    },
  );

  test("one's own contact details are not those of the other holder", () => {
    expect(within(["ReadPartyPSU"]).parties.map(({ customer }) => customer)).toEqual([ME]);
    expect(within(["ReadParty"]).parties).toHaveLength(2);
  });

  test("C-06: what was not asked for is not in it, in any combination", () => {
    const needs: Record<keyof Example, readonly Permission[]> = {
      transactions: ["ReadTransactionsBasic", "ReadTransactionsDetail"],
      payees: ["ReadBeneficiariesBasic", "ReadBeneficiariesDetail"],
      standingOrders: ["ReadStandingOrdersBasic", "ReadStandingOrdersDetail"],
      directDebits: ["ReadDirectDebits"],
      scheduledPayments: ["ReadScheduledPaymentsBasic", "ReadScheduledPaymentsDetail"],
      statements: ["ReadStatementsBasic", "ReadStatementsDetail"],
      products: ["ReadProducts"],
      offers: ["ReadOffers"],
      parties: ["ReadParty", "ReadPartyPSU"],
    };
    fc.assert(
      fc.property(fc.subarray([...PERMISSIONS]), (permissions) => {
        const shown = within(permissions);
        for (const [kind, codes] of Object.entries(needs)) {
          const given = codes.some((code) => permissions.includes(code));
          if (!given) expect(shown[kind as keyof Example]).toEqual([]);
        }
      }),
    );
    expect(within([])).toEqual(NO_EXAMPLE);
  });
});
