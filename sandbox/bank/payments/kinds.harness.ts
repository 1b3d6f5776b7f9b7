import { expect } from "vitest";
import type { ApiVersion } from "../gateway/api-version.ts";
import { issueClientToken } from "../testing/tokens.ts";
import { type PaymentKind, RESOURCES } from "./payment-kinds.ts";
import { type Consented, consentedTo, world } from "./payments.harness.ts";

/** An order of each kind as a TPP may write it in each version. Today is 10 February 2026. */

export const GBP = (Amount: string) => ({ Amount, Currency: "GBP" });
export const BOOKSHOP = {
  SchemeName: "UK.OBIE.SortCodeAccountNumber",
  Identification: "30712012345678",
  Name: "Harbour Books Ltd",
};
export const TOMORROW = "2026-02-11T09:00:00+00:00";

const once = {
  InstructionIdentification: "INSTR-1",
  EndToEndIdentification: "E2E-1",
  InstructedAmount: GBP("42.50"),
  CreditorAccount: BOOKSHOP,
};
const abroad = { ...once, CurrencyOfTransfer: "EUR" };
const dates = { FirstPaymentDateTime: TOMORROW };
const monthly = { "v3.1": "IntrvlMnthDay:01:11", "v4.0": { Type: "MNTH", PointInTime: "11" } } as const;

const standing = (version: ApiVersion, rest: object) =>
  version === "v3.1"
    ? { Frequency: monthly[version], ...dates, NumberOfPayments: "3", ...rest }
    : { MandateRelatedInformation: { Frequency: monthly[version], ...dates }, NumberOfPayments: "3", ...rest };

const INITIATIONS: Readonly<Record<PaymentKind, (version: ApiVersion) => Record<string, unknown>>> = {
  domestic_payment: () => once,
  domestic_scheduled_payment: () => ({ ...once, RequestedExecutionDateTime: TOMORROW }),
  domestic_standing_order: (version) =>
    standing(version, { FirstPaymentAmount: GBP("30.00"), CreditorAccount: BOOKSHOP }),
  domestic_vrp: () => ({ CreditorAccount: BOOKSHOP }),
  file_payment: () => ({
    FileType: "UK.OBIE.PaymentInitiation.4.0",
    FileHash: "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=",
    NumberOfTransactions: "2",
    ControlSum: 30,
  }),
  international_payment: () => abroad,
  international_scheduled_payment: () => ({ ...abroad, RequestedExecutionDateTime: TOMORROW }),
  international_standing_order: (version) =>
    standing(version, { CurrencyOfTransfer: "EUR", InstructedAmount: GBP("30.00"), CreditorAccount: BOOKSHOP }),
};

export const CHARGE = { ChargeBearer: "Shared", Type: "UK.OBIE.CHAPSOut", Amount: GBP("5.00") };
const quoted = {
  exchange_rate: {
    UnitCurrency: "GBP",
    ExchangeRate: 1.172,
    RateType: "Actual",
    ExpirationDateTime: "2026-02-10T12:30:00Z",
  },
  charges: [CHARGE],
};
export const LIMITS = {
  ValidFromDateTime: "2026-02-06T00:00:00Z",
  MaximumIndividualAmount: GBP("50.00"),
  PeriodicLimits: [
    { PeriodType: "Week", PeriodAlignment: "Consent", Amount: "90.00", Currency: "GBP" },
    { PeriodType: "Month", PeriodAlignment: "Calendar", Amount: "280.00", Currency: "GBP" },
  ],
  VRPType: ["UK.OBIE.VRPType.Other"],
  PSUAuthenticationMethods: ["UK.OBIE.SCANotRequired"],
};
const row = (amount: string) => ({ CreditorAccount: BOOKSHOP, InstructedAmount: GBP(amount), Reference: "WAGES" });

/** What the authorization server tells of a consent of a kind beside its `Initiation`. */
export const TOLD: Readonly<Partial<Record<PaymentKind, Record<string, unknown>>>> = {
  domestic_vrp: { control_parameters: LIMITS, authorised_at: "2026-02-05T10:00:00Z" },
  file_payment: { file_rows: [row("10.00"), row("20.00")] },
  international_payment: quoted,
  international_scheduled_payment: quoted,
  international_standing_order: { charges: [CHARGE] },
};

let instruction = 0;

export function consentOf(
  kind: PaymentKind,
  version: ApiVersion,
  { initiation = {}, consent = {}, data = {} }: Partial<Record<"initiation" | "consent" | "data", object>> = {},
): Consented {
  const told = { read_refund_account: "Yes", ...TOLD[kind], api_version: version, ...consent };
  return consentedTo(kind, { ...INITIATIONS[kind](version), ...initiation }, told, {
    ...(kind === "domestic_vrp" && vrpPayment()),
    ...data,
  });
}

export function vrpPayment(amount = "40.00", change: Record<string, unknown> = {}) {
  instruction += 1;
  return {
    PSUAuthenticationMethod: "UK.OBIE.SCANotRequired",
    VRPType: "UK.OBIE.VRPType.Other",
    Instruction: {
      InstructionIdentification: `VRP-${instruction}`,
      EndToEndIdentification: `VRP-${instruction}`,
      InstructedAmount: GBP(amount),
      CreditorAccount: BOOKSHOP,
    },
    ...change,
  };
}

interface OrderAnswer {
  readonly Data: Record<string, unknown> & { readonly Status: string };
}

/** The id and the status of an answered order. */
export async function placed(kind: PaymentKind, response: { status: number; json(): Promise<unknown> }) {
  expect(response.status).toBeLessThan(300);
  const { Data } = (await response.json()) as OrderAnswer;
  return { id: Data[RESOURCES[kind].id] as string, status: Data.Status, Data };
}

/** As its TPP reads it. */
export const read = (kind: PaymentKind, version: ApiVersion, id: string, more = "") =>
  world.call(`/open-banking/${version}/pisp/${RESOURCES[kind].collection}/${id}${more}`, {
    token: issueClientToken(world),
  });

export const statusOf = async (kind: PaymentKind, version: ApiVersion, id: string) =>
  (await placed(kind, await read(kind, version, id))).status;
