import type { StaffPermission } from "~/domain/staff/permission";
import { STAFF_ROLES, type StaffRole } from "~/domain/staff/role";
import { paths } from "~/paths";
import type { MenuItem, StaffFrameView } from "./staff-frame-view";

/** Every way of the portal, in its order, and what lets somebody go there. */
const WAYS = [
  { label: "Home", href: paths.admin, needs: "home:view" },
  { label: "Consents", href: paths.adminConsents, needs: "consents:search" },
  { label: "TPPs", href: paths.adminTpps, needs: "tpps:view" },
  { label: "Bulk revocations", href: paths.adminRevocations, needs: "revocations:view" },
  { label: "Approvals", href: paths.adminApprovals, needs: "approvals:view" },
  { label: "Audit", href: paths.adminAudit, needs: "audit:view" },
  { label: "Operations", href: paths.adminOperations, needs: "operations:view" },
  { label: "Page gallery", href: paths.adminGallery, needs: "gallery:view" },
  { label: "Who may do what", href: paths.adminRoles, needs: "roles:view" },
] as const satisfies readonly { label: string; href: string; needs: StaffPermission }[];

interface OnDuty {
  readonly name: string;
  readonly roles: readonly StaffRole[];
  readonly may: ReadonlySet<StaffPermission>;
}

/**
 * @param here the path of the page; the way that it is below is marked.
 * @param waiting how many approvals wait for this person.
 */
export function presentStaffFrame(staff: OnDuty, bank: string, here: string, waiting = 0): StaffFrameView {
  return {
    bank,
    staff: {
      name: staff.name,
      roles: staff.roles.map((role) => STAFF_ROLES[role].name).join(", ") || "No role",
      isSuper: staff.roles.includes("super"),
    },
    search: staff.may.has("consents:search"),
    items: WAYS.filter(({ needs }) => staff.may.has(needs)).map(({ label, href }): MenuItem => {
      const isHere = href === paths.admin ? here === href : here === href || here.startsWith(`${href}/`);
      return { label, href, isHere, waiting: href === paths.adminApprovals ? waiting : 0 };
    }),
  };
}
