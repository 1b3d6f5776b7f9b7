import type { ReceiptLetter } from "~/domain/receipts/receipt-letter";
import type { FrameView } from "./frame-view";

/** The page that tells whether a receipt is genuine: the form, and what was found. Text is ready to be shown. */
export interface ReceiptCheckView {
  readonly documentTitle: string;
  readonly frame: FrameView;
  readonly title: string;
  readonly found?: Found;
  readonly form: CheckFormView;
}

export type Found =
  | { readonly is: "genuine"; readonly texts: readonly string[]; readonly says: string; readonly letter: ReceiptLetter }
  | { readonly is: "not-genuine" | "no-receipt"; readonly texts: readonly string[] };

export interface CheckFormView {
  readonly title?: string;
  readonly what: string;
  readonly file: { readonly label: string; readonly hint: string };
  readonly text: { readonly label: string; readonly hint: string };
  readonly submit: string;
  readonly privacy: string;
  readonly problem?: { readonly title: string; readonly message: string; readonly href: string };
}
