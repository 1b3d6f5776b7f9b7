import { expect, test } from "vitest";
import { ALL_STAFF_PERMISSIONS } from "./permission";
import { permissionsOf, STAFF_ROLES, type StaffRole } from "./role";

const may = (role: StaffRole) => permissionsOf([role]);

/** What changes something; the rest is looking. */
const CHANGES = ALL_STAFF_PERMISSIONS.filter((permission) => !/:(?:view|search|export)$/.test(permission));

test("A-09: a role that is none of ours lets nobody do anything", () => {
  for (const role of ["", "root", "constructor", "__proto__", "Viewer"]) expect(permissionsOf([role]).size).toBe(0);
  expect(permissionsOf([])).toEqual(new Set());
});

test("A-09: roles add up", () => {
  expect(permissionsOf(["viewer", "auditor", "root"])).toEqual(new Set([...may("viewer"), ...may("auditor")]));
});

test.each(["viewer", "auditor"] as const)("A-09: a %s changes nothing", (role) => {
  expect(CHANGES.length).toBeGreaterThan(8);
  for (const change of CHANGES) expect(may(role)).not.toContain(change);
});

test("A-09: what can be done is done by some role that is not the one that may do everything", () => {
  const others = Object.keys(STAFF_ROLES).filter((role) => role !== "super");
  expect(permissionsOf(others)).toEqual(may("super"));
});

test("A-08: whoever says what needs a second person is no second person", () => {
  expect(may("configuration")).toContain("approvals:policy");
  expect(may("configuration")).not.toContain("approvals:decide");
});

test("A-04, C-08: a list of somebody's consents is for whoever may open a consent", () => {
  for (const role of Object.keys(STAFF_ROLES) as StaffRole[])
    if (may(role).has("revocations:view")) expect(may(role)).toContain("consents:view");
  expect(may("configuration")).not.toContain("revocations:view");
  expect(may("auditor")).toContain("revocations:view");
});

test("A-04: who prepares a list of many, decides on one or looks into it sees lists, and who helps one customer does not", () => {
  for (const role of Object.keys(STAFF_ROLES) as StaffRole[]) {
    const needsIt = ["consents:revoke-many", "approvals:decide", "evidence:view"] as const;
    expect(may(role).has("revocations:view"), role).toBe(needsIt.some((permission) => may(role).has(permission)));
  }
});
