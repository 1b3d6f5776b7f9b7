import type { ReceiptLetter } from "~/domain/receipts/receipt-letter";
import type { Words } from "~/i18n/words";
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
  /** Among a customer's own pages, with how many of their notices are new; else where the answer was given. */
  readonly unread?: number;
}

/**
 * The page around a customer's own receipt: the ways to keep it, and the way back. They are in the language of whoever
 * looks; the receipt stays in its own.
 */
export function presentReceiptPage(
  letter: ReceiptLetter,
  { bank, files, back, unread }: ReceiptPlace,
  words: Words,
): ReceiptPageView {
  const own = words.receipt;
  const around =
    unread === undefined
      ? { documentTitle: words.frame.titleOf(own.title, bank.name), frame: presentFrame(bank, words) }
      : withUnread(presentDashboard(own.title, bank, words, ""), unread, words);
  return {
    ...around,
    letter,
    save: {
      title: own.save,
      as: [
        { label: own.saveAs.pdf, href: files.pdf },
        { label: own.saveAs.json, href: files.json },
      ],
    },
    back,
  };
}
