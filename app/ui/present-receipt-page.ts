import type { ReceiptLetter } from "~/domain/receipts/receipt-letter";
import type { Words } from "~/i18n/words";
import type { OwnReceiptView } from "./own-consent/own-receipt-page";
import { presentDashboard } from "./present-dashboard";
import { type Bank, presentFrame } from "./present-frame";
import { withUnread } from "./present-notices";
import type { ReceiptPageView } from "./receipt-page";

/** Where a receipt is looked at. */
interface ReceiptPlace {
  readonly bank: Bank;
  /** Their addresses. */
  readonly files: { readonly pdf: string; readonly json: string };
  readonly back: ReceiptPageView["back"];
}

/**
 * The page around a customer's own receipt: the ways to keep it, and the way back. They are in the language of whoever
 * looks; the receipt stays in its own.
 */
export function presentReceiptPage(
  letter: ReceiptLetter,
  { bank, files, back }: ReceiptPlace,
  words: Words,
): ReceiptPageView {
  const own = words.receipt;
  return {
    documentTitle: words.frame.titleOf(own.title, bank.name),
    frame: presentFrame(bank, words),
    letter,
    save: saveAs(files, words),
    back,
  };
}

/** The same among the customer's own pages. @param unread how many of their notices are new. */
export function presentOwnReceipt(
  letter: ReceiptLetter,
  { bank, files, back, unread }: ReceiptPlace & { readonly unread: number },
  words: Words,
): OwnReceiptView {
  const page = withUnread(presentDashboard(words.receipt.title, bank, words, ""), unread, words);
  return { ...page, letter, save: saveAs(files, words), back };
}

const saveAs = (files: ReceiptPlace["files"], { receipt: own }: Words): ReceiptPageView["save"] => ({
  title: own.save,
  as: [
    { label: own.saveAs.pdf, href: files.pdf },
    { label: own.saveAs.json, href: files.json },
  ],
});
