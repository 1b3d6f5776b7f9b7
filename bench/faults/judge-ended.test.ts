import { expect, test } from "vitest";
import { type EndedLedger, judgeEnded } from "./judge-ended.ts";

const ended = (over: Partial<EndedLedger> = {}): EndedLedger => ({
  consentId: "aac-1",
  item: "revoked",
  status: "terminated",
  changes: 1,
  intended: 1,
  settled: 1,
  moved: 1,
  versions: 1,
  events: 1,
  held: "revoked",
  revision: 2,
  ...over,
});
const faultsOf = (over: Partial<EndedLedger>) => judgeEnded(ended(over)).map(({ fault }) => fault);

test("R12: ended once, with one of everything", () => {
  expect(faultsOf({})).toEqual([]);
});

test.each(["changes", "intended", "settled", "moved", "versions", "events"] as const)("R12: %s", (what) => {
  expect(faultsOf({ [what]: 2 })).toEqual(["doubled"]);
  expect(faultsOf({ [what]: 0 })).toEqual(["lost"]);
});

test.each([
  ["ended twice at the authorization server", { revision: 3 }, "doubled"],
  ["ended here alone", { held: "authorised", revision: 1 }, "orphaned"],
  ["ended there alone", { status: "authorised", item: "not-revoked" }, "orphaned"],
  ["on its way for ever", { item: "sent", settled: 0, moved: 0, versions: 0, events: 0 }, "stuck"],
  ["never begun", { item: "waiting", changes: 0, held: "authorised", revision: 1, status: "authorised" }, "stuck"],
] as const)("R12: %s", (_, over, fault) => {
  expect(faultsOf(over)).toEqual([fault]);
});
