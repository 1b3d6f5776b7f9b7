import { expect, test } from "vitest";
import { setSecurityHeaders } from "./security-headers";

function headersFor(facts: { https?: boolean; scriptNonce?: string }, given: Record<string, string> = {}): Headers {
  const headers = new Headers(given);
  setSecurityHeaders(headers, { https: true, ...facts });
  return headers;
}

test("script may run only on a page that has some, and only with its nonce", () => {
  expect(headersFor({}).get("content-security-policy")).not.toContain("script-src");
  expect(headersFor({ scriptNonce: "abc" }).get("content-security-policy")).toContain(
    "; script-src 'nonce-abc' 'strict-dynamic'",
  );
});

test("a route cannot weaken them", () => {
  const weak = {
    "Content-Security-Policy": "default-src *",
    "Referrer-Policy": "unsafe-url",
    "X-Frame-Options": "ALLOWALL",
  };
  const headers = headersFor({}, weak);
  expect(headers.get("content-security-policy")).toMatch(/^default-src 'none'/);
  expect([headers.get("referrer-policy"), headers.get("x-frame-options")]).toEqual(["same-origin", "DENY"]);
});

test("http is promised away only where https is", () => {
  expect(headersFor({ https: false }).has("strict-transport-security")).toBe(false);
  expect(headersFor({ https: true }).has("strict-transport-security")).toBe(true);
});

test.each([
  [{}, "no-store"],
  [{ "Cache-Control": "private, max-age=60" }, "no-store"],
  [{ "Cache-Control": "public, max-age=60" }, "public, max-age=60"],
  [{ "Cache-Control": "public, max-age=60", "Set-Cookie": "a=b" }, "no-store"],
])("%j is kept as %s", (given, expected) => {
  expect(headersFor({}, given).get("cache-control")).toBe(expected);
});
