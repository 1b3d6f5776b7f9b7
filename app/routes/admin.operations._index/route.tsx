import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { paths } from "~/paths";
import { OperationsPage } from "~/ui/admin/operations-page";
import type { OperationsView } from "~/ui/admin/operations-view";
import { StaffFrame } from "~/ui/admin/staff-frame";
import { requireCorrelationId } from "~/web/correlation.server";
import { asTheLoaderSaid, lookedAtAgain } from "~/web/look-again.server";
import { requireSameOrigin } from "~/web/origin-check.server";
import { requireStaff } from "~/web/require-staff.server";
import { services } from "~/web/services.server";
import { staffPage } from "~/web/staff-page.server";
import { withRecord } from "~/web/with-record.server";
import { presentOperations } from "./present";

export const handle = { noJs: true };

export const headers = asTheLoaderSaid;

export const meta: MetaFunction = () => [{ title: "Operations – consent administration" }];

/** how each job fares, and how whom we depend on answers. */
export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "operations:view");
  const { jobBook, lastHeardFromAuthority, upstreamsHeard } = services();
  return withRecord(async () => {
    const [jobs, heard] = await Promise.all([jobBook.all(), lastHeardFromAuthority()]);
    const mayRetry = staff.may.has("operations:retry");
    const view = presentOperations({ jobs, heard, upstreams: upstreamsHeard(), mayRetry });
    return lookedAtAgain({ ...staffPage(request, staff), view }, view.isAsked);
  });
}

/** Asks the worker for a round of one job at once: it does nothing that the job would not do by itself. */
export async function action({ request }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const staff = await requireStaff(request, "operations:retry");
  const job = (await request.formData()).get("job");
  const isAsked =
    typeof job === "string" &&
    (await withRecord(() => services().askedRounds.ask(job.slice(0, 100), staff.id, requireCorrelationId())));
  if (!isAsked) throw new Response(null, { status: 404 });
  return redirect(paths.adminOperations, 303);
}

export default function Operations() {
  const { frame, view } = useLoaderData<typeof loader>();
  return (
    <StaffFrame view={frame} title="Operations">
      <OperationsPage view={view as OperationsView} />
    </StaffFrame>
  );
}
