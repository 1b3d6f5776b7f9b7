import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asConsentId } from "~/domain/shared/ids";
import { ShownPage } from "~/ui/own-consent/shown-page";
import type { ShownPageView } from "~/ui/own-consent/shown-page-view";
import { withUnread } from "~/ui/present-notices";
import { wordsFor } from "~/web/language.server";
import { requireCustomer } from "~/web/require-customer.server";
import { services } from "~/web/services.server";
import { bankOf } from "~/web/stop.server";
import { withRecord } from "~/web/with-record.server";
import { presentShownPage } from "./present";

export const handle = { noJs: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle ?? "" }];

/** The page that one answer of the customer who is signed in rests on. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { customer, unread } = await requireCustomer(request);
  const own = await withRecord(() =>
    services().viewOwnPage(asConsentId(params.id ?? ""), customer, params.decision ?? ""),
  );
  const words = wordsFor(request);
  const view = own && presentShownPage(own, bankOf(), words);
  if (!view) throw new Response(null, { status: 404 });
  return withUnread(view, unread, words);
}

export default function Shown() {
  return <ShownPage view={useLoaderData<typeof loader>() as unknown as ShownPageView} />;
}
