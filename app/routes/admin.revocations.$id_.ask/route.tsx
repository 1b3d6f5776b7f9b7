import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { staffNote } from "~/domain/staff/staff-note";
import { paths } from "~/paths";
import { ReasonField } from "~/ui/admin/reason-field";
import { StaffFacts } from "~/ui/admin/staff-facts";
import { StaffFrame } from "~/ui/admin/staff-frame";
import { counted } from "~/ui/admin/staff-words";
import { TERMINATE_REASONS } from "~/ui/admin/terminate-reasons";
import { requireCorrelationId } from "~/web/correlation.server";
import { requireSameOrigin } from "~/web/origin-check.server";
import { requireSteppedUp } from "~/web/require-staff.server";
import { services } from "~/web/services.server";
import { staffPage } from "~/web/staff-page.server";
import { withRecord } from "~/web/with-record.server";
import { scopeFact } from "../admin.revocations.$id/present-scope";
import { requireRevocation } from "../admin.revocations.$id/revocation.server";

export const handle = { noJs: true };

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `Ask to revoke ${loaded?.consents ?? "consents"} – consent administration` },
];

/** Longer than anything that has to be said. */

/** object, count and consequence, before a second person is asked. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireSteppedUp(request, "consents:revoke-many", pageOf(params["id"]));
  const list = await requireRevocation(params["id"]);
  const { id, setHash = "", count, reason, scope } = list;
  // Asked for before, or not theirs to ask for: its own page says so.
  if (list.state !== "prepared" || list.approvalId || list.preparedBy !== staff.id || count === 0)
    throw redirect(paths.adminRevocation(id), 303);
  return {
    ...staffPage(request, staff),
    id,
    setHash,
    count,
    consents: counted(count, "consent"),
    facts: [
      scopeFact(scope),
      { label: "Reason", value: TERMINATE_REASONS[reason] },
      { label: "SHA-256 of the ids", value: setHash, is: "code" as const },
    ],
  };
}

/** Nothing is ended by it: somebody else decides. */
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const staff = await requireSteppedUp(request, "consents:revoke-many", pageOf(params["id"]));
  const { id } = await requireRevocation(params["id"]);
  const form = await request.formData();
  const why = staffNote(form.get("why"));
  if (!why) return data({ wrong: true }, { status: 422 });
  const asked = {
    id,
    by: staff.id,
    why,
    setHash: String(form.get("hash") ?? ""),
    count: Number(form.get("count")),
    correlationId: requireCorrelationId(),
  };
  const outcome = await withRecord(() => services().askRevocation(asked));
  return redirect(outcome.ok ? paths.adminApproval(outcome.value.id) : paths.adminRevocation(id), 303);
}

const pageOf = (id: string | undefined) => paths.adminRevocationAsk(id ?? "");

export default function AskRevocation() {
  const { frame, id, setHash, count, consents, facts } = useLoaderData<typeof loader>();
  const wrong = useActionData<typeof action>()?.wrong === true;
  return (
    <StaffFrame view={frame} title={`Ask to revoke ${consents}`}>
      <p>
        You are about to ask for the end of {consents}. When somebody else approves, the apps lose within minutes what
        these gave them. It cannot be taken back; only the customers can allow it anew. Customers and TPPs are told.
      </p>
      <h2>What it is</h2>
      <StaffFacts facts={facts} />
      <form method="post" className="fields">
        <h2>Your request</h2>
        <input type="hidden" name="hash" value={setHash} />
        <input type="hidden" name="count" value={count} />
        <ReasonField
          hint="For whoever decides, and for the record. A case number if there is one. Nothing about a customer."
          wrong={wrong ? "Say why." : undefined}
        />
        <p className="acts">
          <button type="submit" className="act danger">
            Ask to revoke {consents}
          </button>
          <a href={paths.adminRevocation(id)}>Not now</a>
        </p>
      </form>
    </StaffFrame>
  );
}
