import type { Act, ActName } from "./act";

/** The acts whose rule can be changed; that of the policy itself cannot. */
export const RULED_ACTS = [
  "revoke-consents",
  "suspend-tpp",
  "lift-suspension",
  "export-consents",
] as const satisfies readonly Exclude<ActName, "change-approval-policy">[];
export type RuledAct = (typeof RULED_ACTS)[number];

export interface Rule {
  /** From so many within a day on, by one person and all together, a second one is needed. */
  readonly secondPersonFrom: number;
  /** From so many on it must be one who may review, or decides for one. Null: never. */
  readonly complianceFrom: number | null;
}

export type PolicyRules = Readonly<Record<RuledAct, Rule>>;

export interface Policy {
  /** 0: as it comes. */
  readonly version: number;
  readonly rules: PolicyRules;
}

/** As it comes: all that ends something needs two people, and so does what takes many away. */
export const FIRST_RULES: PolicyRules = {
  "revoke-consents": { secondPersonFrom: 1, complianceFrom: 10_000 },
  "suspend-tpp": { secondPersonFrom: 1, complianceFrom: null },
  "lift-suspension": { secondPersonFrom: 1, complianceFrom: null },
  "export-consents": { secondPersonFrom: 10_001, complianceFrom: null },
};

export type PeopleNeeded = "nobody" | "second-person" | "compliance";

/**
 * Who has to agree.
 *
 * @param withinADay of this act and by the same person, this one with it: what is split is counted together.
 */
export function peopleNeeded(act: Act["name"], rules: PolicyRules, withinADay: number): PeopleNeeded {
  if (act === "change-approval-policy") return "second-person";
  const { secondPersonFrom, complianceFrom } = rules[act];
  if (complianceFrom !== null && withinADay >= complianceFrom) return "compliance";
  return withinADay >= secondPersonFrom ? "second-person" : "nobody";
}

/** The rules that are not the same in both. */
export const changedRules = (one: PolicyRules, other: PolicyRules): readonly RuledAct[] =>
  RULED_ACTS.filter(
    (act) =>
      one[act].secondPersonFrom !== other[act].secondPersonFrom ||
      one[act].complianceFrom !== other[act].complianceFrom,
  );

/** No rule may begin higher: one that nothing reaches is none. */
export const HIGHEST_FROM = 1_000_000;

/** Why a rule is none; undefined when it is one. */
export function whyNoRule({ secondPersonFrom, complianceFrom }: Rule): "no-count" | "compliance-first" | undefined {
  const counts = complianceFrom === null ? [secondPersonFrom] : [secondPersonFrom, complianceFrom];
  if (!counts.every((count) => Number.isSafeInteger(count) && count >= 1 && count <= HIGHEST_FROM)) return "no-count";
  return complianceFrom !== null && complianceFrom < secondPersonFrom ? "compliance-first" : undefined;
}
