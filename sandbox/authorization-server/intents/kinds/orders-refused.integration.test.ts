import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ApiVersion } from "../../consents/consent.ts";
import { CONSENT_KINDS, type ConsentType } from "../../consents/consent-kinds.ts";
import { type RunningIntentApi, startIntentApi } from "../intent-api.harness.ts";
import { warnWithoutOpenApi } from "../openapi.harness.ts";
import { V4_CODES } from "../problem.ts";
import { aRequest, inDays, withMember } from "./requests.builder.ts";

let api: RunningIntentApi;
let token: string;

beforeAll(async () => {
  warnWithoutOpenApi();
  api = await startIntentApi();
  token = api.tokenOf("tpp-beacon", ["payments", "fundsconfirmations"]);
});
afterAll(() => api?.close());

/** A member of the request, what is put there, the standard's name of the fault, and where it is found if elsewhere. */
type Fault = readonly [what: string, path: string, value: unknown, name: keyof typeof V4_CODES, at?: string];

const INITIATION = "Data.Initiation";
const MANDATE = `${INITIATION}.MandateRelatedInformation`;
const money = (Amount: string, Currency = "GBP") => ({ Amount, Currency });
const RATE = `${INITIATION}.ExchangeRateInformation`;
const rate = { UnitCurrency: "GBP", RateType: "Actual" };
const CONTROL = "Data.ControlParameters";
const LIMITS = `${CONTROL}.PeriodicLimits`;
const limit = { PeriodType: "Month", PeriodAlignment: "Calendar", ...money("300.00") };
const FREQUENCY = `${MANDATE}.Frequency`;

