import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { withoutIsolates } from "~/domain/shared/isolated-text";
import { staffNote } from "~/domain/staff/staff-note";
import { paths } from "~/paths";
import type { Approval } from "~/ports/approvals";
import { SignedInAgain, WhatWillRun } from "~/ui/admin/approval-page";
import { ReasonField } from "~/ui/admin/reason-field";
import { StaffFacts } from "~/ui/admin/staff-facts";
import { StaffFrame } from "~/ui/admin/staff-frame";
import { requireCorrelationId } from "~/web/correlation.server";
import { requireSameOrigin } from "~/web/origin-check.server";
import { requireSteppedUp } from "~/web/require-staff.server";
import { services } from "~/web/services.server";
import { staffPage } from "~/web/staff-page.server";
import { withRecord } from "~/web/with-record.server";
import { againAt, isAgain, requireApproval, shownApproval, steppedTo } from "../admin.approvals.$id/approval.server";

export const handle = { noJs: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Review: ${withoutIsolates(data?.view.title ?? "approval")} – consent administration` },
];

/** somebody else looks at what was done without a second person. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireSteppedUp(request, "approvals:review");
  const { approval, may } = await requireApproval(params["id"], staff);
  if (!may.has("review")) throw redirect(paths.adminApproval(approval.id), 303);
  const isIncomplete = new URL(request.url).searchParams.has("finding");
  return {
    ...staffPage(request, staff),
    ...(await shownApproval(approval, staff)),
    id: approval.id,
    isAgain: isAgain(request),
    isIncomplete,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const staff = await requireSteppedUp(request, "approvals:review", againAt(new URL(request.url).pathname));
  const { id } = (await requireApproval(params["id"], staff)).approval;
  const form = await request.formData();
  const finding = form.get("finding");
  const note = staffNote(form.get("note"));
  if ((finding !== "right" && finding !== "not-right") || note === undefined)
    return redirect(`${paths.adminApprovalReview(id)}?finding=none`, 303);
  const review = { id, by: staff.id, finding, note, correlationId: requireCorrelationId() } as const;
  const outcome = await withRecord(() => services().approvals.review(review));
  const isDone = ({ review: kept }: Approval) =>
    kept?.by === staff.id && kept.finding === finding && kept.note === note;
  return steppedTo(id, staff, "approvals:review", { outcome, isDone });
}

export default function ReviewApproval() {
  const { frame, view, about, id, isAgain, isIncomplete } = useLoaderData<typeof loader>();
  return (
    <StaffFrame view={frame} title={`Review: ${view.title}`}>
      {isAgain && <SignedInAgain />}
      <WhatWillRun view={view} about={about} />
      <section aria-labelledby="who">
        <h2 id="who">Who and when</h2>
        <StaffFacts facts={view.history} />
      </section>
      <form method="post" className="fields">
        <h2>Your finding</h2>
        {isIncomplete && (
          <p className="wrong" role="alert">
            Choose what you found, and say why.
          </p>
        )}
        <fieldset>
          <legend>To do this without a second person</legend>
          <label className="choice">
            <input type="radio" name="finding" value="right" required />
            <span>Was right</span>
          </label>
          <label className="choice">
            <input type="radio" name="finding" value="not-right" required />
            <span>Was not right</span>
          </label>
        </fieldset>
        <ReasonField name="note" label="Note" hint="Nothing about a customer." />
        <div className="acts">
          <button type="submit" className="act first">
            Keep this finding
          </button>
          <a href={paths.adminApproval(id)}>Not now</a>
        </div>
      </form>
    </StaffFrame>
  );
}
