import { z } from "zod";
import { pounds } from "./domestic-terms.ts";
import type { FieldGroup } from "./field.ts";
import { amount, choiceOf, optional } from "./shape.ts";

const PERIODS = [
  { value: "Day", label: "Day" },
  { value: "Week", label: "Week" },
  { value: "Fortnight", label: "Fortnight" },
  { value: "Month", label: "Month" },
  { value: "Half-year", label: "Half-year" },
  { value: "Year", label: "Year" },
] as const;

const ALIGNMENTS = [
  { value: "Calendar", label: "By calendar" },
  { value: "Consent", label: "From its start" },
] as const;

/** As many as there are periods: more than anybody needs. */
const ROWS = [1, 2, 3, 4, 5, 6] as const;
const ALWAYS_SHOWN = 2;

type Row = (typeof ROWS)[number];

const limitShape = z.object({
  amount: optional(amount),
  period: choiceOf(PERIODS),
  alignment: choiceOf(ALIGNMENTS),
});

/** One limit: so much in each period. */
export type Limit = Readonly<z.output<typeof limitShape>> & { readonly amount: string };

const names = (row: Row) => ({ amount: `limit${row}`, period: `period${row}`, alignment: `alignment${row}` }) as const;

const rowsOf = (rows: readonly Row[]) =>
  rows.flatMap((row) => [
    { name: names(row).amount, label: `Limit ${row}, in pounds`, numeric: true },
    { name: names(row).period, label: `Limit ${row} is for each`, choices: PERIODS },
    { name: names(row).alignment, label: `Limit ${row} counts`, choices: ALIGNMENTS },
  ]);

export const LIMIT_GROUPS: readonly FieldGroup[] = [
  { legend: "Limits", hint: "A limit without an amount is none.", fields: rowsOf(ROWS.slice(0, ALWAYS_SHOWN)) },
  { legend: "More limits", folded: true, fields: rowsOf(ROWS.slice(ALWAYS_SHOWN)) },
];

export const limitDefaults = () => ({
  ...Object.fromEntries(
    ROWS.flatMap((row) => [
      [names(row).period, "Month"],
      [names(row).alignment, "Calendar"],
    ]),
  ),
  limit1: "200.00",
  limit2: "1000.00",
  period2: "Year",
  alignment2: "Consent",
});

/** Reads the rows that have an amount; what is wrong in one is said at its own field. */
export function readLimits(fields: Readonly<Record<string, unknown>>, context: z.RefinementCtx): readonly Limit[] {
  const limits: Limit[] = [];
  for (const row of ROWS) {
    const at = names(row);
    const parsed = limitShape.safeParse({
      amount: fields[at.amount],
      period: fields[at.period] ?? PERIODS[0].value,
      alignment: fields[at.alignment] ?? ALIGNMENTS[0].value,
    });
    if (parsed.success && parsed.data.amount !== undefined) limits.push({ ...parsed.data, amount: parsed.data.amount });
    for (const { path, message } of parsed.error?.issues ?? []) {
      context.addIssue({ code: "custom", path: [at[path[0] as keyof typeof at]], message });
    }
  }
  if (limits.length === 0) context.addIssue({ code: "custom", path: [names(1).amount], message: "Give one limit" });
  return limits;
}

/** As `ControlParameters.PeriodicLimits` has them. */
export const periodicLimits = (limits: readonly Limit[]) =>
  limits.map(({ amount: most, period, alignment }) => ({
    PeriodType: period,
    PeriodAlignment: alignment,
    ...pounds(most),
  }));
