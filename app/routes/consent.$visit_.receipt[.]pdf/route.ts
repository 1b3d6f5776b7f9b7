import type { LoaderFunctionArgs } from "@remix-run/node";
import { wordsIn } from "~/i18n/locale-lookup";
import { presentReceipt } from "~/ui/present-receipt";
import { fileAnswer } from "~/web/file-answer.server";
import { receiptCheckAddress, requireReceiptFile } from "~/web/receipt-answer.server";
import { services } from "~/web/services.server";

/** The receipt on paper, sealed as it is. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const { record, signed, code } = await requireReceiptFile(request, params.visit);
  const words = wordsIn(record.processing[0].language);
  const letter = presentReceipt(record, { code, checkAddress: receiptCheckAddress() }, words);
  const pdf = await services().printReceipt(letter, record, signed);
  return fileAnswer(new Uint8Array(pdf), "application/pdf", "consent-receipt.pdf");
}
