import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asVisitId } from "~/domain/shared/ids";
import { wordsIn } from "~/i18n/locale-lookup";
import { paths } from "~/paths";
import { presentReceipt } from "~/ui/present-receipt";
import { presentReceiptPage } from "~/ui/present-receipt-page";
import { ReceiptPage, type ReceiptPageView } from "~/ui/receipt-page";
import { wordsFor } from "~/web/language.server";
import { receiptCheckAddress, requireReceipt } from "~/web/receipt-answer.server";
import { bankOf } from "~/web/stop.server";

export const handle = { noJs: true };

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => (shown ? [{ title: shown.documentTitle }] : []);

/** The receipt of what was answered on this visit, for the browser that answered. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const receipt = await requireReceipt(request, params.visit);
  const own = wordsIn(receipt.record.processing[0].language);
  const letter = presentReceipt(receipt.record, { ...receipt, checkAddress: receiptCheckAddress() }, own);
  const visit = asVisitId(params.visit ?? "");
  const words = wordsFor(request);
  const place = {
    bank: bankOf(),
    files: { pdf: paths.receiptPdf(visit), json: paths.receiptJson(visit) },
    back: { label: words.receipt.back, href: paths.consentOutcome(visit) },
  };
  return data(presentReceiptPage(letter, place, words));
}

export default function Receipt() {
  return <ReceiptPage view={useLoaderData<typeof loader>() as ReceiptPageView} />;
}
