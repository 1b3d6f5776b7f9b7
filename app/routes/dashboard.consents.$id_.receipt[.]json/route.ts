import type { LoaderFunctionArgs } from "@remix-run/node";
import { receiptFile } from "~/domain/receipts/receipt-file";
import { fileAnswer } from "~/web/file-answer.server";
import { requireOwnReceipt } from "~/web/own-receipt.server";

/** The receipt as data, for the customer who is signed in. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const { record, signed } = (await requireOwnReceipt(request, params.id)).receipt;
  return fileAnswer(receiptFile(record, signed), "application/json", "consent-receipt.json");
}
