import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ACT_RULES } from "~/domain/approvals/act-rules";
import { withoutIsolates } from "~/domain/shared/isolated-text";
import { staffNote } from "~/domain/staff/staff-note";
import { paths } from "~/paths";
import type { Approval } from "~/ports/approvals";
import { SignedInAgain, WhatWillRun } from "~/ui/admin/approval-page";
import { ReasonField } from "~/ui/admin/reason-field";
import { StaffFacts } from "~/ui/admin/staff-facts";
import { StaffFrame } from "~/ui/admin/staff-frame";
import { Sentence } from "~/ui/sentence";
import { requireCorrelationId } from "~/web/correlation.server";
import { requireSameOrigin } from "~/web/origin-check.server";
import { requireStaff, requireSteppedUp } from "~/web/require-staff.server";
import { services } from "~/web/services.server";
import { staffPage } from "~/web/staff-page.server";
import { withRecord } from "~/web/with-record.server";
import {
  againAt,
  hashIn,
  isAgain,
  requireApproval,
  shownApproval,
  steppedTo,
} from "../admin.approvals.$id/approval.server";

export const handle = { noJs: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Decide: ${withoutIsolates(data?.view.title ?? "approval")} – consent administration` },
];

/** the second person sees the whole act, and signs in for it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { staff, found } = await requireSecondPerson(request, params["id"]);
  if (!found.may.has("decide")) throw redirect(paths.adminApproval(found.approval.id), 303);
  return {
    ...staffPage(request, staff),
    ...(await shownApproval(found.approval, staff)),
    id: found.approval.id,
    isAgain: isAgain(request),
    isWithoutNote: new URL(request.url).searchParams.has("note"),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const { staff, found, permission } = await requireSecondPerson(request, params["id"]);
  const { id } = found.approval;
  const form = await request.formData();
  const answer = form.get("answer");
  if (answer !== "approve" && answer !== "refuse") throw new Response(null, { status: 400 });
  const hash = hashIn(form);
  const note = staffNote(form.get("note"));
  // Whoever asked has to know what to do differently.
  if (answer === "refuse" && note === undefined) return redirect(`${paths.adminApprovalDecide(id)}?note=none`, 303);
  const decision = { id, by: staff.id, answer, hash, note: note ?? "", correlationId: requireCorrelationId() } as const;
  const outcome = await withRecord(() => services().approvals.decide(decision));
  const isDone = ({ decidedBy, state }: Approval) =>
    decidedBy === staff.id && (state === "refused") === (answer === "refuse");
  return steppedTo(id, staff, permission, { outcome, isDone });
}

/** Whoever may decide this act, authenticated for that minutes ago. */
async function requireSecondPerson(request: Request, id: string | undefined) {
  const onDuty = await requireStaff(request, "approvals:view");
  const found = await requireApproval(id, onDuty);
  const permission = ACT_RULES[found.approval.act.name].decides;
  const page = paths.adminApprovalDecide(found.approval.id);
  const staff = await requireSteppedUp(request, permission, request.method === "POST" ? againAt(page) : page);
  return { staff, found, permission };
}

export default function DecideApproval() {
  const { frame, view, about, id, isAgain, isWithoutNote } = useLoaderData<typeof loader>();
  return (
    <StaffFrame view={frame} title={`Approve or refuse: ${lowerFirst(view.title)}`}>
      {isAgain && <SignedInAgain />}
      <WhatWillRun view={view} about={about} />
      <section aria-labelledby="who">
        <h2 id="who">Who asks, and why</h2>
        <StaffFacts facts={view.history} />
      </section>
      <form method="post" className="fields">
        <h2>Your answer</h2>
        <input type="hidden" name="hash" value={view.hash} />
        <ReasonField
          name="note"
          label="Note"
          hint="For whoever asked, and for the record. Needed to refuse. Nothing about a customer."
          wrong={isWithoutNote ? "Say why you refuse." : undefined}
          required={false}
        />
        <div className="acts">
          <button type="submit" className="act danger" name="answer" value="approve">
            <span>
              <Sentence>{`Approve: ${lowerFirst(view.title)}`}</Sentence>
            </span>
          </button>
          <button type="submit" className="act" name="answer" value="refuse">
            Refuse
          </button>
          <a href={paths.adminApproval(id)}>Not now</a>
        </div>
      </form>
    </StaffFrame>
  );
}

const lowerFirst = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);
