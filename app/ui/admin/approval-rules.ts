import { type PolicyRules, RULED_ACTS, type Rule, type RuledAct } from "~/domain/approvals/policy";
import { figure } from "./staff-words";

/** What is ruled, and what is counted of it. */
export const RULED_WORDS = {
  "revoke-consents": { act: "Revoking many consents", counted: "consents" },
  "suspend-tpp": { act: "Suspending a TPP", counted: "suspensions" },
  "lift-suspension": { act: "Lifting a suspension", counted: "suspensions" },
  "export-consents": { act: "Exporting consents", counted: "consents" },
} as const satisfies Record<RuledAct, { readonly act: string; readonly counted: string }>;

/** "From 100 consents a day; compliance from 10,000". */
function wordsOf({ secondPersonFrom, complianceFrom }: Rule, counted: string): string {
  const second = secondPersonFrom === 1 ? "Always" : `From ${figure(secondPersonFrom)} ${counted} a day`;
  return complianceFrom === null ? second : `${second}; by compliance from ${figure(complianceFrom)}`;
}

/** One rule in words. */
export const ruleWords = (rules: PolicyRules, name: RuledAct) => ({
  name,
  act: RULED_WORDS[name].act,
  words: wordsOf(rules[name], RULED_WORDS[name].counted),
});

/** Every rule in words. */
export const approvalRules = (rules: PolicyRules) => RULED_ACTS.map((name) => ruleWords(rules, name));
