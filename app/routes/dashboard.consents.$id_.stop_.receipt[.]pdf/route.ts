import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireOwnStopReceipt } from "~/web/own-stop-receipt.server";
import { pdfAnswer } from "../consent.$visit_.receipt[.]pdf/pdf-answer";

/** The receipt of a stop on paper, for the customer who is signed in. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  return pdfAnswer(await requireOwnStopReceipt(request, params.id));
}
