import { expect, test } from "vitest";
import { dayFrom } from "../core/day.ts";
import { rateOf } from "../core/exchange.ts";
import { quote, quoteRequest } from "./quote.ts";

const NOW = new Date("2026-02-10T12:00:00Z");
const today = dayFrom("2026-02-10");
const ask = (currency: string, currencyOfTransfer: string, more: object = {}) =>
  quote(quoteRequest.parse({ instructed: { amount: "100.00", currency }, currencyOfTransfer, ...more }), NOW);

test("an actual rate holds for half an hour and has a charge", () => {
  expect(ask("GBP", "EUR")).toEqual({
    rateType: "Actual",
    unitCurrency: "GBP",
    rate: rateOf("GBP", "EUR", today).rate,
    expiresAt: "2026-02-10T12:30:00.000Z",
    charges: [{ bearer: "Shared", type: "UK.OBIE.CHAPSOut", amount: "5.00", currency: "GBP" }],
  });
});

test.each([
  ["GBP", "EUR", undefined, "GBP", "EUR"],
  ["GBP", "EUR", "EUR", "EUR", "GBP"],
  ["EUR", "EUR", undefined, "GBP", "EUR"],
  // Whose account it is paid from is what the rate has to say.
  ["EUR", "EUR", "EUR", "GBP", "EUR"],
  ["USD", "USD", "USD", "GBP", "USD"],
  ["GBP", "GBP", "GBP", "GBP", "GBP"],
  ["EUR", "GBP", undefined, "GBP", "EUR"],
  ["EUR", "USD", undefined, "EUR", "USD"],
] as const)("%s paid out as %s, by %s: one %s in %s", (from, to, unitCurrency, unit, other) => {
  const { rate } = rateOf(unit, other, today);
  expect(ask(from, to, { ...(unitCurrency && { unitCurrency }) })).toMatchObject({ unitCurrency: unit, rate });
});

test("an indicative rate holds for no time at all", () => {
  expect(ask("GBP", "EUR", { rateType: "Indicative" })).not.toHaveProperty("expiresAt");
});

test.each([
  ["BorneByDebtor", "15.00"],
  ["BorneByCreditor", "5.00"],
  ["FollowingServiceLevel", "5.00"],
])("what %s costs", (chargeBearer, amount) => {
  expect(ask("GBP", "EUR", { chargeBearer })).toMatchObject({ charges: [{ bearer: chargeBearer, amount }] });
});

test("an agreed rate is the contract's that the bank knows, for what it was agreed for", () => {
  const agreed = { rateType: "Agreed", contract: "FX-2026-117" };
  expect(ask("GBP", "EUR", { ...agreed, rate: 1.19 })).toMatchObject({ rate: 1.19, contract: "FX-2026-117" });
  expect(ask("GBP", "EUR", { ...agreed, rate: 1.2 })).toBe("unknown_contract");
  expect(ask("GBP", "USD", agreed)).toBe("unknown_contract");
  expect(ask("GBP", "EUR", { rateType: "Agreed", contract: "FX-0" })).toBe("unknown_contract");
  expect(ask("GBP", "EUR", { rateType: "Agreed", contract: "constructor" })).toBe("unknown_contract");
});

test.each([
  ["GBP", "XAU", undefined],
  ["XAU", "EUR", undefined],
  ["GBP", "EUR", "USD"],
])("%s paid out as %s by %s is not dealt in", (from, to, unitCurrency) => {
  expect(ask(from, to, { ...(unitCurrency && { unitCurrency }) })).toBe("unsupported_currency");
});
