import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { paths } from "~/paths";
import type { LogInOutcome } from "~/ports/bank-login";
import type { EntryView } from "~/ui/dashboard-view";
import { EntryPage } from "~/ui/entry-page";
import { presentEntry } from "~/ui/present-dashboard";
import { wordsFor } from "~/web/language.server";
import { log } from "~/web/log.server";
import { attemptOf, dropAttempt, type KeptAttempt } from "~/web/log-in-attempt.server";
import { requireLogIn, unlessAway } from "~/web/require-customer.server";
import { logIn } from "~/web/session.server";
import { bankOf } from "~/web/stop.server";
import { withRecord } from "~/web/with-record.server";

export const handle = { noJs: true };

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.documentTitle ?? "" }];

const STATUS = { cancelled: 200, failed: 400, unavailable: 503 } as const;

const AWAY = { is: "unavailable" } as const;

/** Takes the identity provider's answer, once, in the browser that was sent there and in no other. */
export async function loader({ request }: LoaderFunctionArgs) {
  const bankLogin = requireLogIn();
  const answer = new URL(request.url);
  const attempt = await attemptOf(request, answer.searchParams.get("state"));
  if (!attempt) return notSignedIn(request, "failed");
  const outcome = (await unlessAway(withRecord(() => bankLogin.complete(answer, attempt)))) ?? AWAY;
  if (outcome.is !== "logged-in") return notSignedIn(request, reasonOf(outcome), attempt);
  const headers = withoutAttempt(attempt);
  headers.append("Set-Cookie", await withRecord(() => logIn(request, outcome)));
  log().info("a customer logged in");
  throw redirect(attempt.to, { status: 303, headers });
}

function reasonOf(outcome: Exclude<LogInOutcome, { is: "logged-in" }> | typeof AWAY): keyof typeof STATUS {
  if (outcome.is !== "not-believed") return outcome.is;
  log().warn({ why: outcome.why }, "what came back from the identity provider was not believed");
  return "failed";
}

function notSignedIn(request: Request, is: keyof typeof STATUS, attempt?: KeptAttempt) {
  const to = paths.logIn(attempt?.to ?? paths.dashboard);
  const headers = withoutAttempt(attempt);
  return data(presentEntry({ is, to }, bankOf(), wordsFor(request)), { status: STATUS[is], headers });
}

/** Headers after which the browser has it no longer: an answer counts once. */
function withoutAttempt(attempt: KeptAttempt | undefined): Headers {
  const headers = new Headers();
  for (const cookie of attempt ? dropAttempt(attempt.state) : []) headers.append("Set-Cookie", cookie);
  return headers;
}

export default function LogInReturn() {
  return <EntryPage view={useLoaderData<typeof loader>() as EntryView} />;
}
