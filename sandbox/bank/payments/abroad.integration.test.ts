import { describe, expect, test } from "vitest";
import { CUSTOMERS } from "../../personas.ts";
import { API_VERSIONS } from "../gateway/api-version.ts";
import { issueToken } from "../testing/tokens.ts";
import { CHARGE, consentOf, GBP, placed, read, statusOf, TOLD, TOMORROW } from "./kinds.harness.ts";
import { arunsBalance, bookedBalance, CONSUME, order, refused, world } from "./payments.harness.ts";

const kind = "international_payment";
const euros = (Amount: string) => ({ InstructedAmount: { Amount, Currency: "EUR" } });
const quoted = (change: Record<string, unknown> = {}) => ({
  ...(TOLD[kind]?.["exchange_rate"] as Record<string, unknown>),
  ...change,
});
/** Arun's euros, at this bank. */
const TO_HIMSELF = { SchemeName: "UK.OBIE.IBAN", Identification: "GB53NLGT20405022334404", Name: "Arun Mehta" };

describe.each(API_VERSIONS)("%s: an international payment", (version) => {
  const place = async (initiation: object, consent: object = {}) =>
    placed(kind, await order(consentOf(kind, version, { initiation, consent }), { version }));
  const settled = version === "v3.1" ? "AcceptedSettlementCompleted" : "ACSC";
  const rejected = version === "v3.1" ? "Rejected" : "RJCT";

  test("of pounds costs the pounds and the charge; the payee gets them at the quoted rate", async () => {
    const before = [await arunsBalance(), await bookedBalance("acc-arun-euro", CUSTOMERS.arun.id)];
    const { id, status, Data } = await place({ CreditorAccount: TO_HIMSELF });
    expect(status).toBe(settled);
    expect(Data).toMatchObject({ ExchangeRateInformation: quoted(), Charges: [CHARGE] });
    // 42.50 × 1.172 = 49.81
    const after = [await arunsBalance(), await bookedBalance("acc-arun-euro", CUSTOMERS.arun.id)];
    expect(after).toEqual([(before[0] ?? 0) - 4_750, (before[1] ?? 0) + 4_981]);
    const token = issueToken(world, { account_ids: ["acc-arun-main"] });
    const list = await world.call("/open-banking/v4.0/aisp/accounts/acc-arun-main/transactions", { token });
    const { Data: seen } = (await list.json()) as { Data: { Transaction: { TransactionId: string }[] } };
    const mine = seen.Transaction.filter(({ TransactionId }) => TransactionId.startsWith(id));
    expect(mine).toMatchObject([
      {
        Amount: { Amount: "42.50" },
        CurrencyExchange: { UnitCurrency: "GBP", TargetCurrency: "EUR", ExchangeRate: 1.172 },
      },
      { Amount: { Amount: "5.00" }, BankTransactionCode: { Code: "MDOP", SubCode: "CHRG" } },
    ]);
  });

  test("of euros costs the pounds that they are at the quoted rate, from an account in euros the euros", async () => {
    const before = [await arunsBalance(), await bookedBalance("acc-arun-euro", CUSTOMERS.arun.id)];
    await place(euros("117.20"));
    // The charge of 5.00 pounds is taken in euros, at the rate of the day.
    await place(euros("10.00"), { account_ids: ["acc-arun-euro"] });
    expect(before[0]! - (await arunsBalance())).toBe(10_500);
    const paid = before[1]! - (await bookedBalance("acc-arun-euro", CUSTOMERS.arun.id));
    expect(paid).toBeGreaterThanOrEqual(1_000 + 583);
    expect(paid).toBeLessThanOrEqual(1_000 + 589);
  });

  test("of pounds in pounds takes from an account in euros what they are worth, and not as many euros", async () => {
    const before = await bookedBalance("acc-arun-euro", CUSTOMERS.arun.id);
    const exchange_rate = { UnitCurrency: "GBP", ExchangeRate: 1, RateType: "Actual" } as const;
    const charges = [{ ...CHARGE, ChargeBearer: "BorneByCreditor" }];
    await place({ CurrencyOfTransfer: "GBP" }, { account_ids: ["acc-arun-euro"], exchange_rate, charges });
    const paid = before - (await bookedBalance("acc-arun-euro", CUSTOMERS.arun.id));
    // 42.50 pounds at a rate of 1.172, and half a percent to either side.
    expect(paid).toBeGreaterThanOrEqual(4_956);
    expect(paid).toBeLessThanOrEqual(5_006);
  });

  test("pays no charge that the payee bears", async () => {
    const before = await arunsBalance();
    await place({}, { charges: [{ ...CHARGE, ChargeBearer: "BorneByCreditor" }] });
    expect(before - (await arunsBalance())).toBe(4_250);
  });

  test("that the money is short for by its charge alone is rejected", async () => {
    const all = ((await arunsBalance()) - 499) / 100;
    expect((await place({ InstructedAmount: GBP(all.toFixed(2)) })).status).toBe(rejected);
  });

  test("at a rate that has run out is refused, and its consent not consumed", async () => {
    const stale = { consent: { exchange_rate: quoted({ ExpirationDateTime: "2026-02-10T12:00:00Z" }) } };
    const payment = consentOf(kind, version, stale);
    const code = version === "v3.1" ? "UK.OBIE.Rules.AfterCutOffDateTime" : "U012";
    const path = "Data.Initiation.ExchangeRateInformation";
    expect(await refused(await order(payment, { version }))).toEqual([400, code, path]);
    expect(world.authorizationServer.calls.some(({ path: called }) => called === CONSUME(payment.consentId))).toBe(
      false,
    );
  });

  test("at an indicative rate is paid at the rate of the day, and says which", async () => {
    const { Data } = await place({}, { exchange_rate: quoted({ RateType: "Indicative", ExchangeRate: 2 }) });
    const { ExchangeRate, ...rest } = Data["ExchangeRateInformation"] as { ExchangeRate: number };
    expect(rest).toEqual({ UnitCurrency: "GBP", RateType: "Actual" });
    expect(Math.abs(ExchangeRate / 1.172 - 1)).toBeLessThanOrEqual(0.0051);
  });

  test("at an agreed rate is paid at the contract's, and at no rate that only the consent knows", async () => {
    const agreed = quoted({ RateType: "Agreed", ContractIdentification: "FX-2026-117", ExchangeRate: 1.19 });
    const before = await bookedBalance("acc-arun-euro", CUSTOMERS.arun.id);
    await place({ CreditorAccount: TO_HIMSELF }, { exchange_rate: agreed });
    // 42.50 × 1.19 = 50.575
    expect((await bookedBalance("acc-arun-euro", CUSTOMERS.arun.id)) - before).toBe(5_058);
    await place(
      { CreditorAccount: TO_HIMSELF },
      { exchange_rate: { ...agreed, ContractIdentification: "FX-0", ExchangeRate: 9 } },
    );
    expect((await bookedBalance("acc-arun-euro", CUSTOMERS.arun.id)) - before).toBeLessThan(5_058 + 5_058);
  });

  test("in a currency that the bank does not deal in is refused; from an account in a third one it is rejected", async () => {
    const payment = consentOf(kind, version, { initiation: { CurrencyOfTransfer: "XAU" } });
    const code = version === "v3.1" ? "UK.OBIE.Unsupported.Currency" : "U023";
    expect(await refused(await order(payment, { version }))).toEqual([400, code, "Data.Initiation.CurrencyOfTransfer"]);
    const dollars = { CurrencyOfTransfer: "USD" };
    expect((await place(dollars, { account_ids: ["acc-arun-euro"], exchange_rate: undefined })).status).toBe(rejected);
  });
});

test("a payment abroad that is made later has the rate of its day, and says so once it is paid", async () => {
  const later = "international_scheduled_payment";
  const consent = { exchange_rate: quoted({ RateType: "Indicative", ExpirationDateTime: undefined }) };
  const { id, Data } = await placed(later, await order(consentOf(later, "v3.1", { consent })));
  expect(Data["ExchangeRateInformation"]).toMatchObject({ RateType: "Indicative", ExchangeRate: 1.172 });
  world.setNow(new Date(TOMORROW));
  await expect.poll(() => statusOf(later, "v3.1", id), { timeout: 10_000 }).toBe("InitiationCompleted");
  const paid = await placed(later, await read(later, "v3.1", id));
  expect(paid.Data["ExchangeRateInformation"]).toMatchObject({ RateType: "Actual", UnitCurrency: "GBP" });
});
