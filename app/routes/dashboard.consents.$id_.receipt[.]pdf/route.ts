import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireOwnReceipt } from "~/web/own-receipt.server";
import { pdfAnswer } from "../consent.$visit_.receipt[.]pdf/pdf-answer";

/** The receipt on paper, for the customer who is signed in. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  return pdfAnswer((await requireOwnReceipt(request, params.id)).receipt);
}
