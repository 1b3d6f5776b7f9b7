import { beforeAll, describe, expect, test, vi } from "vitest";
import { TEST_ENVIRONMENT } from "~/env.harness";
import { attemptOf, dashboardPath, dropAttempt, dropOldAttempts, keepAttempt } from "./log-in-attempt.server";

beforeAll(() => {
  for (const [name, value] of Object.entries(TEST_ENVIRONMENT)) vi.stubEnv(name, value);
});

const STATE = "s".repeat(43);
const ATTEMPT = { state: STATE, nonce: "n".repeat(43), verifier: "v".repeat(43), acr: "two-factors", to: "/dashboard" };
const withCookie = (cookie: string) =>
  new Request("http://assent.localhost:4100/dashboard/log-in/callback", { headers: { cookie } });
const pairOf = (setCookie: string) => setCookie.split(";")[0] ?? "";

describe("an attempt", () => {
  test("is of the browser that keeps it, under its own state, and cannot be read there", async () => {
    const cookie = await keepAttempt(ATTEMPT);
    expect(cookie).toMatch(/^__Host-log-in-s{22}=[^;]+; Max-Age=600; Path=\/; Secure; HttpOnly; SameSite=Lax$/);
    expect(cookie).not.toContain("vvvv");
    expect(await attemptOf(withCookie(pairOf(cookie)), STATE)).toEqual(ATTEMPT);
    for (const state of [null, "", "x", "t".repeat(43)]) {
      expect(await attemptOf(withCookie(pairOf(cookie)), state)).toBeUndefined();
    }
    expect(await attemptOf(withCookie(""), STATE)).toBeUndefined();
  });

  test("fits its cookie with the longest address that is kept", async () => {
    await expect(keepAttempt({ ...ATTEMPT, to: `/dashboard/${"x".repeat(389)}` })).resolves.toContain("__Host-log-in");
  });

  test("goes when it is used, and the oldest go when there are many", () => {
    expect(dropAttempt(STATE)).toEqual([expect.stringContaining(`__Host-log-in-${"s".repeat(22)}=; Max-Age=0`)]);
    const many = ["a", "b", "c", "d"].map((letter) => `__Host-log-in-${letter.repeat(22)}=x`);
    expect(dropOldAttempts(withCookie(many.join("; "))).map((each) => each.slice(14, 15))).toEqual(["a", "b"]);
    expect(dropOldAttempts(withCookie(many.slice(0, 2).join("; ")))).toEqual([]);
  });
});

describe("where to go after logging in (S3)", () => {
  test.each([
    ["/dashboard"],
    ["/dashboard/sessions"],
    ["/dashboard/signatures/abc?from=mail"],
    ["/dashboard?x=1"],
    ["/dashboard/logs"],
    ["/second-device?code=ABCD-EFGH"],
  ])("%s", (path) => {
    expect(dashboardPath(path)).toBe(path);
  });

  test.each([
    [null],
    [""],
    ["dashboard"],
    ["/"],
    ["/consent/abc"],
    ["/dashboards"],
    ["/dashboard/../consent"],
    ["/dashboard/%2e%2e/consent"],
    ["//evil.example/dashboard"],
    ["/\\evil.example/dashboard"],
    ["/dashboard/..//evil.example"],
    ["https://evil.example/dashboard"],
    ["javascript:alert(1)"],
    ["/dashboard/log-in?to=/dashboard"],
    ["/dashboard/log-in/callback"],
    ["/dashboard/log-out"],
    ["/dashboard/./log-out"],
    [`/dashboard/${"x".repeat(400)}`],
  ])("not %s", (path) => {
    expect(dashboardPath(path)).toBeUndefined();
  });
});
