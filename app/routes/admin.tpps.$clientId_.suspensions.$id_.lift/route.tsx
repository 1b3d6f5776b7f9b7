import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { asClientId } from "~/domain/shared/ids";
import { staffNote } from "~/domain/staff/staff-note";
import { standingOf } from "~/domain/tpp/suspension";
import { paths } from "~/paths";
import { ReasonField } from "~/ui/admin/reason-field";
import { StaffFacts } from "~/ui/admin/staff-facts";
import { StaffFrame } from "~/ui/admin/staff-frame";
import { minute } from "~/ui/admin/staff-words";
import { SCOPE_WORDS } from "~/ui/admin/tpp-words";
import { requireCorrelationId } from "~/web/correlation.server";
import { keyIn } from "~/web/form-key.server";
import { requireSameOrigin } from "~/web/origin-check.server";
import { requireSteppedUp } from "~/web/require-staff.server";
import { services } from "~/web/services.server";
import { staffPage } from "~/web/staff-page.server";
import { withRecord } from "~/web/with-record.server";
import { requireTpp } from "../admin.tpps.$clientId/tpp.server";

export const handle = { noJs: true };

export const meta = () => [{ title: "Lift a suspension – consent administration" }];

interface Params {
  readonly clientId?: string;
  readonly id?: string;
}

/** What holds or will hold. @throws Response 404 for what is not this app's; 303 to its page when it is over */
async function requireOpen({ clientId, id = "" }: Params) {
  const tpp = await requireTpp(clientId);
  const suspension = await withRecord(() => services().tppSuspensions.find(id));
  if (suspension?.clientId !== tpp.clientId) throw new Response(null, { status: 404 });
  const standing = standingOf(suspension, new Date());
  if (standing === "over" || standing === "lifted") throw redirect(paths.adminTpp(tpp.clientId), 303);
  return { tpp, suspension };
}

/** the end of a suspension before its time, which is as much an act of two. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireSteppedUp(request, "tpps:suspend");
  const { tpp, suspension } = await requireOpen(params);
  const { scope, from, until, reason } = suspension;
  return {
    ...staffPage(request, staff),
    name: tpp.name,
    what: SCOPE_WORDS[scope].name.toLowerCase(),
    facts: [
      { label: "From", value: `${minute(from)} UTC` },
      { label: "Until", value: until ? `${minute(until)} UTC` : "It is lifted" },
      { label: "Why it was suspended", value: reason, is: "text" as const },
    ],
    back: paths.adminTpp(tpp.clientId),
    key: randomUUID(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const page = paths.adminTppLift(asClientId(params["clientId"] ?? ""), params["id"] ?? "");
  const staff = await requireSteppedUp(request, "tpps:suspend", page);
  const { tpp, suspension } = await requireOpen(params);
  const form = await request.formData();
  const idempotencyKey = keyIn(form);
  const why = staffNote(form.get("why"));
  if (!why) return data({ wrong: true }, { status: 422 });
  const payload = { suspensionId: suspension.id, clientId: tpp.clientId };
  const approval = await withRecord(() =>
    services().approvals.ask({
      act: { name: "lift-suspension", payload },
      why,
      by: staff.id,
      idempotencyKey,
      correlationId: requireCorrelationId(),
    }),
  );
  return redirect(paths.adminApproval(approval.id), 303);
}

export default function Lift() {
  const { frame, name, what, facts, back, key } = useLoaderData<typeof loader>();
  const wrong = useActionData<typeof action>()?.wrong === true;
  return (
    <StaffFrame view={frame} title={`Lift the suspension of ${name}`}>
      <p>
        Within seconds of the approval <bdi>{name}</bdi> may do again what it could before: {what}. Whoever was told
        that it is on hold is told that this is over.
      </p>
      <StaffFacts facts={facts} />
      <form method="post" className="fields">
        <input type="hidden" name="key" value={key} />
        <ReasonField
          hint="For whoever approves, and for the record. Nothing about a customer."
          wrong={wrong ? "Say why." : undefined}
        />
        <p className="acts">
          <button type="submit" className="act danger">
            Ask to lift the suspension: {what}
          </button>
          <a href={back}>Back to the TPP</a>
        </p>
      </form>
    </StaffFrame>
  );
}
