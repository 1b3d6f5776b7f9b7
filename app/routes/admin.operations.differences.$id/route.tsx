import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { validate as isUuid } from "uuid";
import { paths } from "~/paths";
import { DifferencePage } from "~/ui/admin/differences-page";
import type { DifferenceView } from "~/ui/admin/operations-view";
import { StaffFrame } from "~/ui/admin/staff-frame";
import { requireCorrelationId } from "~/web/correlation.server";
import { requireSameOrigin } from "~/web/origin-check.server";
import { requireStaff, requireSteppedUp } from "~/web/require-staff.server";
import { services } from "~/web/services.server";
import { staffPage } from "~/web/staff-page.server";
import { withRecord } from "~/web/with-record.server";
import { presentDifference } from "./present";

export const handle = { noJs: true };

export const meta = () => [{ title: "Difference – consent administration" }];

const PROPOSALS = ["take-record", "take-over-customer", "end"] as const;

/** one difference, held against the authorization server now, and what would settle it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "operations:view");
  const id = idIn(params.id);
  const difference = await withRecord(() => services().viewDifference(id));
  if (!difference) throw new Response(null, { status: 404 });
  const mayRepair = staff.may.has("operations:repair");
  // Whoever could settle it was asked who they are before they read what it does.
  if (mayRepair && !staff.steppedUp) await requireSteppedUp(request, "operations:repair");
  const outcome = new URL(request.url).searchParams.get("outcome");
  return { ...staffPage(request, staff), view: presentDifference({ difference, mayRepair, outcome }) };
}

/** Settles it as it was shown; where it is another matter meanwhile, nothing is done. */
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  await requireStaff(request, "operations:repair");
  const id = idIn(params.id);
  const staff = await requireSteppedUp(request, "operations:repair", paths.adminDifference(id));
  const given = (await request.formData()).get("proposal");
  const proposal = PROPOSALS.find((each) => each === given);
  if (!proposal) throw new Response(null, { status: 400 });
  const by = { staff: staff.id, correlationId: requireCorrelationId() };
  const isSettled = await withRecord(() => services().settleDifference(id, proposal, by));
  if (isSettled === undefined) throw new Response(null, { status: 404 });
  return redirect(`${paths.adminDifference(id)}?outcome=${isSettled ? "settled" : "meanwhile"}`, 303);
}

/** @throws Response 404 */
function idIn(id: string | undefined): string {
  if (!isUuid(id)) throw new Response(null, { status: 404 });
  return id as string;
}

export default function OneDifference() {
  const { frame, view } = useLoaderData<typeof loader>();
  return (
    <StaffFrame view={frame} title="Difference">
      <DifferencePage view={view as DifferenceView} />
    </StaffFrame>
  );
}
