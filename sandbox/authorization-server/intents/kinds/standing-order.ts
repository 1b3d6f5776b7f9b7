import { z } from "zod";
import type { Problem } from "../problem.ts";
import { amount, dateTime, FREQUENCY_PATTERN, supplementaryData, text } from "./fields.ts";
import { account, namedAccount } from "./parts-v3.ts";
import * as v4 from "./parts-v4.ts";
import { type Account, before, type Money, tooEarly, wrongAccounts } from "./rules.ts";

/** What domestic and international standing orders have in common. */

export const rhythm = {
  Frequency: z.string().regex(FREQUENCY_PATTERN),
  Reference: text(35).optional(),
  NumberOfPayments: text(35).optional(),
  FirstPaymentDateTime: dateTime,
  FinalPaymentDateTime: dateTime.optional(),
  DebtorAccount: account.optional(),
  CreditorAccount: namedAccount,
  SupplementaryData: supplementaryData.optional(),
};

export const rhythmV4 = {
  MandateRelatedInformation: v4.mandate,
  NumberOfPayments: text(35).optional(),
  DebtorAccount: v4.account.optional(),
  CreditorAccount: v4.namedAccount,
  UltimateCreditor: v4.ultimateParty().optional(),
  UltimateDebtor: v4.ultimateParty().optional(),
  RegulatoryReporting: v4.regulatoryReporting().optional(),
  RemittanceInformation: v4.remittance().optional(),
  SupplementaryData: supplementaryData.optional(),
};

/** The amounts of a domestic standing order; an international one has one amount and no other. */
export const amounts = {
  FirstPaymentAmount: amount,
  RecurringPaymentAmount: amount.optional(),
  FinalPaymentAmount: amount.optional(),
};

interface When {
  readonly FirstPaymentDateTime?: string | undefined;
  readonly RecurringPaymentDateTime?: string | undefined;
  readonly FinalPaymentDateTime?: string | undefined;
}

interface Frequency {
  readonly Type: string;
  readonly CountPerPeriod?: number | undefined;
  readonly PointInTime?: string | undefined;
}

/** As either version says it. */
export interface StandingOrder extends When {
  readonly NumberOfPayments?: string | undefined;
  readonly MandateRelatedInformation?: (When & { readonly Frequency: Frequency }) | undefined;
  readonly CreditorAccount: Account;
  readonly DebtorAccount?: Account | undefined;
  readonly FirstPaymentAmount?: Money | undefined;
  readonly RecurringPaymentAmount?: Money | undefined;
  readonly FinalPaymentAmount?: Money | undefined;
}

/** What is wrong with when it pays, how often, and whom. */
export function wrongOrder(order: StandingOrder, now: Date): readonly Problem[] {
  const inMandate = order.MandateRelatedInformation;
  const at = `Data.Initiation${inMandate ? ".MandateRelatedInformation" : ""}`;
  const when: When = inMandate ?? order;
  const first = when.FirstPaymentDateTime;
  return [
    ...(first === undefined ? [missing(`${at}.FirstPaymentDateTime`)] : []),
    ...tooEarly(first, "today", now, `${at}.FirstPaymentDateTime`),
    ...before(
      when.RecurringPaymentDateTime,
      first,
      `${at}.RecurringPaymentDateTime`,
      "It lies before the first payment",
    ),
    ...before(when.FinalPaymentDateTime, first, `${at}.FinalPaymentDateTime`, "It lies before the first payment"),
    ...wrongNumber(order.NumberOfPayments, when.FinalPaymentDateTime),
    ...(inMandate ? wrongFrequency(inMandate.Frequency, `${at}.Frequency`) : []),
    ...wrongAccounts(order),
  ];
}

/** The end is a number of payments or a date, not both; without either the order goes on until it is stopped. */
function wrongNumber(number: string | undefined, final: string | undefined): readonly Problem[] {
  const path = "Data.Initiation.NumberOfPayments";
  if (number === undefined) return [];
  if (!/^[1-9]\d{0,5}$/.test(number))
    return [{ name: "Field.Invalid", message: "Expected a number of payments", path }];
  const message = "Either a number of payments or a final date, not both";
  return final === undefined ? [] : [{ name: "Field.Unexpected", message, path }];
}

/** What says nothing that could be kept: when it suits, several times a day, never. */
const NO_RHYTHM: ReadonlySet<string> = new Set(["ADHO", "INDA", "NONE", "NotKnown"]);

/** The last point in time of each code: a weekday, or a day of the month. The others have none. */
const LAST_POINT: Readonly<Record<string, number>> = {
  WEEK: 7,
  FRTN: 7,
  FOWK: 7,
  MNTH: 31,
  TWMH: 31,
  QURT: 31,
  FOMH: 31,
  FIMH: 31,
  MIAN: 31,
  YEAR: 31,
};

function wrongFrequency({ Type, CountPerPeriod, PointInTime }: Frequency, at: string): readonly Problem[] {
  if (NO_RHYTHM.has(Type)) {
    return [{ name: "Unsupported.Frequency", message: "This bank keeps no such rhythm", path: `${at}.Type` }];
  }
  if (CountPerPeriod !== undefined && PointInTime !== undefined) {
    const message = "Either a count for each period or a point in time, not both";
    return [{ name: "Field.Unexpected", message, path: `${at}.PointInTime` }];
  }
  if (CountPerPeriod !== undefined && CountPerPeriod !== 1) {
    const message = "This bank pays once in each period";
    return [{ name: "Unsupported.Frequency", message, path: `${at}.CountPerPeriod` }];
  }
  if (PointInTime === undefined) return [];
  const last = LAST_POINT[Type] ?? 0;
  const isPoint = /^\d\d$/.test(PointInTime) && Number(PointInTime) >= 1 && Number(PointInTime) <= last;
  const message = "The period has no such point in time";
  return isPoint ? [] : [{ name: "Unsupported.Frequency", message, path: `${at}.PointInTime` }];
}

const missing = (path: string) =>
  ({ name: "Field.Expected", message: "This bank needs the day of the first payment", path }) as const;
