import type { LoaderFunctionArgs } from "@remix-run/node";
import { receiptFile } from "~/domain/receipts/receipt-file";
import { fileAnswer } from "~/web/file-answer.server";
import { requireReceiptFile } from "~/web/receipt-answer.server";

/** The receipt as data: what was signed, to be read, and the signature. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const { record, signed } = await requireReceiptFile(request, params.visit);
  return fileAnswer(receiptFile(record, signed), "application/json", "consent-receipt.json");
}
