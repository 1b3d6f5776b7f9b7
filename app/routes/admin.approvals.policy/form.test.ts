import { expect, test } from "vitest";
import { FIRST_RULES } from "~/domain/approvals/policy";
import { formOf, policyIn } from "./form";

function sent(over: Readonly<Record<string, string>> = {}): FormData {
  const form = new FormData();
  for (const [act, { second, compliance }] of Object.entries(formOf(FIRST_RULES))) {
    form.set(`${act}.second`, over[`${act}.second`] ?? second);
    form.set(`${act}.compliance`, over[`${act}.compliance`] ?? compliance);
  }
  return form;
}

test("what is shown and sent back unchanged is the same policy", () => {
  expect(policyIn(sent())).toEqual({ given: formOf(FIRST_RULES), rules: FIRST_RULES, problems: undefined });
});

test.each([
  "",
  "0",
  "-1",
  "1.5",
  "1e3",
  " ",
  "none",
  "10000001",
  "0x10",
  "١",
  "1,00",
  "10,0000",
  ",100",
  "1,000,000,000",
])("%j is no count", (second) => {
  const { problems, given } = policyIn(sent({ "suspend-tpp.second": second }));
  expect(problems).toEqual({ "suspend-tpp": "no-count" });
  expect(given["suspend-tpp"].second).toBe(second.trim());
});

test("a form that is none of ours has no policy in it", () => {
  expect(Object.keys(policyIn(new FormData()).problems ?? {})).toHaveLength(4);
});

test("compliance is not before the second person", () => {
  const { problems } = policyIn(sent({ "export-consents.compliance": "5" }));
  expect(problems).toEqual({ "export-consents": "compliance-first" });
});

test("a count is written with commas or without", () => {
  const { rules, problems } = policyIn(sent({ "suspend-tpp.second": "1,000", "suspend-tpp.compliance": "1,000,000" }));
  expect(problems).toBeUndefined();
  expect(rules["suspend-tpp"]).toEqual({ secondPersonFrom: 1_000, complianceFrom: 1_000_000 });
});
