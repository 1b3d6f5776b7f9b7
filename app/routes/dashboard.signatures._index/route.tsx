import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { positionOf } from "~/domain/shared/position";
import { withUnread } from "~/ui/present-notices";
import { SignedPage } from "~/ui/signed-page";
import type { SignedView } from "~/ui/signing-view";
import { wordsFor } from "~/web/language.server";
import { requireCustomer } from "~/web/require-customer.server";
import { services } from "~/web/services.server";
import { bankOf } from "~/web/stop.server";
import { withRecord } from "~/web/with-record.server";
import { presentSigned } from "./present";

export const handle = { noJs: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle ?? "" }];

const SIZE = 25;

/** What the customer who is signed in here has signed of what others asked for (D-14). */
export async function loader({ request }: LoaderFunctionArgs) {
  const { customer, unread } = await requireCustomer(request);
  const from = positionOf(new URL(request.url).searchParams);
  const signed = await withRecord(() => services().signedRequests.of(customer, { size: SIZE, ...(from && { from }) }));
  const words = wordsFor(request);
  return withUnread(presentSigned(signed, bankOf(), words), unread, words);
}

export default function Signed() {
  return <SignedPage view={useLoaderData<typeof loader>() as SignedView} />;
}
