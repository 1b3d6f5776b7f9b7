import { expect, test } from "vitest";
import { isSameOrigin } from "./origin-check.server";

const OURS = "https://consent.bank.example";

function post(headers: Record<string, string>, method = "POST"): Request {
  return new Request(`${OURS}/consent`, { method, headers });
}

test.each([
  ["our own form", { origin: OURS, "sec-fetch-site": "same-origin" }],
  ["our own form in a browser without fetch metadata", { origin: OURS }],
  ["our own form whose page keeps its referrer", { origin: "null", "sec-fetch-site": "same-origin" }],
  ["our own form without an origin", { "sec-fetch-site": "same-origin" }],
])("%s may change things", (_, headers) => {
  expect(isSameOrigin(post(headers), OURS)).toBe(true);
});

test.each([
  ["no header at all", {}],
  ["another site", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
  ["another site that hides", { origin: "null" }],
  ["another site that hides, with metadata", { origin: "null", "sec-fetch-site": "cross-site" }],
  ["our host over http", { origin: "http://consent.bank.example" }],
  ["our host on another port", { origin: "https://consent.bank.example:8443" }],
  ["a sibling host", { origin: "https://www.bank.example", "sec-fetch-site": "same-site" }],
  ["a host that begins like ours", { origin: "https://consent.bank.example.evil.example" }],
  ["two headers that disagree", { origin: OURS, "sec-fetch-site": "cross-site" }],
  ["an address that the user typed", { "sec-fetch-site": "none" }],
  ["what is not a URL", { origin: "x" }],
])("%s may not", (_, headers) => {
  for (const method of ["POST", "PUT", "PATCH", "DELETE"])
    expect(isSameOrigin(post(headers, method), OURS)).toBe(false);
});

test("reading is free", () => {
  expect(isSameOrigin(post({ origin: "https://evil.example" }, "GET"), OURS)).toBe(true);
});
