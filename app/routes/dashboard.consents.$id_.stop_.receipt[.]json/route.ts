import type { LoaderFunctionArgs } from "@remix-run/node";
import { receiptFile } from "~/domain/receipts/receipt-file";
import { fileAnswer } from "~/web/file-answer.server";
import { requireOwnStopReceipt } from "~/web/own-stop-receipt.server";

/** The receipt of a stop as data, for the customer who is signed in. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const { record, signed } = await requireOwnStopReceipt(request, params.id);
  return fileAnswer(receiptFile(record, signed), "application/json", "consent-receipt.json");
}
