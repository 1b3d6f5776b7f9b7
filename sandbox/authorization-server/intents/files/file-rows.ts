import { decimalOf, unitsOf } from "../decimal.ts";

/** One payment of a file, in the names of the standard. */
export interface FileRow {
  readonly CreditorAccount: { readonly SchemeName: string; readonly Identification: string; readonly Name: string };
  readonly InstructedAmount: { readonly Amount: string; readonly Currency: string };
  readonly Reference?: string;
}

/** What a file holds, counted from the file itself. */
export interface FileContent {
  readonly NumberOfTransactions: number;
  /** One sum for each currency, in the order in which they first occur. */
  readonly Totals: readonly { readonly Amount: string; readonly Currency: string }[];
  readonly FirstRows: readonly FileRow[];
}

const FIRST = 10;

export function contentOf(rows: readonly FileRow[]): FileContent {
  const totals = new Map<string, bigint>();
  for (const { InstructedAmount: money } of rows) {
    totals.set(money.Currency, (totals.get(money.Currency) ?? 0n) + unitsOf(money.Amount));
  }
  return {
    NumberOfTransactions: rows.length,
    Totals: [...totals].map(([Currency, units]) => ({ Amount: decimalOf(units), Currency })),
    FirstRows: rows.slice(0, FIRST),
  };
}

/** All amounts added up "irrespective of currencies" (OBWriteFileConsent3, ControlSum), in the smallest unit. */
export const controlSumOf = (rows: readonly FileRow[]): bigint =>
  rows.reduce((sum, { InstructedAmount: { Amount } }) => sum + unitsOf(Amount), 0n);
