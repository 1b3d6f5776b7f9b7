import { expect, test } from "vitest";
import { versionStates } from "./version-states";

const march = "2026-03-31T23:00:00.000Z";
const june = new Date("2026-06-30T23:00:00Z");

test("D-06: every version is told from how it stands now and what changed with each", () => {
  const states = versionStates({ accountIds: ["b"], expiresAt: june }, [
    { version: 1, difference: { status: [null, "pending"] } },
    { version: 2, difference: { accountIds: [[], ["a", "b"]], expiresAt: [null, march] } },
    { version: 3, difference: { expiresAt: [march, june.toISOString()] } },
    { version: 4, difference: { accountIds: [["a", "b"], ["b"]] } },
  ]);
  expect([...states]).toEqual([
    [4, { accountIds: ["b"], expiresAt: june }],
    [3, { accountIds: ["a", "b"], expiresAt: june }],
    [2, { accountIds: ["a", "b"], expiresAt: new Date(march) }],
    [1, { accountIds: [] }],
  ]);
});

test("what is no list and no date changes nothing of it", () => {
  const [state] = [
    ...versionStates({ accountIds: ["a"] }, [
      { version: 1, difference: {} },
      { version: 2, difference: { accountIds: ["x", ["a"]], expiresAt: ["soon", null] } },
    ]).values(),
  ].slice(-1);
  expect(state).toEqual({ accountIds: ["a"] });
});
