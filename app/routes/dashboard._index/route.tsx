import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { shelfAskedOf } from "~/domain/shelf/shelf-asked";
import { DashboardHome } from "~/ui/dashboard-home";
import { withUnread } from "~/ui/present-notices";
import type { ShelfView } from "~/ui/shelf-view";
import { requireCorrelationId } from "~/web/correlation.server";
import { wordsFor } from "~/web/language.server";
import { requireCustomer } from "~/web/require-customer.server";
import { services } from "~/web/services.server";
import { bankOf } from "~/web/stop.server";
import { withRecord } from "~/web/with-record.server";
import { presentShelf } from "./present";

export const handle = { noJs: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle ?? "" }];

/** What the customer who is signed in shares and pays, as the address asks for it. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { customer, unread } = await requireCustomer(request);
  const asked = shelfAskedOf(new URL(request.url).searchParams);
  const context = { correlationId: requireCorrelationId() };
  const seen = await withRecord(() => services().viewShelf(customer, asked, context));
  const words = wordsFor(request);
  return withUnread(presentShelf({ ...seen, now: new Date() }, bankOf(), words), unread, words);
}

export default function Home() {
  return <DashboardHome view={useLoaderData<typeof loader>() as ShelfView} />;
}
