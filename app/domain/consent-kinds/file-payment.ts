import { decimalOf, type Money } from "../shared/money";
import { plainText } from "../shared/plain-text";
import { type AccountReference, type Charge, isReadable, MOST_CHARGES, type Payee } from "./payment-terms";

/** Many payments in one file (UK file-payment-consents). */
export interface FilePayment {
  readonly kind: "file-payment";
  readonly fileType: string;
  /** SHA-256 of the file, base64, as the TPP announced it and the authorization server found it. */
  readonly fileHash: string;
  readonly fileReference?: string;
  readonly debtor?: AccountReference;
  readonly charges: readonly Charge[];
  readonly executeOn?: Date;
  readonly content: FileContent;
}

/** What the file holds: counted and added up by the authorization server from the file itself, never from the intent. */
export interface FileContent {
  readonly count: number;
  /** One sum for each currency. */
  readonly totals: readonly Money[];
  /** The first ten at most, in the file's order (P-19). */
  readonly firstRows: readonly FileRow[];
}

export interface FileRow {
  readonly payee: Payee;
  readonly amount: Money;
  readonly reference?: string;
}

/** How many payments of a file are shown one by one (P-19). */
export const ROWS_SHOWN = 10;

/**
 * Whether somebody can agree to it: it pays something, to accounts that can be told by their numbers, and what is said
 * of it adds up as far as it can be seen here.
 */
export function canBePaidOut({ content, charges, debtor }: FilePayment): boolean {
  const { count, totals, firstRows } = content;
  if (!Number.isSafeInteger(count) || count < 1 || firstRows.length !== Math.min(count, ROWS_SHOWN)) return false;
  if (charges.length > MOST_CHARGES || (debtor && !isReadable(debtor))) return false;
  const isPaid = ({ minor }: Money) => minor > 0n;
  const isTold = ({ payee, amount }: FileRow) =>
    isReadable(payee) && plainText(payee.name) !== undefined && isPaid(amount);
  return firstRows.every(isTold) && totals.every(isPaid) && addsUp(content);
}

/** Whether these are all payments of the file that was counted, and they come to what was said of it. */
export function isOfFile(rows: readonly FileRow[], { count, totals, firstRows }: FileContent): boolean {
  const begins = firstRows.every((row, at) => rows[at] !== undefined && textOf(row) === textOf(rows[at]));
  return rows.length === count && begins && addsUp({ count, totals, firstRows: rows });
}

const textOf = ({ payee, amount, reference }: FileRow): string =>
  JSON.stringify([payee.scheme, payee.identification, payee.name, decimalOf(amount), amount.currency, reference]);

/** One total for each currency, none of them less than the rows that are seen, and the same where those are all. */
function addsUp({ count, totals, firstRows }: FileContent): boolean {
  const sums = new Map<string, bigint>();
  for (const { amount } of firstRows) sums.set(amount.currency, (sums.get(amount.currency) ?? 0n) + amount.minor);
  const of = new Map(totals.map(({ currency, minor }) => [currency, minor]));
  if (of.size !== totals.length || [...sums.keys()].some((currency) => !of.has(currency))) return false;
  const isWhole = count === firstRows.length;
  return totals.every(({ currency, minor }) => {
    const seen = sums.get(currency) ?? 0n;
    return isWhole ? seen === minor : seen <= minor;
  });
}
