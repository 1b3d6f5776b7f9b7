import type { Money } from "../shared/money";
import type { AccountReference, Charge, Payee } from "./payment-terms";

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
