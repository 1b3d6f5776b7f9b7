import { aReceiptFacts } from "~/domain/receipts/builders";
import type { ReceiptFacts } from "~/domain/receipts/receipt-facts";
import { asVisitId } from "~/domain/shared/ids";
import { enGB } from "~/i18n/en-GB/index";
import { composeReceipt } from "~/web/compose-receipt";
import { presentReceipt } from "./present-receipt";
import { type CheckOutcome, presentReceiptCheck } from "./present-receipt-check";
import { presentReceiptPage } from "./present-receipt-page";
import { ReceiptCheckPage } from "./receipt-check-page";
import { ReceiptPage } from "./receipt-page";

export const BANK = { name: "Northlight Bank", phone: "0800 555 0199" };

export const receiptOf = composeReceipt(
  {
    ...BANK,
    address: "1 Harbour Square, Leeds LS1 1AA",
    privacyNotice: "https://northlight.example/privacy",
    country: "GB",
    recordsKeptFor: "P6Y",
  },
  enGB,
);
export const CODE = "K7QM-3F0A-9XTC";
const ON_PAPER = { code: CODE, checkAddress: "https://consent.northlight.example/receipts/check" };

export function receipt(name: string, over: Partial<ReceiptFacts> = {}) {
  const letter = presentReceipt(receiptOf(aReceiptFacts(over)), ON_PAPER, enGB);
  const view = presentReceiptPage(letter, { visit: asVisitId("v1"), bank: BANK }, enGB);
  return { name, element: <ReceiptPage view={view} /> };
}

export function checked(name: string, outcome: CheckOutcome) {
  const context = { bank: BANK, checkAddress: ON_PAPER.checkAddress };
  return { name, element: <ReceiptCheckPage view={presentReceiptCheck(outcome, context, enGB)} /> };
}
