import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCustomerSessionId } from "~/domain/shared/ids";
import { paths } from "~/paths";
import type { SessionsView } from "~/ui/dashboard-view";
import { presentSessions } from "~/ui/present-dashboard";
import { withUnread } from "~/ui/present-notices";
import { SessionsPage } from "~/ui/sessions-page";
import { wordsFor } from "~/web/language.server";
import { requireSameOrigin } from "~/web/origin-check.server";
import { requireCustomer } from "~/web/require-customer.server";
import { services } from "~/web/services.server";
import { logOut } from "~/web/session.server";
import { bankOf } from "~/web/stop.server";
import { withRecord } from "~/web/with-record.server";

export const handle = { noJs: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle ?? "" }];

/** Where the customer is signed in. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { customer, session, unread } = await requireCustomer(request);
  const places = await withRecord(() => services().customerSessions.ofCustomer(customer));
  const words = wordsFor(request);
  return withUnread(presentSessions(places, session, bankOf(), words), unread, words);
}

/** Ends one of the customer's sessions, or all of them with this one. */
export async function action({ request }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const { customer } = await requireCustomer(request);
  const end = String((await request.formData()).get("end"));
  const { logOut: ways } = services();
  if (end !== "everywhere") {
    await withRecord(() => ways.there(customer, asCustomerSessionId(end)));
    return redirect(paths.sessions, 303);
  }
  await withRecord(() => ways.everywhere(customer));
  const cookie = await withRecord(() => logOut(request));
  return redirect(paths.logOut, { status: 303, headers: { "Set-Cookie": cookie } });
}

export default function Sessions() {
  return <SessionsPage view={useLoaderData<typeof loader>() as SessionsView} />;
}
