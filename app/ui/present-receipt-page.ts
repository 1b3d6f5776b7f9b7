import type { ReceiptLetter } from "~/domain/receipts/receipt-letter";
import type { VisitId } from "~/domain/shared/ids";
import type { Words } from "~/i18n/words";
import { paths } from "~/paths";
import { type Bank, presentFrame } from "./present-frame";
import type { ReceiptPageView } from "./receipt-page";

/**
 * The page around a customer's own receipt: the ways to keep it, and the way back. They are in the language of whoever
 * looks; the receipt stays in its own.
 */
export function presentReceiptPage(
  letter: ReceiptLetter,
  { visit, bank }: { readonly visit: VisitId; readonly bank: Bank },
  words: Words,
): ReceiptPageView {
  const own = words.receipt;
  return {
    documentTitle: words.frame.titleOf(own.title, bank.name),
    frame: presentFrame(bank, words),
    letter,
    save: {
      title: own.save,
      as: [
        { label: own.saveAs.pdf, href: paths.receiptPdf(visit) },
        { label: own.saveAs.json, href: paths.receiptJson(visit) },
      ],
    },
    back: { label: own.back, href: paths.consentOutcome(visit) },
  };
}
