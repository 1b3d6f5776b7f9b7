import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isEventId } from "~/domain/audit/audit-asked";
import { AuditEventPage } from "~/ui/admin/audit-event-page";
import type { AuditEventView } from "~/ui/admin/audit-view";
import { readableJson } from "~/ui/admin/readable-json";
import { StaffFrame } from "~/ui/admin/staff-frame";
import { requireCorrelationId } from "~/web/correlation.server";
import { requireSameOrigin } from "~/web/origin-check.server";
import { requireStaff } from "~/web/require-staff.server";
import { services } from "~/web/services.server";
import { staffPage } from "~/web/staff-page.server";
import { withRecord } from "~/web/with-record.server";
import { staffIn } from "../admin.audit._index/present";
import { presentEvent } from "./present";

export const handle = { noJs: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.view.title ?? "Event"} – consent administration` },
];

/** one event, what it says, and its place in the chain. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "audit:view");
  if (!isEventId(params.id)) throw new Response(null, { status: 404 });
  const { id } = params;
  return withRecord(async () => {
    const event = await services().auditEvent(id);
    if (!event) throw new Response(null, { status: 404 });
    const names = await services().staffDesk.namesOf(staffIn([event]));
    const view = presentEvent({ event, names, mayOpen: staff.may.has("evidence:view") });
    return { ...staffPage(request, staff), view };
  });
}

/** What it says of a person. The answer is the page itself: what is personal stands in no address. */
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const staff = await requireStaff(request, "evidence:view");
  if (!isEventId(params.id)) throw new Response(null, { status: 404 });
  const { id } = params;
  const by = { staff: staff.id, correlationId: requireCorrelationId() };
  const opened = await withRecord(() => services().openEvidence(id, by));
  if (!opened) throw new Response(null, { status: 404 });
  return opened.is === "opened" ? { opened: readableJson(JSON.stringify(opened.personal)) } : opened.is;
}

export default function AuditEvent() {
  const { frame, view } = useLoaderData<typeof loader>();
  const personal = useActionData<typeof action>() ?? view.personal;
  return (
    <StaffFrame view={frame} title={view.title}>
      <AuditEventPage view={{ ...(view as AuditEventView), personal }} />
    </StaffFrame>
  );
}
