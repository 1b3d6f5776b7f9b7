import { expect, test } from "vitest";
import { asStaffId } from "~/domain/shared/ids";
import type { AskedCheck } from "~/ports/asked-checks";
import { presentLongLook } from "./present-long-look";

const ONE = asStaffId("stf-1");
const at = (second: number) => new Date(Date.UTC(2026, 2, 14, 10, 0, second));
const check = (over: Partial<AskedCheck> = {}): AskedCheck => ({
  id: "a",
  kind: "verify-record",
  askedBy: ONE,
  askedAt: at(0),
  looked: 0,
  ...over,
});
const shown = (of: AskedCheck, staff = ONE) => presentLongLook([of], { now: at(20), staff, what: "events" });

test("A-12: how far it has come, at what rate, and what is left", () => {
  expect(shown(check())).toEqual({ words: "Waits for a worker to take it up.", isOwn: true });
  expect(shown(check({ startedAt: at(10), looked: 2_000, expected: 8_000 }))).toEqual({
    words: "2,000 of 8,000 events, 200 a second, about 30 s left",
    bar: { value: 2_000, max: 8_000 },
    isOwn: true,
  });
  expect(shown(check({ ended: { at: at(15), outcome: "stopped", result: null } }))).toBeUndefined();
});

test("A-12: whoever asked for it can stop it", () => {
  expect(shown(check(), asStaffId("stf-2"))).toMatchObject({ isOwn: false });
});
