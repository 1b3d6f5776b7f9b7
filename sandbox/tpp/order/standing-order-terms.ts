import type { z } from "zod";
import { at, remittance } from "./domestic-terms.ts";
import { type FieldGroup, inDays } from "./field.ts";
import type { ApiVersion } from "./order.ts";
import { choiceOf, date, optional, wholeNumber } from "./shape.ts";

interface Rhythm {
  readonly value: string;
  readonly label: string;
  readonly v3: string;
  readonly v4: { readonly Type: string; readonly PointInTime?: string };
}

/** How often, in both tongues: the pattern of v3.1, and the ISO 20022 code of v4.0 where there is one. */
const RHYTHMS = [
  { value: "day", label: "Every day", v3: "EvryDay", v4: { Type: "DAIL" } },
  { value: "working-day", label: "Every working day", v3: "EvryWorkgDay", v4: { Type: "WODL" } },
  { value: "week", label: "Every Friday", v3: "IntrvlWkDay:01:05", v4: { Type: "WEEK", PointInTime: "05" } },
  {
    value: "fortnight",
    label: "Every 2nd Friday",
    v3: "IntrvlWkDay:02:05",
    v4: { Type: "FRTN", PointInTime: "05" },
  },
  {
    value: "month",
    label: "Monthly, the 15th",
    v3: "IntrvlMnthDay:01:15",
    v4: { Type: "MNTH", PointInTime: "15" },
  },
  {
    value: "month-end",
    label: "Monthly, last day",
    v3: "IntrvlMnthDay:01:-01",
    // v4.0 takes the patterns too, for what its codes cannot say.
    v4: { Type: "IntrvlMnthDay:01:-01" },
  },
  { value: "quarter", label: "English quarter days", v3: "QtrDay:ENGLISH", v4: { Type: "QtrDay:ENGLISH" } },
] as const satisfies readonly Rhythm[];

export const rhythmFields = {
  rhythm: choiceOf(RHYTHMS),
  firstOn: date,
  /** One of these at most; neither: until the customer stops it. */
  finalOn: optional(date),
  payments: optional(wholeNumber),
};

type Repetition = Readonly<z.output<z.ZodObject<typeof rhythmFields>>>;

export const RHYTHM_GROUP: FieldGroup = {
  legend: "How often",
  hint: "Leave the last two empty, and it goes on until the customer stops it. The standard allows one of them.",
  fields: [
    { name: "rhythm", label: "Rhythm", choices: RHYTHMS },
    { name: "firstOn", label: "First payment on", type: "date" },
    { name: "finalOn", label: "Last payment on", type: "date" },
    { name: "payments", label: "Number of payments", numeric: true },
  ],
};

export const rhythmDefaults = () => ({ rhythm: "month", firstOn: inDays(10), payments: "12" });

const rhythmOf = ({ rhythm }: Repetition): Rhythm => RHYTHMS.find(({ value }) => value === rhythm) ?? RHYTHMS[0];

/** In a word or two, for the tables of the workbench. */
export const rhythmLabel = (order: Repetition) => rhythmOf(order).label.toLowerCase();

/**
 * Rhythm, dates and reference. v4.0 moved the first two into the mandate (`OBMandateRelatedInformation1`) and took
 * `Reference` for remittance information.
 */
export function repetition(version: ApiVersion, order: Repetition & { readonly reference: string }) {
  const dates = {
    FirstPaymentDateTime: at(order.firstOn),
    ...(order.finalOn ? { FinalPaymentDateTime: at(order.finalOn) } : {}),
  };
  const count = order.payments ? { NumberOfPayments: order.payments } : {};
  return version === "v3.1"
    ? { Frequency: rhythmOf(order).v3, Reference: order.reference, ...dates, ...count }
    : {
        MandateRelatedInformation: { Frequency: rhythmOf(order).v4, ...dates },
        ...remittance(version, order.reference),
        ...count,
      };
}
