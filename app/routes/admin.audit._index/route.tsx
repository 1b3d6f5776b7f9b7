import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { auditQueryOf } from "~/domain/audit/audit-asked";
import { AuditPage } from "~/ui/admin/audit-page";
import type { AuditView } from "~/ui/admin/audit-view";
import { StaffFrame } from "~/ui/admin/staff-frame";
import { requireCorrelationId } from "~/web/correlation.server";
import { requireStaff } from "~/web/require-staff.server";
import { services } from "~/web/services.server";
import { staffPage } from "~/web/staff-page.server";
import { withRecord } from "~/web/with-record.server";
import { presentAudit, staffIn } from "./present";

export const handle = { noJs: true };

export const meta = () => [{ title: "Audit – consent administration" }];

/** how the record of evidence stands, and what is in it. */
export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "audit:view");
  const { searchParams } = new URL(request.url);
  const query = auditQueryOf(searchParams);
  if (!query) throw new Response(null, { status: 400 });
  const { searchEvidence, auditStanding, askedChecks, staffDesk } = services();
  const by = { staff: staff.id, correlationId: requireCorrelationId() };
  return withRecord(async () => {
    const [found, standing, checks] = await Promise.all([
      searchEvidence(query.asked, query.place, by),
      auditStanding(),
      askedChecks.recent("verify-record", 5),
    ]);
    const names = await staffDesk.namesOf(staffIn(found.events));
    const mayExport = staff.may.has("audit:export");
    return {
      ...staffPage(request, staff),
      view: presentAudit({ query, found, standing, checks, names, mayExport, tooMany: searchParams.has("too-many") }),
    };
  });
}

export default function Audit() {
  const { frame, view } = useLoaderData<typeof loader>();
  return (
    <StaffFrame view={frame} title="Audit">
      <AuditPage view={view as AuditView} />
    </StaffFrame>
  );
}
