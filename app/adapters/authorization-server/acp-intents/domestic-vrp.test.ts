import { describe, expect, test } from "vitest";
import { domesticVrp } from "./domestic-vrp";

const CONTROL = {
  ValidFromDateTime: "2026-04-01T00:00:00+00:00",
  ValidToDateTime: "2027-04-01T00:00:00+00:00",
  MaximumIndividualAmount: { Amount: "100.00", Currency: "GBP" },
  PeriodicLimits: [{ PeriodType: "Month", PeriodAlignment: "Consent", Amount: "200.00", Currency: "GBP" }],
  VRPType: ["UK.OBIE.VRPType.Sweeping"],
  PSUAuthenticationMethods: ["UK.OBIE.SCANotRequired"],
  PSUInteractionTypes: ["OffSession"],
};
const PAYEE = {
  SchemeName: "UK.OBIE.SortCodeAccountNumber",
  Identification: "30949330000010",
  Name: "Mina Patel Savings",
};
const read = (control: object = {}, initiation: object = { CreditorAccount: PAYEE }) =>
  domesticVrp({ ControlParameters: { ...CONTROL, ...control }, Initiation: initiation });

describe("P-20: the standard’s control parameters in our words", () => {
  test("as the standard’s own example has them", () => {
    expect(read()).toEqual({
      kind: "domestic-vrp",
      payee: { scheme: "sort-code-account-number", identification: "30949330000010", name: "Mina Patel Savings" },
      mostEachTime: { minor: 10_000n, currency: "GBP" },
      limits: [{ period: "month", alignment: "consent", amount: { minor: 20_000n, currency: "GBP" } }],
      validFrom: new Date("2026-04-01T00:00:00Z"),
      validTo: new Date("2027-04-01T00:00:00Z"),
      purpose: "sweeping",
      asksEachTime: false,
      whileAway: true,
    });
  });

  test("every period and alignment, in the TPP’s order", () => {
    const types = ["Year", "Half-year", "Month", "Fortnight", "Week", "Day"];
    const PeriodicLimits = types.map((PeriodType, at) => ({
      ...CONTROL.PeriodicLimits[0],
      PeriodType,
      PeriodAlignment: at % 2 ? "Consent" : "Calendar",
    }));
    expect(read({ PeriodicLimits }).limits.map(({ period, alignment }) => `${period} ${alignment}`)).toEqual([
      "year calendar",
      "half-year consent",
      "month calendar",
      "fortnight consent",
      "week calendar",
      "day consent",
    ]);
  });

  test.each([
    [{ PSUInteractionTypes: undefined }, { whileAway: true }],
    [{ PSUInteractionTypes: [] }, { whileAway: true }],
    [{ PSUInteractionTypes: ["InSession"] }, { whileAway: false }],
    [{ PSUInteractionTypes: ["InSession", "OffSession"] }, { whileAway: true }],
    [{ PSUAuthenticationMethods: ["UK.OBIE.SCA"] }, { asksEachTime: true }],
    [{ PSUAuthenticationMethods: ["UK.OBIE.SCA", "UK.OBIE.SCANotRequired"] }, { asksEachTime: false }],
    [{ VRPType: ["UK.OBIE.VRPType.Other"] }, { purpose: "other" }],
    [{ VRPType: ["UK.OBIE.VRPType.Sweeping", "UK.OBIE.VRPType.Other"] }, { purpose: "other" }],
  ])("%j", (control, said) => {
    expect(read(control)).toMatchObject(said);
  });

  test("no payee, an empty one, and no dates are none", () => {
    const vrp = read(
      { ValidFromDateTime: undefined, ValidToDateTime: null },
      { CreditorAccount: {}, DebtorAccount: {} },
    );
    for (const key of ["payee", "debtor", "validFrom", "validTo", "reference"]) expect(vrp).not.toHaveProperty(key);
  });

  test.each<[string, object, object?]>([
    ["a period of tomorrow", { PeriodicLimits: [{ ...CONTROL.PeriodicLimits[0], PeriodType: "Quarter" }] }],
    ["a period of Object", { PeriodicLimits: [{ ...CONTROL.PeriodicLimits[0], PeriodType: "constructor" }] }],
    ["an alignment of tomorrow", { PeriodicLimits: [{ ...CONTROL.PeriodicLimits[0], PeriodAlignment: "Moon" }] }],
    ["no limits", { PeriodicLimits: [] }],
    ["a limit without a currency", { PeriodicLimits: [{ ...CONTROL.PeriodicLimits[0], Currency: undefined }] }],
    ["no most of each", { MaximumIndividualAmount: undefined }],
    ["an unknown purpose", { VRPType: ["UK.OBIE.VRPType.Subscriptions"] }],
    ["no purpose", { VRPType: [] }],
    ["an unknown way to ask", { PSUAuthenticationMethods: ["UK.OBIE.Telepathy"] }],
    ["an unknown session", { PSUInteractionTypes: ["Asleep"] }],
    ["limits of another kind", { SupplementaryData: { weekends: false } }],
    ["a payee without a name", {}, { CreditorAccount: { ...PAYEE, Name: undefined } }],
    ["a date that is none", { ValidToDateTime: "2026-02-30T00:00:00Z" }],
  ])("C-05: %s is not understood", (_, control, initiation) => {
    expect(() => read(control, initiation)).toThrow(expect.objectContaining({ failure: "request-not-understood" }));
  });
});
