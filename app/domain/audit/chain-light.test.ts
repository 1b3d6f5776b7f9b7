import { expect, test } from "vitest";
import { chainLight } from "./chain-light";

const now = new Date("2026-03-14T10:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

test("A-12: the light of the record says the worst that is known of it", () => {
  const whole = { at: daysAgo(1), findings: 0 };
  expect(chainLight({ now })).toEqual({ is: "never-verified" });
  expect(chainLight({ now, verified: whole })).toEqual({ is: "whole", verifiedAt: whole.at });
  expect(chainLight({ now, verified: whole, waitedSeconds: 60 })).toMatchObject({ is: "whole" });
  expect(chainLight({ now, verified: whole, waitedSeconds: 61 })).toEqual({ is: "not-sealed" });
  expect(chainLight({ now, verified: { at: daysAgo(8), findings: 0 } })).toEqual({ is: "not-verified-lately" });
  expect(chainLight({ now, verified: { at: daysAgo(80), findings: 2 }, waitedSeconds: 90 })).toEqual({
    is: "changed",
    findings: 2,
  });
});
