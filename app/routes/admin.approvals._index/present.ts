import { APPROVAL_VIEWS, type ApprovalView } from "~/domain/approvals/views";
import type { StaffPermission } from "~/domain/staff/permission";
import { paths } from "~/paths";
import type { Approval, ApprovalPage } from "~/ports/approvals";
import { actWords } from "~/ui/admin/approval-acts";
import { minute } from "~/ui/admin/staff-words";
import { type Names, nameIn, STATES } from "../admin.approvals.$id/present";

export const VIEWS = {
  "for-me": { label: "Waiting for you", nothing: "Nothing waits for you." },
  waiting: { label: "All waiting", nothing: "Nothing waits for a second person." },
  mine: { label: "Asked by you", nothing: "You have asked for nothing." },
  ended: { label: "Decided", nothing: "Nothing has been decided yet." },
  "to-review": { label: "To review", nothing: "Nothing waits for your review." },
} as const satisfies Record<ApprovalView, { readonly label: string; readonly nothing: string }>;

export interface ApprovalLine {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly why: string;
  readonly state: (typeof STATES)[keyof typeof STATES];
  /** When something has to have happened. */
  readonly until: string;
}

const hrefOf = (view: ApprovalView, place: Readonly<Record<string, string>> = {}) =>
  `${paths.adminApprovals}?${new URLSearchParams({ view, ...place })}`;

/** What is listed, and the ways to the other lists and the other pages of this one. */
export function presentList(
  view: ApprovalView,
  { rows, hasPrevious, hasNext }: ApprovalPage,
  names: Names,
  may: ReadonlySet<StaffPermission>,
) {
  const [first, last] = [rows.at(0), rows.at(-1)];
  return {
    views: viewsFor(may, view).map((each) => ({ label: VIEWS[each].label, href: hrefOf(each), isHere: each === view })),
    nothing: VIEWS[view].nothing,
    rows: rows.map((approval) => lineOf(approval, names)),
    ...(hasPrevious && first && { previous: hrefOf(view, { before: first.id }) }),
    ...(hasNext && last && { next: hrefOf(view, { after: last.id }) }),
  };
}

/** No list that is always empty for this person, the one that they look at aside. */
const viewsFor = (may: ReadonlySet<StaffPermission>, here: ApprovalView) =>
  APPROVAL_VIEWS.filter((view) => view !== "to-review" || view === here || may.has("approvals:review"));

function lineOf(approval: Approval, names: Names): ApprovalLine {
  const { id, act, askedBy, askedAt, why, state } = approval;
  return {
    id,
    href: paths.adminApproval(id),
    title: actWords(act, names.tpps).title,
    askedBy: nameIn(names, askedBy),
    askedAt: minute(askedAt),
    why,
    state: STATES[state],
    until: untilOf(approval),
  };
}

function untilOf({ state, runsOutAt, brokenGlass, review }: Approval): string {
  if (state === "waiting") return `Decide by ${minute(runsOutAt)}`;
  if (!brokenGlass) return "";
  if (review) return "Reviewed";
  return brokenGlass.overdue ? "Review overdue" : `Review by ${minute(brokenGlass.reviewDueAt)}`;
}
