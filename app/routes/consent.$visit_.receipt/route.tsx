import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asVisitId } from "~/domain/shared/ids";
import { enGB } from "~/i18n/en-GB/index";
import { presentReceipt } from "~/ui/present-receipt";
import { presentReceiptPage } from "~/ui/present-receipt-page";
import { ReceiptPage, type ReceiptPageView } from "~/ui/receipt-page";
import { receiptCheckAddress, requireReceipt } from "~/web/receipt-answer.server";
import { bankOf } from "~/web/stop.server";

export const handle = { noJs: true };

export const meta: MetaFunction<typeof loader> = ({ data: shown }) =>
  shown ? [{ title: shown.letter.documentTitle }] : [];

/** The receipt of what was answered on this visit, for the browser that answered. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const receipt = await requireReceipt(request, params.visit);
  const letter = presentReceipt(receipt.record, { ...receipt, checkAddress: receiptCheckAddress() }, enGB);
  return data(presentReceiptPage(letter, { visit: asVisitId(params.visit ?? ""), bank: bankOf() }, enGB));
}

export default function Receipt() {
  return <ReceiptPage view={useLoaderData<typeof loader>() as ReceiptPageView} />;
}
