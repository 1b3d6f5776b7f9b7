import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { wordsIn } from "~/i18n/locale-lookup";
import { paths } from "~/paths";
import { OwnReceiptPage, type OwnReceiptView } from "~/ui/own-consent/own-receipt-page";
import { presentReceipt } from "~/ui/present-receipt";
import { presentOwnReceipt } from "~/ui/present-receipt-page";
import { wordsFor } from "~/web/language.server";
import { requireOwnReceipt } from "~/web/own-receipt.server";
import { receiptCheckAddress } from "~/web/receipt-answer.server";
import { bankOf } from "~/web/stop.server";

export const handle = { noJs: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle ?? "" }];

/** The receipt of an answer, for the customer who gave it (D-13). */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { consent, decision, receipt, unread } = await requireOwnReceipt(request, params.id);
  const own = wordsIn(receipt.record.processing[0].language);
  const letter = presentReceipt(receipt.record, { ...receipt, checkAddress: receiptCheckAddress() }, own);
  const words = wordsFor(request);
  const place = {
    bank: bankOf(),
    unread,
    files: {
      pdf: paths.connectionReceiptFile(consent, decision, "pdf"),
      json: paths.connectionReceiptFile(consent, decision, "json"),
    },
    back: { label: words.connectionDetail.backToDetails, href: paths.connection(consent) },
  };
  return presentOwnReceipt(letter, place, words);
}

export default function Receipt() {
  return <OwnReceiptPage view={useLoaderData<typeof loader>() as OwnReceiptView} />;
}
