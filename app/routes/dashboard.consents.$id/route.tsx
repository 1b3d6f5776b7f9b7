import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asConsentId } from "~/domain/shared/ids";
import { OwnConsentPage } from "~/ui/own-consent/own-consent-page";
import type { OwnConsentView } from "~/ui/own-consent/own-consent-view";
import { withUnread } from "~/ui/present-notices";
import { requireCorrelationId } from "~/web/correlation.server";
import { wordsFor } from "~/web/language.server";
import { requireCustomer } from "~/web/require-customer.server";
import { services } from "~/web/services.server";
import { bankOf } from "~/web/stop.server";
import { withRecord } from "~/web/with-record.server";
import { presentOwnConsent } from "./present";

export const handle = { noJs: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle ?? "" }];

/** One consent of the customer who is signed in; the same for one that is not there and for somebody else's (C-07). */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { customer, unread } = await requireCustomer(request);
  const context = { correlationId: requireCorrelationId() };
  const { viewOwnConsent, lastHeardFromAuthority } = services();
  const [own, lastHeard] = await withRecord(() =>
    Promise.all([viewOwnConsent(asConsentId(params.id ?? ""), customer, context), lastHeardFromAuthority()]),
  );
  if (!own) throw new Response(null, { status: 404 });
  const words = wordsFor(request);
  const view = presentOwnConsent(own, { customer, bank: bankOf(), now: new Date(), lastHeard }, words);
  return withUnread(view, unread, words);
}

export default function OwnConsent() {
  return <OwnConsentPage view={useLoaderData<typeof loader>() as OwnConsentView} />;
}
