import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { paths } from "~/paths";
import { StaffEntry, type StaffEntryView } from "~/ui/admin/staff-entry";
import { requireSameOrigin } from "~/web/origin-check.server";
import { requireStaffLogIn } from "~/web/require-staff.server";
import { logStaffOut, staffLoggedIn } from "~/web/staff-session.server";
import { withRecord } from "~/web/with-record.server";

export const handle = { noJs: true };

export const meta = () => [{ title: "Sign out – consent administration" }];

/** Says that nobody is signed in here, or asks whether that is wanted: an address alone ends nothing. */
export async function loader({ request }: LoaderFunctionArgs): Promise<StaffEntryView & { locale: string }> {
  requireStaffLogIn();
  const staff = await withRecord(() => staffLoggedIn(request));
  return { is: staff ? "still-in" : "signed-out", again: paths.admin, locale: "en-GB" };
}

/** Ends this browser's session, if it has one. */
export async function action({ request }: ActionFunctionArgs) {
  requireSameOrigin(request);
  requireStaffLogIn();
  const cookie = await withRecord(() => logStaffOut(request));
  return redirect(paths.adminLogOut, { status: 303, headers: { "Set-Cookie": cookie } });
}

export default function LogOut() {
  return <StaffEntry view={useLoaderData<typeof loader>()} />;
}
