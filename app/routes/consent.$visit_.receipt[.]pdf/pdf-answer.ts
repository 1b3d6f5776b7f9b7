import { wordsIn } from "~/i18n/locale-lookup";
import { presentReceipt } from "~/ui/present-receipt";
import type { IssuedReceipt } from "~/use-cases/issue-receipt";
import { fileAnswer } from "~/web/file-answer.server";
import { receiptCheckAddress } from "~/web/receipt-answer.server";
import { services } from "~/web/services.server";

/** A receipt on paper, in its own language and sealed as it is. */
export async function pdfAnswer({ record, signed, code }: IssuedReceipt): Promise<Response> {
  const words = wordsIn(record.processing[0].language);
  const letter = presentReceipt(record, { code, checkAddress: receiptCheckAddress() }, words);
  const pdf = await services().printReceipt(letter, record, signed);
  return fileAnswer(new Uint8Array(pdf), "application/pdf", "consent-receipt.pdf");
}
