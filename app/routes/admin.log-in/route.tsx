import { data, type HeadersFunction, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { paths } from "~/paths";
import { StaffEntry } from "~/ui/admin/staff-entry";
import { goesOnTo, goingOnTo } from "~/web/log-in-after-form.server";
import { adminPath, dropOldAttempts, keepAttempt } from "~/web/log-in-attempt.server";
import { unlessAway } from "~/web/require-customer.server";
import { requireStaffLogIn } from "~/web/require-staff.server";
import { stepUpAcr } from "~/web/staff-session.server";

export const handle = { noJs: true };

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta = () => [{ title: "Sign in – consent administration" }];

/** Sends the browser to the staff realm, and remembers where it wanted to go. */
export async function loader({ request }: LoaderFunctionArgs) {
  const staffLogin = requireStaffLogIn();
  const onTo = goesOnTo(request);
  if (onTo !== undefined) return data({ is: "needed", again: onTo, locale: "en-GB" } as const, goingOnTo(onTo));
  const asked = new URL(request.url).searchParams;
  const to = adminPath(asked.get("to")) ?? paths.admin;
  const begun = await unlessAway(staffLogin.begin("en-GB", asked.has("step-up") ? stepUpAcr() : undefined));
  if (!begun)
    return data({ is: "unavailable", again: paths.adminLogIn(to), locale: "en-GB" } as const, { status: 503 });
  const headers = new Headers();
  for (const cookie of dropOldAttempts(request)) headers.append("Set-Cookie", cookie);
  headers.append("Set-Cookie", await keepAttempt({ ...begun.attempt, to }));
  throw redirect(begun.address.href, { status: 303, headers });
}

export default function LogIn() {
  return <StaffEntry view={useLoaderData<typeof loader>()} />;
}
