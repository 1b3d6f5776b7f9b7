import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { paths } from "~/paths";
import type { RetentionView } from "~/ui/admin/operations-view";
import { RetentionPage } from "~/ui/admin/retention-page";
import { StaffFrame } from "~/ui/admin/staff-frame";
import { askOrStop } from "~/web/asked-check.server";
import { asTheLoaderSaid, lookedAtAgain } from "~/web/look-again.server";
import { requireSameOrigin } from "~/web/origin-check.server";
import { requireStaff } from "~/web/require-staff.server";
import { services } from "~/web/services.server";
import { staffPage } from "~/web/staff-page.server";
import { withRecord } from "~/web/with-record.server";
import { presentRetention } from "./present";

export const handle = { noJs: true };

export const headers = asTheLoaderSaid;

export const meta: MetaFunction = () => [{ title: "Retention – consent administration" }];

const SHOWN = 5;

/** how long what is kept, and what the sweeps would take away now. */
export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "operations:view");
  const { askedChecks, auditStanding, retentionPeriods } = services();
  return withRecord(async () => {
    const [checks, { now }] = await Promise.all([askedChecks.recent("count-due", SHOWN), auditStanding()]);
    const view = presentRetention(retentionPeriods, checks, { now, staff: staff.id });
    return lookedAtAgain({ ...staffPage(request, staff), view }, view.running !== undefined);
  });
}

/** Has it counted, in the background, or stops that: nothing is taken. */
export async function action({ request }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const staff = await requireStaff(request, "operations:view");
  await askOrStop(await request.formData(), "count-due", staff);
  return redirect(paths.adminRetention, 303);
}

export default function Retention() {
  const { frame, view } = useLoaderData<typeof loader>();
  return (
    <StaffFrame view={frame} title="Retention">
      <RetentionPage view={view as RetentionView} />
    </StaffFrame>
  );
}
