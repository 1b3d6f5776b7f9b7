import { describe, expect, test } from "vitest";
import { CONSENT_KINDS, traitsOf } from "../consent-kinds/index";
import { STRONG } from "./authentication";
import { type FactorQuestion, factorFor } from "./factor-policy";

const now = new Date("2026-03-14T10:00:00Z");
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1_000);
const strong = { acr: STRONG, amr: ["pwd", "otp"], authTime: ago(60) };

const DATA = CONSENT_KINDS.filter((kind) => traitsOf(kind).moves === "data");
const PAYMENTS = CONSENT_KINDS.filter((kind) => traitsOf(kind).moves === "money");

const asked = (over: Partial<FactorQuestion>): FactorQuestion => ({
  kind: "account-access",
  authentication: strong,
  risk: "normal",
  now,
  ...over,
});

test("every kind is of one sort or the other", () => {
  expect(DATA).toEqual(["account-access", "funds-confirmation"]);
  expect(PAYMENTS).toHaveLength(CONSENT_KINDS.length - 2);
});

describe.each(DATA)("P-23: %s", (kind) => {
  test.each([
    ["both factors, just now", { ...strong }, "none"],
    ["ten minutes ago", { ...strong, authTime: ago(600) }, "none"],
    ["a second longer ago", { ...strong, authTime: ago(601) }, "bound-factor"],
    ["by a clock that is a minute ahead", { ...strong, authTime: ago(-60) }, "none"],
    ["in the future", { ...strong, authTime: ago(-61) }, "bound-factor"],
    ["one factor", { ...strong, acr: "urn:openbanking:psd2:ca" }, "bound-factor"],
    ["an acr that nobody knows", { ...strong, acr: `${STRONG}2` }, "bound-factor"],
    ["no acr", { amr: strong.amr, authTime: strong.authTime }, "bound-factor"],
    ["no auth_time", { acr: STRONG, amr: strong.amr }, "bound-factor"],
    ["nothing said", undefined, "bound-factor"],
  ] as const)("%s", (_, authentication, needed) => {
    const { authentication: __, ...question } = asked({ kind });
    expect(factorFor({ ...question, ...(authentication && { authentication }) })).toBe(needed);
  });

  test.each(["unknown", undefined] as const)("a risk that is %s is not high", (risk) => {
    expect(factorFor({ ...asked({ kind }), ...(risk && { risk }) })).toBe("none");
  });
});

describe.each(PAYMENTS)("P-22: %s", (kind) => {
  test("always, however the customer logged in", () => {
    for (const authentication of [strong, { ...strong, acr: "urn:openbanking:psd2:ca" }]) {
      expect(factorFor(asked({ kind, authentication }))).toBe("bound-factor");
    }
  });
});

test.each(CONSENT_KINDS)("P-16: %s at high risk needs it, whatever else holds", (kind) => {
  expect(factorFor(asked({ kind, risk: "high" }))).toBe("bound-factor");
});
