import { expect, test } from "vitest";
import { asStaffId } from "~/domain/shared/ids";
import { permissionsOf } from "~/domain/staff/role";
import type { Approval } from "~/ports/approvals";
import { whyNothingWasDone, whyNotYours } from "./why-not";

const [ME, OTHER, ASKER] = ["me", "other", "asker"].map(asStaffId) as [never, never, never];
const anApproval = (over: Partial<Approval>) =>
  ({
    act: { name: "export-consents", payload: { query: "", count: 12 } },
    needs: "second-person",
    askedBy: ASKER,
    ...over,
  }) as Approval;
const brokenGlass = { because: "b", reviewDueAt: new Date(), overdue: false };
const review = (by: never) => ({ by, at: new Date(), finding: "right" as const, note: "n" });

test.each([
  [{ state: "withdrawn" }, "Whoever asked took it back first."],
  [{ state: "run-out" }, "It had run out by then."],
  [{ state: "approved", decidedBy: OTHER }, "Somebody else decided it first."],
  [{ state: "done", decidedBy: ME }, "You had decided it already, and that stands."],
  [{ state: "refused", decidedBy: ME }, "You had decided it already, and that stands."],
  [{ state: "approved", brokenGlass }, "It was let run without a second person first."],
  [{ state: "done", brokenGlass, review: review(OTHER) }, "Somebody else reviewed it first."],
  [{ state: "done", brokenGlass, review: review(ME) }, "You had reviewed it already."],
] as const)("A-08: what came first is said: %j", (over, words) => {
  expect(whyNothingWasDone("not-waiting", anApproval(over), ME)).toBe(`${words} Nothing was changed now.`);
});

test("an address that anybody wrote says nothing that is not so", () => {
  expect(whyNothingWasDone("not-waiting", anApproval({ state: "waiting" }), ME)).toBeUndefined();
  expect(whyNothingWasDone("<b>approved</b>", anApproval({ state: "done" }), ME)).toBeUndefined();
  expect(whyNothingWasDone(null, anApproval({ state: "done" }), ME)).toBeUndefined();
});

test("A-08: why what waits is not for somebody to decide", () => {
  const reads = (over: Partial<Approval>, role: string) => whyNotYours(anApproval(over), permissionsOf([role]));
  expect(reads({}, "auditor")).toMatch(/your role does not decide/);
  expect(reads({ needs: "compliance" }, "care-lead")).toMatch(/^It waits for compliance/);
  expect(reads({ needs: "compliance" }, "compliance")).toMatch(/decide in their name, so/);
  expect(reads({}, "care-lead")).toMatch(/decide in their name, so/);
});
