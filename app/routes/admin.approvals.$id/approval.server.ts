import { redirect } from "@remix-run/node";
import type { Result } from "~/domain/shared/result";
import type { StaffPermission } from "~/domain/staff/permission";
import { paths } from "~/paths";
import type { Approval, ApprovalFor, NotDecided } from "~/ports/approvals";
import { tppsOf } from "~/ui/admin/approval-acts";
import type { AboutView, ApprovalView } from "~/ui/admin/approval-view";
import { requireCorrelationId } from "~/web/correlation.server";
import { NOT_PERMITTED } from "~/web/require-staff.server";
import { services } from "~/web/services.server";
import type { Staff } from "~/web/staff-session.server";
import { withRecord } from "~/web/with-record.server";
import { aboutApproval } from "./about.server";
import { type Names, namedBy, presentApproval } from "./present";

/**
 * One request, with what this person could do with it.
 *
 * @throws Response 404, 503
 */
export async function requireApproval(id: string | undefined, staff: Staff): Promise<ApprovalFor> {
  const found = await withRecord(() => services().approvals.findFor(id ?? "", staff.id));
  if (!found) throw new Response(null, { status: 404 });
  return found;
}

/** Whoever had to do with these, and what they are about, as they are called. @throws Response 503 */
export function namesIn(approvals: readonly Approval[]): Promise<Names> {
  const { staffDesk, tppRegistrations } = services();
  return withRecord(async () => {
    const [staff, tpps] = await Promise.all([
      staffDesk.namesOf(namedBy(approvals)),
      tppRegistrations.namesOf(tppsOf(approvals.map(({ act }) => act))),
    ]);
    return { staff, tpps };
  });
}

/** As its pages show it, with the names of whoever had to do with it. @throws Response 503 */
export async function shownApproval(
  approval: Approval,
  { may }: Pick<Staff, "may">,
): Promise<{ view: ApprovalView; about: AboutView }> {
  const [names, about] = await Promise.all([namesIn([approval]), aboutApproval(approval)]);
  return { view: presentApproval(approval, names, may), about };
}

/** By which a page knows that its form was sent, and that a sign-in came between. */
const SIGNED_IN_AGAIN = "again";

/** The page to come back to from the sign-in that its form asks for. */
export const againAt = (page: string): string => `${page}?${new URLSearchParams({ [SIGNED_IN_AGAIN]: "yes" })}`;

export const isAgain = (request: Request): boolean => new URL(request.url).searchParams.has(SIGNED_IN_AGAIN);

/** @throws Response 400 */
export function hashIn(form: FormData): string {
  const hash = form.get("hash");
  if (typeof hash !== "string" || !/^[\w-]{43}$/.test(hash)) throw new Response(null, { status: 400 });
  return hash;
}

interface Step {
  readonly outcome: Result<Approval, NotDecided>;
  /** Whether this person had done the very same before. */
  readonly isDone: (approval: Approval) => boolean;
}

/**
 * Back to the request, which says how it stands. Who sends the same form twice is told nothing: it was done. Whoever does what is not theirs to do is refused, and that is written down.
 *
 * @throws Response 403, 404, 503
 */
export async function steppedTo(
  id: string,
  staff: Staff,
  permission: StaffPermission,
  { outcome, isDone }: Step,
): Promise<Response> {
  if (outcome.ok) return redirect(paths.adminApproval(outcome.value.id), 303);
  if (outcome.error === "not-found") throw new Response(null, { status: 404 });
  if (outcome.error === "own" || outcome.error === "not-permitted") {
    const refusal = { staff: staff.id, permission, correlationId: requireCorrelationId() };
    await withRecord(() => services().staffDesk.refused(refusal));
    throw new Response(null, { status: 403, statusText: NOT_PERMITTED });
  }
  if (outcome.error === "not-waiting" && isDone((await requireApproval(id, staff)).approval))
    return redirect(paths.adminApproval(id), 303);
  return redirect(`${paths.adminApproval(id)}?${new URLSearchParams({ told: outcome.error })}`, 303);
}
