import type { StaffId } from "~/domain/shared/ids";
import type { StaffPermission } from "~/domain/staff/permission";
import { isStaffRole, permissionsOf, type StaffRole } from "~/domain/staff/role";
import { env } from "~/env.server";
import type { NewStaffSession } from "~/ports/staff-desk";
import { browserSessions } from "./browser-sessions.server";
import { services } from "./services.server";

/** The member of staff behind a request. */
export interface Staff {
  readonly id: StaffId;
  readonly name: string;
  readonly roles: readonly StaffRole[];
  readonly may: ReadonlySet<StaffPermission>;
  /** Authenticated for an act that cannot be taken back, and so short a time ago that it is still they. */
  readonly steppedUp: boolean;
  /** How many requests for approval wait for them. */
  readonly waiting: number;
}

/** Somebody who was authenticated longer ago may have left the screen. */
const STEP_UP_MS = 5 * 60_000;

const sessions = browserSessions("__Host-staff", () => services().staffDesk);

/** How strongly somebody must be authenticated for an act that cannot be taken back. */
export const stepUpAcr = () => env().STAFF_STEP_UP_ACR ?? env().STAFF_LOGIN_ACR;

/** Who of the staff is logged in, in the browser that asks. @throws DeskUnavailable */
export async function staffLoggedIn(request: Request): Promise<Staff | undefined> {
  const live = await sessions.of(request);
  return (
    live && {
      id: live.staff,
      name: live.name,
      roles: live.roles.filter(isStaffRole),
      may: permissionsOf(live.roles),
      steppedUp: live.acr === stepUpAcr() && live.ageMs <= STEP_UP_MS,
      waiting: live.waiting,
    }
  );
}

/** Under a new token, whatever token the browser came with. @returns the `Set-Cookie` value. @throws DeskUnavailable */
export const logStaffIn = (request: Request, who: NewStaffSession): Promise<string> => sessions.begin(request, who);

/** @returns the `Set-Cookie` value. @throws DeskUnavailable */
export const logStaffOut = (request: Request): Promise<string> => sessions.end(request);
