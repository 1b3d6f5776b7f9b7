import { describe, expect, test } from "vitest";
import { aDomesticVrp } from "./builders";
import { canBeAllowed, type DomesticVrp, type PeriodicLimit } from "./domestic-vrp";

const NOW = new Date("2026-03-14T10:00:00Z");
const gbp = (minor: bigint) => ({ minor, currency: "GBP" });
const limit = (over: Partial<PeriodicLimit> = {}): PeriodicLimit => ({
  period: "month",
  alignment: "calendar",
  amount: gbp(30_000n),
  ...over,
});

describe("P-20: limits that somebody can agree to", () => {
  test.each<[string, Partial<DomesticVrp>]>([
    ["as it comes", {}],
    ["without an end", { validTo: undefined as never }],
    ["that starts later", { validFrom: new Date("2026-06-06T00:00:00Z") }],
    ["to payees that are named later", { payee: undefined as never, purpose: "other" }],
    ["more in a day than in a month", { limits: [limit({ period: "day", amount: gbp(90_000n) }), limit()] }],
    ["of one period, both ways", { limits: [limit(), limit({ alignment: "consent" })] }],
    ["of a fortnight from the start", { limits: [limit({ period: "fortnight", alignment: "consent" })] }],
    ["more each time than in a month", { mostEachTime: gbp(1_000_000n) }],
  ])("%s", (_, over) => {
    expect(canBeAllowed(aDomesticVrp(over), NOW)).toBe(true);
  });

  test.each<[string, Partial<DomesticVrp>]>([
    ["nothing each time", { mostEachTime: gbp(0n) }],
    ["nothing in a month", { limits: [limit({ amount: gbp(0n) })] }],
    ["two currencies", { limits: [limit({ amount: { minor: 1n, currency: "EUR" } })] }],
    ["no limit", { limits: [] }],
    ["two amounts for one period", { limits: [limit(), limit({ amount: gbp(5n) })] }],
    ["a fortnight of no calendar", { limits: [limit({ period: "fortnight" })] }],
    ["over already", { validTo: NOW }],
    [
      "an end before its start",
      { validFrom: new Date("2026-06-06T00:00:00Z"), validTo: new Date("2026-06-05T00:00:00Z") },
    ],
    ["a date that is none", { validTo: new Date(Number.NaN) }],
    ["a start that is none", { validFrom: new Date(Number.NaN), validTo: undefined as never }],
    ["an end in another age", { validTo: new Date("9999-01-01T00:00:00Z") }],
    ["a start in another age", { validFrom: new Date("0011-01-01T00:00:00Z") }],
    ["own accounts, and none named", { payee: undefined as never }],
    [
      "a payee of letters",
      { payee: { name: "A", scheme: "sort-code-account-number", identification: "2O405012345678" } },
    ],
    ["an account of letters", { debtor: { scheme: "sort-code-account-number", identification: "2O405012345678" } }],
  ])("not: %s", (_, over) => {
    expect(canBeAllowed(aDomesticVrp(over), NOW)).toBe(false);
  });
});
