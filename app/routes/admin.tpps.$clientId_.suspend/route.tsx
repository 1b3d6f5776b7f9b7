import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asClientId } from "~/domain/shared/ids";
import { suspensionAsked } from "~/domain/tpp/suspension-asked";
import { paths } from "~/paths";
import { StaffFrame } from "~/ui/admin/staff-frame";
import { SuspendEffect, SuspendForm } from "~/ui/admin/tpp-suspend";
import { requireCorrelationId } from "~/web/correlation.server";
import { keyIn } from "~/web/form-key.server";
import { requireSameOrigin } from "~/web/origin-check.server";
import { requireSteppedUp } from "~/web/require-staff.server";
import { services } from "~/web/services.server";
import { staffPage } from "~/web/staff-page.server";
import { withRecord } from "~/web/with-record.server";
import { requireTpp } from "../admin.tpps.$clientId/tpp.server";
import { readSuspensionForm } from "./form";
import { COUNTED_TO, presentEffect } from "./present";

export const handle = { noJs: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Suspend ${data?.name ?? "a TPP"} – consent administration` },
];

/** what is asked for, and once it is said, whom it affects. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireSteppedUp(request, "tpps:suspend");
  const tpp = await requireTpp(params["clientId"]);
  const query = new URL(request.url).searchParams;
  const form = readSuspensionForm(query);
  const page = { ...staffPage(request, staff), name: tpp.name };
  const back = paths.adminTpp(tpp.clientId);
  if (!query.has("show")) return { ...page, form: { back, form, problems: [] } };
  const asked = suspensionAsked(tpp.clientId, form, new Date());
  if (!asked.ok) return { ...page, form: { back, form, problems: asked.error } };
  const affected = await withRecord(() => services().tppSuspensions.affected(tpp.clientId, COUNTED_TO));
  return { ...page, effect: presentEffect({ tpp, asked: asked.value, form, affected, key: randomUUID() }) };
}

/** Nothing is suspended by it: somebody else decides, where the bank's policy asks for that. */
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const clientId = params["clientId"] ?? "";
  const staff = await requireSteppedUp(request, "tpps:suspend", paths.adminTppSuspend(asClientId(clientId)));
  const tpp = await requireTpp(clientId);
  const sent = await request.formData();
  const form = readSuspensionForm(sent);
  const asked = suspensionAsked(tpp.clientId, form, new Date());
  const idempotencyKey = keyIn(sent);
  // The page that showed it was left open until its time had passed.
  if (!asked.ok)
    return redirect(paths.adminTppSuspend(tpp.clientId, new URLSearchParams({ ...form, show: "effect" })), 303);
  const approval = await withRecord(() =>
    services().approvals.ask({
      act: { name: "suspend-tpp", payload: asked.value },
      why: asked.value.reason,
      by: staff.id,
      idempotencyKey,
      correlationId: requireCorrelationId(),
    }),
  );
  return redirect(paths.adminApproval(approval.id), 303);
}

export default function Suspend() {
  const loaded = useLoaderData<typeof loader>();
  return (
    <StaffFrame view={loaded.frame} title={`Suspend ${loaded.name}`}>
      {"effect" in loaded ? <SuspendEffect view={loaded.effect} /> : <SuspendForm view={loaded.form} />}
    </StaffFrame>
  );
}
