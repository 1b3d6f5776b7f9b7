import { redirect } from "@remix-run/node";
import type { StaffPermission } from "~/domain/staff/permission";
import { paths } from "~/paths";
import { requireCorrelationId } from "./correlation.server";
import { log } from "./log.server";
import { logInFor } from "./log-in-after-form.server";
import { services } from "./services.server";
import { type Staff, staffLoggedIn } from "./staff-session.server";
import { withRecord } from "./with-record.server";

/**
 * The member of staff who asks, when one of their roles lets them do this (C-08). Whoever is not logged in is sent to; whoever
 * may not is refused, and that is written down.
 *
 * @throws Response 303 to the log-in; 403; 404 at a bank that has no log-in for staff; 503
 */
export async function requireStaff(request: Request, permission: StaffPermission): Promise<Staff> {
  const staff = await requireAnyStaff(request);
  if (staff.may.has(permission)) return staff;
  const refusal = { staff: staff.id, permission, correlationId: requireCorrelationId() };
  await withRecord(() => services().staffDesk.refused(refusal));
  log().warn({ staff: staff.id, permission }, "a member of staff asked for what they may not do");
  throw new Response(null, { status: 403, statusText: NOT_PERMITTED });
}

/** By which the page for 403 knows that somebody was asked for who they are, and not where a form came from. */
export const NOT_PERMITTED = "not permitted";

/**
 * The same for an act that cannot be taken back: authenticated for that, minutes ago. Whoever was not is sent to do it, and
 * comes back to the page that asks.
 *
 * @param page the address of the page that asks; the request's own unless given.
 * @throws Response as {@link requireStaff}
 */
export async function requireSteppedUp(request: Request, permission: StaffPermission, page?: string): Promise<Staff> {
  const staff = await requireStaff(request, permission);
  if (staff.steppedUp) return staff;
  const { pathname, search } = new URL(request.url);
  throw redirect(logInFor(request, paths.adminStepUp(page ?? pathname + search)), 303);
}

/** Somebody of the staff, whatever they may do. @throws Response as {@link requireStaff}, 403 aside */
async function requireAnyStaff(request: Request): Promise<Staff> {
  requireStaffLogIn();
  const staff = await withRecord(() => staffLoggedIn(request));
  if (staff) return staff;
  const { pathname, search } = new URL(request.url);
  throw redirect(logInFor(request, paths.adminLogIn(pathname + search)), 303);
}

/**
 * Where staff log in. A bank without a log-in for them has no portal, and says no more of it than of any other address.
 *
 * @throws Response 404
 */
export function requireStaffLogIn() {
  const { staffLogin } = services();
  if (!staffLogin) throw new Response(null, { status: 404 });
  return staffLogin;
}
