import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireReceiptFile } from "~/web/receipt-answer.server";
import { pdfAnswer } from "./pdf-answer";

/** The receipt on paper, for the browser that answered. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  return pdfAnswer(await requireReceiptFile(request, params.visit));
}
