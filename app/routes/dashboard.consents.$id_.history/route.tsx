import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asConsentId } from "~/domain/shared/ids";
import { HistoryPage } from "~/ui/own-consent/history-page";
import type { HistoryView } from "~/ui/own-consent/history-view";
import { withUnread } from "~/ui/present-notices";
import { requireCorrelationId } from "~/web/correlation.server";
import { wordsFor } from "~/web/language.server";
import { requireCustomer } from "~/web/require-customer.server";
import { services } from "~/web/services.server";
import { bankOf } from "~/web/stop.server";
import { withRecord } from "~/web/with-record.server";
import { comparedIn, namedIn } from "./form";
import { presentHistory } from "./present";

export const handle = { noJs: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle ?? "" }];

/** Every change of one consent of the customer who is signed in, and what differs between two of them (D-06, R-10). */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { customer, unread } = await requireCustomer(request);
  const url = new URL(request.url);
  const id = asConsentId(params.id ?? "");
  const context = { correlationId: requireCorrelationId() };
  const history = await withRecord(() => services().viewOwnHistory(id, customer, namedIn(url), context));
  if (!history) throw new Response(null, { status: 404 });
  const compared = comparedIn(
    url,
    history.versions.map(({ version }) => version),
  );
  const words = wordsFor(request);
  return withUnread(presentHistory(history, { bank: bankOf(), ...(compared && { compared }) }, words), unread, words);
}

export default function History() {
  return <HistoryPage view={useLoaderData<typeof loader>() as HistoryView} />;
}
