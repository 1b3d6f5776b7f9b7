import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isLive } from "~/domain/consent/lifecycle";
import { asConsentId } from "~/domain/shared/ids";
import { withUnread } from "~/ui/present-notices";
import { presentReads } from "~/ui/present-reads";
import { ReadsPage } from "~/ui/reads-page";
import type { ReadsView } from "~/ui/reads-view";
import { requireCorrelationId } from "~/web/correlation.server";
import { wordsFor } from "~/web/language.server";
import { requireCustomer } from "~/web/require-customer.server";
import { services } from "~/web/services.server";
import { bankOf } from "~/web/stop.server";
import { withRecord } from "~/web/with-record.server";
import { readsAsked } from "./asked";

export const handle = { noJs: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle ?? "" }];

/** What an app really read; the same for a consent that is not there and for somebody else's (C-07). */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { customer, unread } = await requireCustomer(request);
  const asked = readsAsked(new URL(request.url));
  const context = { correlationId: requireCorrelationId() };
  const reads = await withRecord(() =>
    services().viewAccessHistory(asConsentId(params.id ?? ""), customer, asked, context),
  );
  if (!reads) throw new Response(null, { status: 404 });
  const consent = { ...reads.consent, isLive: isLive(reads.consent.status) };
  const words = wordsFor(request);
  const view = presentReads({ ...reads, consent }, { bank: bankOf(), now: new Date(), ...asked }, words);
  return withUnread(view, unread, words);
}

export default function Reads() {
  return <ReadsPage view={useLoaderData<typeof loader>() as ReadsView} />;
}
