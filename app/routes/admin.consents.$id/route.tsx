import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isDay } from "~/domain/search/day-range";
import { isLookReason } from "~/domain/staff/look-reason";
import { staffNote } from "~/domain/staff/staff-note";
import { ConsentDetail } from "~/ui/admin/consent-detail";
import type { ConsentDetailView } from "~/ui/admin/consent-detail-view";
import { LookQuestion } from "~/ui/admin/look-question";
import { StaffFrame } from "~/ui/admin/staff-frame";
import { requireCorrelationId } from "~/web/correlation.server";
import { requireSameOrigin } from "~/web/origin-check.server";
import { afterLook, requireConsent } from "~/web/require-look.server";
import { requireStaff } from "~/web/require-staff.server";
import { services } from "~/web/services.server";
import { staffPage } from "~/web/staff-page.server";
import { bankOf } from "~/web/stop.server";
import { withRecord } from "~/web/with-record.server";
import { NOT_DONE, notDoneWords } from "../admin.consents.$id_.hold/not-done";
import { presentConsentDetail } from "./present";
import { READS_BEFORE } from "./present-reads";

export const handle = { noJs: true };

export const meta: MetaFunction = ({ params }) => [{ title: `Consent ${params.id} – consent administration` }];

/** One consent. Whoever has not said why they look is asked that first, and sees nothing else of it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "consents:view");
  const { id, customer } = await requireConsent(params.id);
  const url = new URL(request.url);
  const look = await withRecord(() => services().staffLooks.of(staff.id, id));
  if (!look) {
    const question = { id, to: afterLook(url.searchParams.get("to"), id), withNote: customer !== undefined };
    return { ...staffPage(request, staff), question, view: undefined };
  }
  const before = url.searchParams.get(READS_BEFORE) ?? undefined;
  if (before !== undefined && !isDay(before)) throw new Response(null, { status: 400 });
  const notDone = notDoneWords(url.searchParams.get(NOT_DONE));
  const context = { correlationId: requireCorrelationId() };
  const found = await withRecord(() => services().viewConsentAsStaff(id, before, context));
  if (!found) throw new Response(null, { status: 404 });
  const scene = {
    may: staff.may,
    bank: bankOf(),
    look,
    now: new Date(),
    ...(before !== undefined && { readsBefore: before }),
    ...(notDone !== undefined && { notDone }),
  };
  return { ...staffPage(request, staff), question: undefined, view: presentConsentDetail(found, scene) };
}

/** Why somebody looks: it opens this one consent to them for half an hour. */
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const staff = await requireStaff(request, "consents:view");
  const { id, clientId, customer } = await requireConsent(params.id);
  const form = await request.formData();
  const [reason, note, to] = ["reason", "note", "to"].map((name) => String(form.get(name) ?? ""));
  if (reason === undefined || !isLookReason(reason)) {
    const question = { id, to: afterLook(to, id), withNote: customer !== undefined, note: note ?? "", unchosen: true };
    return data({ ...staffPage(request, staff), question }, { status: 422 });
  }
  const look = { staff: staff.id, consentId: id, clientId, ...(customer && { customer }), reason };
  await withRecord(() =>
    services().staffLooks.begin({
      ...look,
      note: staffNote(note) ?? "",
      correlationId: requireCorrelationId(),
    }),
  );
  return redirect(afterLook(to, id), 303);
}

export default function Consent() {
  const { frame, question, view } = useLoaderData<typeof loader>();
  const asked = useActionData<typeof action>()?.question ?? question;
  if (asked || !view) {
    return (
      <StaffFrame view={frame} title="Why do you look at this consent?">
        {asked && <LookQuestion view={asked} />}
      </StaffFrame>
    );
  }
  const { title, acts } = view as ConsentDetailView;
  return (
    <StaffFrame
      view={frame}
      title={title}
      actions={acts.map(({ label, href }) => (
        <a key={href} className="act" href={href}>
          {label}
        </a>
      ))}
    >
      <ConsentDetail view={view as ConsentDetailView} />
    </StaffFrame>
  );
}
