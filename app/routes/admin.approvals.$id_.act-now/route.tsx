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
import { Sentence } from "~/ui/sentence";
import { requireCorrelationId } from "~/web/correlation.server";
import { requireSameOrigin } from "~/web/origin-check.server";
import { requireSteppedUp } from "~/web/require-staff.server";
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
  { title: `Without a second person: ${withoutIsolates(data?.view.title ?? "approval")} – consent administration` },
];

const PERMISSION = "approvals:break-glass";

/** what cannot wait is done by one person, who answers for it after. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireSteppedUp(request, PERMISSION);
  const { approval, may } = await requireApproval(params["id"], staff);
  if (!may.has("break-glass")) throw redirect(paths.adminApproval(approval.id), 303);
  return {
    ...staffPage(request, staff),
    ...(await shownApproval(approval, staff)),
    id: approval.id,
    isAgain: isAgain(request),
    isWithoutReason: new URL(request.url).searchParams.has("because"),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const staff = await requireSteppedUp(request, PERMISSION, againAt(new URL(request.url).pathname));
  const { id } = (await requireApproval(params["id"], staff)).approval;
  const form = await request.formData();
  const hash = hashIn(form);
  const because = staffNote(form.get("because"));
  if (because === undefined) return redirect(`${paths.adminApprovalActNow(id)}?because=none`, 303);
  const breaking = { id, by: staff.id, hash, because, correlationId: requireCorrelationId() };
  const outcome = await withRecord(() => services().approvals.breakGlass(breaking));
  const isDone = ({ askedBy, brokenGlass }: Approval) => askedBy === staff.id && brokenGlass !== undefined;
  return steppedTo(id, staff, PERMISSION, { outcome, isDone });
}

export default function ActNow() {
  const { frame, view, about, id, isAgain, isWithoutReason } = useLoaderData<typeof loader>();
  return (
    <StaffFrame view={frame} title="Act without a second person">
      {isAgain && <SignedInAgain />}
      <p className="notice bad">It runs at once. Compliance reviews it within a day, with your name on it.</p>
      <WhatWillRun view={view} about={about} />
      <section aria-labelledby="who">
        <h2 id="who">As you asked for it</h2>
        <StaffFacts facts={view.history} />
      </section>
      <form method="post" className="fields">
        <h2>Why it cannot wait</h2>
        <input type="hidden" name="hash" value={view.hash} />
        <ReasonField
          name="because"
          label="Reason"
          hint="For whoever reviews it. Nothing about a customer."
          wrong={isWithoutReason ? "Say why it cannot wait." : undefined}
        />
        <div className="acts">
          <button type="submit" className="act danger">
            <span>
              <Sentence>{`${view.title} now, alone`}</Sentence>
            </span>
          </button>
          <a href={paths.adminApproval(id)}>Wait for a second person</a>
        </div>
      </form>
    </StaffFrame>
  );
}