const FAULTS: Partial<Record<ConsentType, Partial<Record<ApiVersion | "both", readonly Fault[]>>>> = {
  domestic_scheduled_payment: {
    both: [
      ["no permission", "Data.Permission", undefined, "Field.Missing"],
      ["another permission", "Data.Permission", "Delete", "Field.Invalid"],
      ["a day that has passed", `${INITIATION}.RequestedExecutionDateTime`, inDays(-1), "Field.InvalidDate"],
      ["today", `${INITIATION}.RequestedExecutionDateTime`, inDays(0), "Field.InvalidDate"],
      ["no date", `${INITIATION}.RequestedExecutionDateTime`, "soon", "Field.InvalidDate"],
      [
        "money that there is not",
        `${INITIATION}.InstructedAmount`,
        money("1.00", "QQQ"),
        "Unsupported.Currency",
        `${INITIATION}.InstructedAmount.Currency`,
      ],
      [
        "half a penny",
        `${INITIATION}.InstructedAmount`,
        money("10.005"),
        "Field.Invalid",
        `${INITIATION}.InstructedAmount.Amount`,
      ],
    ],
  },
  domestic_standing_order: {
    both: [
      ["another permission", "Data.Permission", "Update", "Field.Invalid"],
      [
        "nothing to pay",
        `${INITIATION}.FirstPaymentAmount`,
        money("0"),
        "Field.Invalid",
        `${INITIATION}.FirstPaymentAmount.Amount`,
      ],
      [
        "part of a yen",
        `${INITIATION}.FirstPaymentAmount`,
        money("10.50", "JPY"),
        "Field.Invalid",
        `${INITIATION}.FirstPaymentAmount.Amount`,
      ],
      [
        "two currencies",
        `${INITIATION}.FinalPaymentAmount`,
        money("1.00", "EUR"),
        "Field.Invalid",
        `${INITIATION}.FinalPaymentAmount.Currency`,
      ],
      ["no number of payments", `${INITIATION}.NumberOfPayments`, "many", "Field.Invalid"],
    ],
    "v3.1": [
      ["a rhythm that is none", `${INITIATION}.Frequency`, "EvryMoon", "Unsupported.Frequency"],
      ["a first day that has passed", `${INITIATION}.FirstPaymentDateTime`, inDays(-1), "Field.InvalidDate"],
      ["a last day before the first", `${INITIATION}.FinalPaymentDateTime`, inDays(1), "Field.InvalidDate"],
      ["a second day before the first", `${INITIATION}.RecurringPaymentDateTime`, inDays(1), "Field.InvalidDate"],
    ],
    "v4.0": [
      ["a code that is none", `${FREQUENCY}.Type`, "MOON", "Unsupported.Frequency"],
      ["when it suits", `${FREQUENCY}.Type`, "ADHO", "Unsupported.Frequency"],
      ["the 32nd of a month", `${FREQUENCY}.PointInTime`, "32", "Unsupported.Frequency"],
      [
        "an eighth weekday",
        FREQUENCY,
        { Type: "WEEK", PointInTime: "08" },
        "Unsupported.Frequency",
        `${FREQUENCY}.PointInTime`,
      ],
      ["a count and a point in time", `${FREQUENCY}.CountPerPeriod`, 1, "Field.Unexpected", `${FREQUENCY}.PointInTime`],
      [
        "several in a period",
        FREQUENCY,
        { Type: "MNTH", CountPerPeriod: 2 },
        "Unsupported.Frequency",
        `${FREQUENCY}.CountPerPeriod`,
      ],
      ["no first day", `${MANDATE}.FirstPaymentDateTime`, undefined, "Field.Expected"],
      ["a first day that has passed", `${MANDATE}.FirstPaymentDateTime`, inDays(-1), "Field.InvalidDate"],
      ["a last day before the first", `${MANDATE}.FinalPaymentDateTime`, inDays(1), "Field.InvalidDate"],
    ],
  },
  international_payment: {
    both: [
      ["a currency that there is not", `${INITIATION}.CurrencyOfTransfer`, "QQQ", "Unsupported.Currency"],
      ["a currency that the bank does not deal in", `${INITIATION}.CurrencyOfTransfer`, "SEK", "Unsupported.Currency"],
      ["half an IBAN", `${INITIATION}.CreditorAccount.Identification`, "IE29", "Unsupported.AccountIdentifier"],
      ["a country that there is not", `${INITIATION}.DestinationCountryCode`, "QZ", "Field.Invalid"],
      ["nowhere", `${INITIATION}.DestinationCountryCode`, "ZZ", "Field.Invalid"],
      ["half a cent", `${INITIATION}.InstructedAmount.Amount`, "10.005", "Field.Invalid"],
      ["two countries", `${INITIATION}.DestinationCountryCode`, "IEGB", "Field.Invalid"],
      ["a rate that nobody agreed", RATE, { ...rate, ExchangeRate: 1.2 }, "Field.Unexpected", `${RATE}.ExchangeRate`],
      [
        "a rate of other currencies",
        `${RATE}`,
        { ...rate, UnitCurrency: "USD" },
        "Field.Invalid",
        `${RATE}.UnitCurrency`,
      ],
      [
        "an agreed rate without its contract",
        RATE,
        { ...rate, RateType: "Agreed", ExchangeRate: 1.2 },
        "Field.Expected",
        `${RATE}.ContractIdentification`,
      ],
      [
        "a contract that the bank does not have",
        RATE,
        { ...rate, RateType: "Agreed", ExchangeRate: 1.2, ContractIdentification: "FX-2" },
        "Field.Invalid",
        `${RATE}.ContractIdentification`,
      ],
    ],
  },
  international_scheduled_payment: {
    both: [["a day that has passed", `${INITIATION}.RequestedExecutionDateTime`, inDays(-1), "Field.InvalidDate"]],
  },
  international_standing_order: {
    "v3.1": [["a rhythm that is none", `${INITIATION}.Frequency`, "IntrvlDay:01", "Unsupported.Frequency"]],
    "v4.0": [["several times a day", `${FREQUENCY}.Type`, "INDA", "Unsupported.Frequency"]],
  },
  domestic_vrp: {
    both: [
      ["no way to authenticate", `${CONTROL}.PSUAuthenticationMethods`, undefined, "Field.Missing"],
      ["no way at all to authenticate", `${CONTROL}.PSUAuthenticationMethods`, [], "Field.Invalid"],
      ["a way that it does not know", `${CONTROL}.PSUAuthenticationMethods`, ["UK.OBIE.Nod"], "Field.Invalid"],
      ["a use that it does not know", `${CONTROL}.VRPType`, ["UK.OBIE.VRPType.Fun"], "Field.Invalid"],
      ["a control of the TPP's own", `${CONTROL}.SupplementaryData`, { Weekends: false }, "Field.Unexpected"],
      ["an end that has passed", `${CONTROL}.ValidToDateTime`, inDays(-1), "Field.InvalidDate"],
      [
        "an end before the beginning",
        `${CONTROL}.ValidFromDateTime`,
        inDays(500),
        "Field.InvalidDate",
        `${CONTROL}.ValidToDateTime`,
      ],
      ["sweeping to nobody", `${INITIATION}.CreditorAccount`, undefined, "Field.Expected"],
      [
        "one payment of more than a day's",
        `${CONTROL}.MaximumIndividualAmount`,
        money("100.01"),
        "Field.Invalid",
        `${CONTROL}.PeriodicLimits[1].Amount`,
      ],
      ["half a penny at most", `${CONTROL}.MaximumIndividualAmount.Amount`, "10.005", "Field.Invalid"],
      [
        "a limit of half a penny more",
        LIMITS,
        [{ ...limit, Amount: "300.005" }],
        "Field.Invalid",
        `${LIMITS}[0].Amount`,
      ],
      ["two limits for one period", LIMITS, [limit, { ...limit, Amount: "900" }], "Field.Invalid", `${LIMITS}[1]`],
      [
        "a fortnight of the calendar",
        LIMITS,
        [{ ...limit, PeriodType: "Fortnight" }],
        "Field.Invalid",
        `${LIMITS}[0].PeriodAlignment`,
      ],
      ["limits in two currencies", LIMITS, [{ ...limit, Currency: "EUR" }], "Field.Invalid", `${LIMITS}[0].Currency`],
      ["no limit", LIMITS, [], "Field.Invalid"],
      ["an account to pay from chosen for the bank's answer", "Data.DebtorAccount", {}, "Field.Unexpected"],
    ],
  },
  funds_confirmation: {
    both: [
      ["no account", "Data.DebtorAccount", undefined, "Field.Missing"],
      ["half an account", "Data.DebtorAccount.Identification", "2040", "Unsupported.AccountIdentifier"],
      ["an end that has passed", "Data.ExpirationDateTime", inDays(-1), "Field.InvalidDate"],
      ["more than is foreseen", "Data.Status", "AUTH", "Field.Unexpected"],
    ],
  },
  file_payment: {
    both: [
      ["a file that it cannot read", `${INITIATION}.FileType`, "UK.OBIE.carrier.pigeon", "Field.Invalid"],
      ["a digest that is none", `${INITIATION}.FileHash`, "abc", "Field.Invalid"],
      ["a number that is none", `${INITIATION}.NumberOfTransactions`, "2 or 3", "Field.Invalid"],
      ["a day that has passed", `${INITIATION}.RequestedExecutionDateTime`, inDays(-1), "Field.InvalidDate"],
    ],
  },
};

