import { type PolicyRules, RULED_ACTS, type Rule, type RuledAct, whyNoRule } from "~/domain/approvals/policy";

/** What stands in the form, to be shown again with what is wrong. */
export type PolicyForm = Readonly<Record<RuledAct, { readonly second: string; readonly compliance: string }>>;

export type PolicyProblems = Partial<Record<RuledAct, "no-count" | "compliance-first">>;

/** With or without the commas that such numbers are shown with. */
const COUNT = /^(?:\d{1,7}|\d{1,3}(?:,\d{3}){1,2})$/;
const countIn = (text: string) => (COUNT.test(text) ? Number(text.replaceAll(",", "")) : Number.NaN);

/** What is asked for. An empty second field means that compliance is never needed. */
export function policyIn(form: FormData) {
  const given = Object.fromEntries(
    RULED_ACTS.map((act) => [
      act,
      { second: textOf(form, `${act}.second`), compliance: textOf(form, `${act}.compliance`) },
    ]),
  ) as PolicyForm;
  const rules = Object.fromEntries(RULED_ACTS.map((act) => [act, ruleOf(given[act])])) as PolicyRules;
  const problems: PolicyProblems = {};
  for (const act of RULED_ACTS) {
    const problem = whyNoRule(rules[act]);
    if (problem) problems[act] = problem;
  }
  return { given, rules, problems: Object.keys(problems).length > 0 ? problems : undefined };
}

const textOf = (form: FormData, name: string): string => {
  const text = form.get(name);
  return typeof text === "string" ? text.trim().slice(0, 20) : "";
};

const ruleOf = ({ second, compliance }: PolicyForm[RuledAct]): Rule => ({
  secondPersonFrom: countIn(second),
  complianceFrom: compliance === "" ? null : countIn(compliance),
});

export const formOf = (rules: PolicyRules): PolicyForm =>
  Object.fromEntries(
    RULED_ACTS.map((act) => [
      act,
      {
        second: String(rules[act].secondPersonFrom),
        compliance: rules[act].complianceFrom === null ? "" : String(rules[act].complianceFrom),
      },
    ]),
  ) as PolicyForm;
