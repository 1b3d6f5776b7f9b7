import type { SuspendTpp } from "~/domain/approvals/act";
import { changedRules, type Policy, type PolicyRules } from "~/domain/approvals/policy";
import { type Suspension, standingOf } from "~/domain/tpp/suspension";
import type { ApprovalState } from "~/ports/approvals";
import type { AffectedBySuspension } from "~/ports/tpp-suspensions";
import { ruleWords } from "~/ui/admin/approval-rules";
import type { AboutView } from "~/ui/admin/approval-view";
import { figure, minute } from "~/ui/admin/staff-words";
import { SCOPE_WORDS, whyNobodyNotices } from "~/ui/admin/tpp-words";

interface AboutSuspension {
  readonly asked: SuspendTpp;
  readonly state: ApprovalState;
  /** Absent once it is decided: what it would touch then is history. */
  readonly affected: AffectedBySuspension | undefined;
  readonly most: number;
  readonly now: Date;
}

/** whom it affects, for whoever decides as for whoever asked. */
export function aboutSuspension({ asked, state, affected, most, now }: AboutSuspension): AboutView {
  const isOver = asked.until !== undefined && new Date(asked.until) <= now;
  if (!affected) {
    const cautions =
      isOver && state === "failed" ? ["Its end had passed when it was approved: nothing was suspended."] : [];
    return { heading: "", facts: [], cautions };
  }
  const nobody = whyNobodyNotices(asked.scope, affected);
  return {
    heading: "Whom it affects now",
    facts: [
      { label: "Customers with live consents", value: figure(affected.customers, most) },
      { label: "Live consents", value: figure(affected.consents, most) },
    ],
    cautions: isOver
      ? ["Its end has passed: approved now, it would stop nothing. It has to be asked for anew."]
      : nobody === undefined
        ? []
        : [nobody],
  };
}

interface AboutLift {
  readonly suspension: Suspension | undefined;
  readonly waits: boolean;
  readonly now: Date;
}

/** What would be lifted: of its id alone nobody knows what it holds back, and why. */
export function aboutLift({ suspension, waits, now }: AboutLift): AboutView {
  const heading = "The suspension";
  if (!suspension) return { heading, facts: [], cautions: [] };
  const { scope, from, until, reason } = suspension;
  const isOver = ["over", "lifted"].includes(standingOf(suspension, now));
  return {
    heading,
    facts: [
      { label: "What is suspended", value: SCOPE_WORDS[scope].name.toLowerCase() },
      { label: "Since", value: `${minute(from)} UTC` },
      { label: "Until", value: until ? `${minute(until)} UTC` : "It is lifted" },
      { label: "Why it was suspended", value: reason, is: "text" },
    ],
    cautions: waits && isOver ? ["The suspension is over already: approved now, this would change nothing."] : [],
  };
}

interface AboutPolicy {
  /** The version that it was made from. */
  readonly before: Policy | undefined;
  readonly rules: PolicyRules;
  readonly waits: boolean;
  /** Another version holds by now. */
  readonly isStale: boolean;
}

/** what would be different. */
export function aboutPolicy({ before, rules, waits, isStale }: AboutPolicy): AboutView {
  const changed = before ? changedRules(before.rules, rules) : [];
  return {
    heading: "What it changes",
    facts: changed.flatMap((act) => {
      const { act: label, words } = ruleWords(rules, act);
      const was = before ? ruleWords(before.rules, act).words : "";
      return [
        { label, value: words },
        { label: `${label}, before`, value: was },
      ];
    }),
    cautions:
      waits && isStale
        ? [
            "The rules have been changed since this was asked for: approved now, it would not run. It has to be asked for anew.",
          ]
        : [],
  };
}

/** the list in words; who is in it by name is hidden from whoever approves. */
export const aboutExport = (words: string): AboutView => ({
  heading: "The list",
  facts: [{ label: "What is in it", value: words, is: "text" }],
  cautions: [],
});
