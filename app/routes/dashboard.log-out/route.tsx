import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { paths } from "~/paths";
import type { EntryView } from "~/ui/dashboard-view";
import { EntryPage } from "~/ui/entry-page";
import { presentEntry } from "~/ui/present-dashboard";
import { wordsFor } from "~/web/language.server";
import { requireSameOrigin } from "~/web/origin-check.server";
import { requireLogIn } from "~/web/require-customer.server";
import { loggedIn, logOut } from "~/web/session.server";
import { bankOf } from "~/web/stop.server";
import { withRecord } from "~/web/with-record.server";

export const handle = { noJs: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle ?? "" }];

/** Says that nobody is signed in here, or asks whether that is wanted: an address alone ends nothing. */
export async function loader({ request }: LoaderFunctionArgs) {
  requireLogIn();
  const customer = await withRecord(() => loggedIn(request));
  return presentEntry({ is: customer ? "still-in" : "signed-out" }, bankOf(), wordsFor(request));
}

/** Ends this browser's session, if it has one. */
export async function action({ request }: ActionFunctionArgs) {
  requireSameOrigin(request);
  requireLogIn();
  const cookie = await withRecord(() => logOut(request));
  return redirect(paths.logOut, { status: 303, headers: { "Set-Cookie": cookie } });
}

export default function LogOut() {
  return <EntryPage view={useLoaderData<typeof loader>() as EntryView} />;
}
