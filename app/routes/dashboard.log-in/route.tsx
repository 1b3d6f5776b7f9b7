import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { paths } from "~/paths";
import type { EntryView } from "~/ui/dashboard-view";
import { EntryPage } from "~/ui/entry-page";
import { presentEntry } from "~/ui/present-dashboard";
import { wordsFor } from "~/web/language.server";
import { goesOnTo, goingOnTo } from "~/web/log-in-after-form.server";
import { dashboardPath, dropOldAttempts, keepAttempt } from "~/web/log-in-attempt.server";
import { requireLogIn, unlessAway } from "~/web/require-customer.server";
import { bankOf } from "~/web/stop.server";

export const handle = { noJs: true };

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.documentTitle ?? "" }];

/** Sends the browser to the bank's identity provider, and remembers where it wanted to go. */
export async function loader({ request }: LoaderFunctionArgs) {
  const bankLogin = requireLogIn();
  const words = wordsFor(request);
  const onTo = goesOnTo(request);
  if (onTo !== undefined) return data(presentEntry({ is: "cancelled", to: onTo }, bankOf(), words), goingOnTo(onTo));
  const to = dashboardPath(new URL(request.url).searchParams.get("to")) ?? paths.dashboard;
  const begun = await unlessAway(bankLogin.begin(words.locale));
  if (!begun) return data(presentEntry({ is: "unavailable", to: paths.logIn(to) }, bankOf(), words), { status: 503 });
  const headers = new Headers();
  for (const cookie of dropOldAttempts(request)) headers.append("Set-Cookie", cookie);
  headers.append("Set-Cookie", await keepAttempt({ ...begun.attempt, to }));
  throw redirect(begun.address.href, { status: 303, headers });
}

export default function LogIn() {
  return <EntryPage view={useLoaderData<typeof loader>() as EntryView} />;
}
