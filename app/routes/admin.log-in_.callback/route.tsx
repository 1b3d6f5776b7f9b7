import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { paths } from "~/paths";
import { StaffEntry } from "~/ui/admin/staff-entry";
import { requireCorrelationId } from "~/web/correlation.server";
import { log } from "~/web/log.server";
import { adminPath, attemptOf, dropAttempt, type KeptAttempt } from "~/web/log-in-attempt.server";
import { unlessAway } from "~/web/require-customer.server";
import { requireStaffLogIn } from "~/web/require-staff.server";
import { logStaffIn } from "~/web/staff-session.server";
import { withRecord } from "~/web/with-record.server";

export const handle = { noJs: true };

export const meta = () => [{ title: "Sign in – consent administration" }];

const STATUS = { cancelled: 200, failed: 400, unavailable: 503 } as const;

const AWAY = { is: "unavailable" } as const;

/** Takes the staff realm's answer, once, in the browser that was sent there and in no other. */
export async function loader({ request }: LoaderFunctionArgs) {
  const staffLogin = requireStaffLogIn();
  const answer = new URL(request.url);
  const attempt = await attemptOf(request, answer.searchParams.get("state"));
  // A customer's attempt leads to no page of the portal: the two log-ins are not each other's.
  if (!attempt || !adminPath(attempt.to)) return notSignedIn("failed");
  const outcome = (await unlessAway(withRecord(() => staffLogin.complete(answer, attempt)))) ?? AWAY;
  if (outcome.is === "not-believed") {
    log().warn({ why: outcome.why }, "what came back from the staff realm was not believed");
    return notSignedIn("failed", attempt);
  }
  if (outcome.is !== "logged-in") return notSignedIn(outcome.is, attempt);
  const { staff, name, roles, acr, authTime } = outcome;
  const session = { staff, name, roles, acr, authTime, correlationId: requireCorrelationId() };
  const headers = withoutAttempt(attempt);
  headers.append("Set-Cookie", await withRecord(() => logStaffIn(request, session)));
  log().info({ staff }, "a member of staff logged in");
  throw redirect(attempt.to, { status: 303, headers });
}

function notSignedIn(is: keyof typeof STATUS, attempt?: KeptAttempt) {
  const again = paths.adminLogIn(adminPath(attempt?.to) ?? paths.admin);
  return data({ is, again, locale: "en-GB" }, { status: STATUS[is], headers: withoutAttempt(attempt) });
}

/** Headers after which the browser has it no longer: an answer counts once. */
function withoutAttempt(attempt: KeptAttempt | undefined): Headers {
  const headers = new Headers();
  for (const cookie of attempt ? dropAttempt(attempt.state) : []) headers.append("Set-Cookie", cookie);
  return headers;
}

export default function LogInReturn() {
  return <StaffEntry view={useLoaderData<typeof loader>()} />;
}
