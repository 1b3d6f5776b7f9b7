import { ALL_STAFF_PERMISSIONS, type StaffPermission } from "./permission";

/** What anybody who works on consents may see. */
const SEE = ["home:view", "consents:search", "consents:view", "tpps:view", "roles:view", "gallery:view"] as const;

interface Role {
  readonly name: string;
  /** What it is for, in a sentence. */
  readonly purpose: string;
  readonly may: readonly StaffPermission[];
}

/**
 * Whoever prepares an act with care leads or TPP operations has it approved by somebody else, whose role may be the
 * same: nobody approves their own (see approvals). Auditors see all and change nothing.
 */
export const STAFF_ROLES = {
  viewer: { name: "Viewer", purpose: "Looks, and changes nothing.", may: SEE },
  care: {
    name: "Customer care",
    purpose: "Helps one customer at a time.",
    may: [...SEE, "consents:hold", "consents:revoke", "approvals:view"],
  },
  "care-lead": {
    name: "Care lead",
    purpose: "Helps many customers at once, with a second pair of eyes.",
    may: [
      ...SEE,
      "revocations:view",
      "consents:export",
      "consents:hold",
      "consents:revoke",
      "consents:revoke-many",
      "approvals:view",
      "approvals:decide",
      "approvals:delegate",
    ],
  },
  fraud: {
    name: "Fraud",
    purpose: "Stops harm fast, and answers for it after.",
    may: [
      ...SEE,
      "revocations:view",
      "consents:export",
      "consents:hold",
      "consents:revoke",
      "consents:revoke-many",
      "tpps:suspend",
      "approvals:view",
      "approvals:decide",
      "approvals:delegate",
      "approvals:break-glass",
    ],
  },
  "tpp-operations": {
    name: "TPP operations",
    purpose: "Keeps the register of TPPs right.",
    may: [
      ...SEE,
      "revocations:view",
      "consents:export",
      "consents:revoke-many",
      "tpps:override",
      "tpps:suspend",
      "approvals:view",
      "approvals:decide",
      "approvals:delegate",
      "operations:view",
      "operations:retry",
    ],
  },
  compliance: {
    name: "Compliance",
    purpose: "Decides what others prepared, and reviews what could not wait.",
    may: [
      ...SEE,
      "revocations:view",
      "consents:export",
      "approvals:view",
      "approvals:decide",
      "approvals:delegate",
      "approvals:review",
      "audit:view",
      "evidence:view",
      "audit:export",
    ],
  },
  auditor: {
    name: "Auditor",
    purpose: "Sees everything and changes nothing.",
    may: [
      ...SEE,
      "revocations:view",
      "consents:export",
      "approvals:view",
      "audit:view",
      "evidence:view",
      "audit:export",
      "operations:view",
    ],
  },
  configuration: {
    name: "Configuration",
    purpose: "Sets the rules, and keeps things running.",
    may: [
      "home:view",
      "tpps:view",
      "roles:view",
      "gallery:view",
      "approvals:view",
      "approvals:policy",
      "operations:view",
      "operations:retry",
      "operations:repair",
    ],
  },
  super: {
    name: "Super",
    purpose: "May do everything; still needs a second person where one is asked for. Marked wherever it appears.",
    may: ALL_STAFF_PERMISSIONS,
  },
} as const satisfies Record<string, Role>;

export type StaffRole = keyof typeof STAFF_ROLES;

export const isStaffRole = (name: string): name is StaffRole => Object.hasOwn(STAFF_ROLES, name);

/** What somebody with these roles may do; a role that is none of ours lets nobody do anything. */
export function permissionsOf(roles: readonly string[]): ReadonlySet<StaffPermission> {
  return new Set(roles.filter(isStaffRole).flatMap((role): readonly StaffPermission[] => STAFF_ROLES[role].may));
}

/** The roles that let somebody do it. */
export const rolesWith = (permission: StaffPermission): readonly StaffRole[] =>
  Object.keys(STAFF_ROLES)
    .filter(isStaffRole)
    .filter((role) => permissionsOf([role]).has(permission));
