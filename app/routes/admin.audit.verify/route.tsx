import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { paths } from "~/paths";
import { ChecksPage } from "~/ui/admin/audit-checks-page";
import type { ChecksView } from "~/ui/admin/audit-view";
import { StaffFrame } from "~/ui/admin/staff-frame";
import { askOrStop } from "~/web/asked-check.server";
import { asTheLoaderSaid, lookedAtAgain } from "~/web/look-again.server";
import { requireSameOrigin } from "~/web/origin-check.server";
import { requireStaff } from "~/web/require-staff.server";
import { services } from "~/web/services.server";
import { staffPage } from "~/web/staff-page.server";
import { withRecord } from "~/web/with-record.server";
import { presentChecks } from "./present";

export const handle = { noJs: true };

export const headers = asTheLoaderSaid;

export const meta: MetaFunction = () => [{ title: "Verify the record – consent administration" }];

const SHOWN = 20;

/** the looks through all of the record, and how far the one under way has come. */
export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "audit:view");
  const { auditStanding, askedChecks, staffDesk } = services();
  return withRecord(async () => {
    const [standing, checks] = await Promise.all([auditStanding(), askedChecks.recent("verify-record", SHOWN)]);
    const names = await staffDesk.namesOf([...new Set(checks.map(({ askedBy }) => askedBy))]);
    const view = presentChecks({ standing, checks, names, staff: staff.id });
    return lookedAtAgain({ ...staffPage(request, staff), view }, view.running !== undefined);
  });
}

/** Has all of it looked through, in the background, or stops that. */
export async function action({ request }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const staff = await requireStaff(request, "audit:view");
  await askOrStop(await request.formData(), "verify-record", staff);
  return redirect(paths.adminAuditVerify, 303);
}

export default function VerifyRecord() {
  const { frame, view } = useLoaderData<typeof loader>();
  return (
    <StaffFrame view={frame} title="Verify the record">
      <ChecksPage view={view as ChecksView} />
    </StaffFrame>
  );
}
