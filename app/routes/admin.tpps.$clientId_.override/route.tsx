import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { asClientId } from "~/domain/shared/ids";
import { LONGEST_NOTE } from "~/domain/staff/staff-note";
import { APP_ROLES } from "~/domain/tpp/app-facts";
import { paths } from "~/paths";
import { ReasonField } from "~/ui/admin/reason-field";
import { StaffFrame } from "~/ui/admin/staff-frame";
import { ROLE_WORDS } from "~/ui/admin/tpp-words";
import { requireCorrelationId } from "~/web/correlation.server";
import { requireSameOrigin } from "~/web/origin-check.server";
import { requireSteppedUp } from "~/web/require-staff.server";
import { services } from "~/web/services.server";
import { staffPage } from "~/web/staff-page.server";
import { withRecord } from "~/web/with-record.server";
import { requireTpp } from "../admin.tpps.$clientId/tpp.server";
import { changedFields, readOverride } from "./form";

export const handle = { noJs: true };

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `The bank's own word on ${loaded?.name ?? "a TPP"} – consent administration` },
];

/** what the bank holds of a TPP for itself, over what others say. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireSteppedUp(request, "tpps:override");
  const tpp = await requireTpp(params["clientId"]);
  const own = await withRecord(() => services().tppRegistrations.overrideOf(tpp.clientId));
  return {
    ...staffPage(request, staff),
    name: tpp.name,
    back: paths.adminTpp(tpp.clientId),
    own: { note: own?.note ?? "", contact: own?.contact ?? "", blocked: own?.blockedRoles ?? [] },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const clientId = params["clientId"] ?? "";
  const staff = await requireSteppedUp(request, "tpps:override", paths.adminTppOverride(asClientId(clientId)));
  const tpp = await requireTpp(clientId);
  const { reason, ...word } = readOverride(await request.formData());
  if (!reason) {
    const typed = { note: word.note ?? "", contact: word.contact ?? "", blocked: word.blockedRoles };
    return data({ wrong: true, typed }, { status: 422 });
  }
  const { tppRegistrations } = services();
  await withRecord(async () => {
    const fields = changedFields(await tppRegistrations.overrideOf(tpp.clientId), word);
    if (fields.length === 0) return;
    const by = { changedBy: staff.id, correlationId: requireCorrelationId() };
    await tppRegistrations.override(tpp.clientId, { ...word, reason, ...by }, fields);
  });
  return redirect(paths.adminTpp(tpp.clientId), 303);
}

export default function Override() {
  const { frame, name, back, own } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { note, contact, blocked } = answered?.typed ?? own;
  const wrong = answered?.wrong === true;
  return (
    <StaffFrame view={frame} title={`The bank's own word on ${name}`}>
      <p>Staff see it beside what the register and the authorization server say. Customers do not.</p>
      <form method="post" className="fields">
        <label>
          <span>Note</span>
          <textarea name="note" maxLength={LONGEST_NOTE} rows={3} defaultValue={note} />
        </label>
        <label>
          <span>Contact</span>
          <input name="contact" maxLength={LONGEST_NOTE} defaultValue={contact} autoComplete="off" />
        </label>
        <fieldset>
          <legend>Blocked roles</legend>
          <p className="hint">
            Customers are asked for nothing new in a blocked role. What they agreed to goes on: to stop that, suspend
            the TPP, which takes two people.
          </p>
          {APP_ROLES.map((role) => (
            <label key={role} className="choice">
              <input type="checkbox" name="blocked" value={role} defaultChecked={blocked.includes(role)} />
              <span>{ROLE_WORDS[role]}</span>
            </label>
          ))}
        </fieldset>
        <ReasonField
          name="reason"
          hint="For the record. Nothing about a customer."
          wrong={wrong ? "Say why." : undefined}
        />
        <p className="acts">
          <button type="submit" className="act first">
            Save
          </button>
          <a href={back}>Back to the TPP</a>
        </p>
      </form>
    </StaffFrame>
  );
}