type Case = readonly [ConsentType, ApiVersion, ...Fault];

const CASES: readonly Case[] = Object.entries(FAULTS).flatMap(([type, byVersion]) =>
  (["v3.1", "v4.0"] as const).flatMap((version) =>
    [...(byVersion.both ?? []), ...(byVersion[version] ?? [])].map(
      (fault): Case => [type as ConsentType, version, ...fault],
    ),
  ),
);

const post = (type: ConsentType, version: ApiVersion, body: object) =>
  api.call({
    method: "POST",
    path: `${version}/${CONSENT_KINDS[type].resource}`,
    token,
    body,
    ...(CONSENT_KINDS[type].scope === "payments" && { sign: true, headers: { "x-idempotency-key": randomUUID() } }),
  });

test.for(CASES)("%s %s refuses %s by the standard's code", async ([type, version, _what, path, value, name, at]) => {
  const reply = await post(type, version, withMember(aRequest(type, version), path, value));
  expect(reply.status).toBe(400);
  const ErrorCode = version === "v3.1" ? `UK.OBIE.${name}` : V4_CODES[name];
  expect(reply.body.Errors).toMatchObject([{ ErrorCode, Path: at ?? path }]);
});

describe("a standing order ends after so many payments or on a day, not both", () => {
  test.each([
    ["v3.1", INITIATION],
    ["v4.0", MANDATE],
  ] as const)("%s", async (version, when) => {
    const numbered = withMember(aRequest("domestic_standing_order", version), `${INITIATION}.NumberOfPayments`, "12");
    const dated = withMember(aRequest("domestic_standing_order", version), `${when}.FinalPaymentDateTime`, inDays(400));
    const both = withMember(numbered, `${when}.FinalPaymentDateTime`, inDays(400));
    const replies = [numbered, dated, both].map((body) => post("domestic_standing_order", version, body));
    expect((await Promise.all(replies)).map(({ status }) => status)).toEqual([201, 201, 400]);
  });
});
