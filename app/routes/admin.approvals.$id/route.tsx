import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { withoutIsolates } from "~/domain/shared/isolated-text";
import { paths } from "~/paths";
import type { Approval } from "~/ports/approvals";
import { WhatWillRun } from "~/ui/admin/approval-page";
import { StaffFacts } from "~/ui/admin/staff-facts";
import { StaffFrame } from "~/ui/admin/staff-frame";
import { Standing } from "~/ui/admin/standing";
import { requireCorrelationId } from "~/web/correlation.server";
import { lookedAtAgain } from "~/web/look-again.server";
import { requireSameOrigin } from "~/web/origin-check.server";
import { requireStaff } from "~/web/require-staff.server";
import { services } from "~/web/services.server";
import { staffPage } from "~/web/staff-page.server";
import { withRecord } from "~/web/with-record.server";
import { requireApproval, shownApproval, steppedTo } from "./approval.server";
import { fileAtOf } from "./present";
import { whyNothingWasDone, whyNotYours } from "./why-not";

export const handle = { noJs: true };

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${withoutIsolates(data?.view.title ?? "Approval")} – consent administration` },
];

/** the exact act, who asked for it and why, and what became of it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "approvals:view");
  const { approval, may } = await requireApproval(params["id"], staff);
  const isRunning = runsNow(approval);
  const isOwn = approval.askedBy === staff.id;
  const shown = {
    ...staffPage(request, staff),
    ...(await shownApproval(approval, staff)),
    id: approval.id,
    may: [...may],
    isOwn,
    fileAt: fileAtOf(approval, staff.id),
    waits: approval.state === "waiting",
    isRunning,
    told: whyNothingWasDone(new URL(request.url).searchParams.get("told"), approval, staff.id),
    notYours: approval.state !== "waiting" || isOwn || may.has("decide") ? undefined : whyNotYours(approval, staff.may),
  };
  return lookedAtAgain(shown, isRunning);
}

/** Whoever asked takes it back. */
export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const staff = await requireStaff(request, "approvals:view");
  const { id } = (await requireApproval(params["id"], staff)).approval;
  const outcome = await withRecord(() => services().approvals.withdraw(id, staff.id, requireCorrelationId()));
  const isDone = ({ askedBy, state }: Approval) => askedBy === staff.id && state === "withdrawn";
  return steppedTo(id, staff, "approvals:view", { outcome, isDone });
}

/** Its page looks again by itself, for as long as it takes to run. What runs later does so when it is asked for. */
const runsNow = ({ state, decidedAt }: Approval) =>
  state === "approved" && decidedAt !== undefined && Date.now() - decidedAt.getTime() < 30_000;

export default function ApprovalPage() {
  const { frame, view, about, id, may, isOwn, fileAt, waits, isRunning, told, notYours } =
    useLoaderData<typeof loader>();
  return (
    <StaffFrame view={frame} title={view.title} actions={<Standing view={view.state} />}>
      {told && (
        <p className="notice wait" role="status">
          {told}
        </p>
      )}
      {isRunning && (
        <p className="notice" role="status">
          It is approved and runs now. This page looks again by itself.
        </p>
      )}
      {waits && isOwn && <p className="notice">You asked for this. Somebody else decides.</p>}
      {notYours && <p className="notice">{notYours}</p>}
      <WhatWillRun view={view} about={about} />
      <section aria-labelledby="who">
        <h2 id="who">Who and when</h2>
        <StaffFacts facts={view.history} />
      </section>
      {fileAt && (
        <p className="acts">
          <a className="act first" href={fileAt}>
            Take the file
          </a>
        </p>
      )}
      {may.length > 0 && (
        <div className="acts">
          {may.includes("decide") && (
            <a className="act first" href={paths.adminApprovalDecide(id)}>
              Approve or refuse
            </a>
          )}
          {may.includes("review") && (
            <a className="act first" href={paths.adminApprovalReview(id)}>
              Review
            </a>
          )}
          {may.includes("withdraw") && (
            <form method="post">
              <button type="submit" className="act">
                Take it back
              </button>
            </form>
          )}
          {may.includes("break-glass") && <a href={paths.adminApprovalActNow(id)}>Act without a second person</a>}
        </div>
      )}
    </StaffFrame>
  );
}
