import { expect, test } from "vitest";
import { asStaffId } from "~/domain/shared/ids";
import { permissionsOf, STAFF_ROLES, type StaffRole } from "~/domain/staff/role";
import type { Approval, ApprovalState } from "~/ports/approvals";
import { aRevocation } from "~/use-cases/four-eyes.harness";
import { fileAtOf, presentApproval } from "./present";

const NAMES = { staff: new Map(), tpps: new Map() };
const anApproval = (state: ApprovalState): Approval => ({
  id: "018f0000-0000-7000-8000-000000000000",
  act: aRevocation(),
  hash: "h".repeat(43),
  why: "reported",
  needs: "second-person",
  askedBy: asStaffId("lead"),
  askedAt: new Date("2026-03-14T10:00:00Z"),
  runsOutAt: new Date("2026-03-16T10:00:00Z"),
  state,
  correlationId: "c",
});

const listLink = (state: ApprovalState, role: StaffRole) =>
  presentApproval(anApproval(state), NAMES, permissionsOf([role])).payload.find(
    ({ label }) => label === "Prepared list",
  )?.href;

const ROLES = (Object.keys(STAFF_ROLES) as StaffRole[]).filter((role) => permissionsOf([role]).has("approvals:view"));

test.each(ROLES)(
  "A-04, C-08: a %s is led to the list of a request where they may see lists, and nowhere else",
  (role) => {
    expect(listLink("waiting", role) !== undefined).toBe(permissionsOf([role]).has("revocations:view"));
  },
);

test("A-08: whoever decides sees what they approve; whoever sets the rules is shown no way that they are refused", () => {
  for (const role of ROLES)
    if (permissionsOf([role]).has("approvals:decide")) expect(listLink("waiting", role), role).toMatch(/^\/admin\/rev/);
  expect(listLink("waiting", "configuration")).toBeUndefined();
});

test.each(["refused", "withdrawn", "run-out"] as const)(
  "A-04: %s, its list is soon forgotten and not led to",
  (state) => {
    expect(listLink(state, "super")).toBeUndefined();
    expect(listLink("done", "super")).toBeDefined();
  },
);

test("A-26: a list that was agreed to is found by whoever asked for it, and by nobody else", () => {
  const anExport = (state: ApprovalState): Approval => ({
    ...anApproval(state),
    act: { name: "export-consents", payload: { query: "list=1", count: 12 } },
  });
  expect(fileAtOf(anExport("done"), asStaffId("lead"))).toBe("/admin/consents/export");
  expect(fileAtOf(anExport("done"), asStaffId("approver"))).toBeUndefined();
  expect(fileAtOf(anExport("approved"), asStaffId("lead"))).toBeUndefined();
  expect(fileAtOf(anApproval("done"), asStaffId("lead"))).toBeUndefined();
});
