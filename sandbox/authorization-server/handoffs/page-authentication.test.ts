import { expect, test } from "vitest";
import { CA, SCA } from "../federation/log-in-acr.ts";
import { authenticatedBy, type PageAuthentication } from "./page-authentication.ts";

const now = new Date("2026-11-21T12:00:00Z");
const seconds = now.getTime() / 1000;
const password = { acr: CA, amr: ["pwd"], authTime: new Date(now.getTime() - 120_000) };
const both = { acr: SCA, amr: ["pwd", "otp", "mfa"], authTime: password.authTime };
const page = (over: Partial<PageAuthentication> = {}): PageAuthentication => ({
  acr: SCA,
  amr: ["pwd", "otp", "mfa"],
  authTime: seconds - 5,
  ...over,
});

test("P-22: both factors at the log-in are strong by themselves", () => {
  expect(authenticatedBy(both, undefined, now)).toEqual({ acr: SCA, amr: both.amr, authTime: seconds - 120 });
});

test("P-23: one at the log-in and one on the page are strong together, since the second", () => {
  expect(authenticatedBy(password, page(), now)).toEqual(page());
  expect(authenticatedBy(both, page({ amr: ["hwk", "mfa"] }), now)).toEqual(
    page({ amr: ["pwd", "otp", "mfa", "hwk"] }),
  );
});

test("what a page says of knowledge is told to nobody: it asks for none", () => {
  const otherLogin = { ...password, amr: ["fpt"] };
  expect(authenticatedBy(otherLogin, page(), now)?.amr).toEqual(["fpt", "otp", "mfa"]);
  expect(authenticatedBy(otherLogin, page({ amr: ["pin", "hwk"] }), now)?.amr).toEqual(["fpt", "hwk"]);
});

test.each([
  ["a page that forgot", password, undefined],
  ["an unknown acr and a page that forgot", { ...password, acr: "urn:other" }, undefined],
  ["a page that says one factor", password, page({ acr: CA as never })],
  ["a password given twice", password, page({ amr: ["pwd", "mfa"] })],
  ["two of the same element", { ...password, amr: ["otp"] }, page()],
  ["a method that nobody knows", password, page({ amr: ["constructor", "mfa"] })],
  ["nothing known of the log-in", { ...password, amr: [] }, page()],
  ["a factor from before the log-in", password, page({ authTime: seconds - 181 })],
  ["a factor of tomorrow", password, page({ authTime: seconds + 61 })],
])("is not strong: %s", (_name, handoff, given) => {
  expect(authenticatedBy(handoff, given, now)).toBeUndefined();
});
