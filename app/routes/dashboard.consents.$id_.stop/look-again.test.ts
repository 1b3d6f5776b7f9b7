import { expect, test } from "vitest";
import type { StoppingPageView } from "~/ui/stopping/stopping-view";
import { lookingAgain } from "./look-again.server";

const next = (address: string, is: StoppingPageView["is"] = "under-way") => {
  const { init } = lookingAgain(new Request(`https://bank.example${address}`), { is } as StoppingPageView);
  return new Headers(init?.headers).get("Refresh");
};

test("what is on its way is looked at again, later each time, and not for ever", () => {
  const path = "/dashboard/stop-everything";
  const addresses: string[] = [];
  const waits: number[] = [];
  for (let address = `${path}?batch=b-1`; address && addresses.length < 50; ) {
    const [seconds, url = ""] = next(address)?.split("; url=") ?? [];
    if (seconds !== undefined) waits.push(Number(seconds));
    addresses.push(address);
    address = url;
  }
  expect(addresses[1]).toBe(`${path}?batch=b-1&looked=1`);
  expect(waits).toEqual([...waits].sort((one, other) => one - other));
  expect(waits.length).toBeGreaterThan(3);
  expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThan(180);
});

test("a question, and what has come about, stays as it is", () => {
  for (const is of ["question", "result", "message"] as const) expect(next("/dashboard/x", is)).toBeNull();
});

test.each(["-1", "1e9", "x", "0.5", "__proto__", "length"])("looked=%s leads nowhere", (looked) => {
  expect(next(`/dashboard/x?looked=${looked}`)).toBeNull();
});
