import { canonicalJson } from "~/domain/audit/canonical-json";
import type { ClientId, StaffId } from "~/domain/shared/ids";
import type { StaffPermission } from "~/domain/staff/permission";
import { paths } from "~/paths";
import type { Approval, ApprovalState } from "~/ports/approvals";
import { actWords } from "~/ui/admin/approval-acts";
import type { ApprovalView } from "~/ui/admin/approval-view";
import type { FactView } from "~/ui/admin/fact-view";
import { minute } from "~/ui/admin/staff-words";
import type { StandingView } from "~/ui/admin/standing-view";

export interface Names {
  readonly staff: ReadonlyMap<StaffId, string>;
  readonly tpps: ReadonlyMap<ClientId, string>;
}

export const STATES: Readonly<Record<ApprovalState, StandingView>> = {
  waiting: { word: "Waiting", tone: "wait" },
  approved: { word: "Approved", tone: "good" },
  refused: { word: "Refused", tone: "bad" },
  withdrawn: { word: "Taken back", tone: "over" },
  "run-out": { word: "Ran out", tone: "over" },
  done: { word: "Done", tone: "good" },
  "set-changed": { word: "Not run: it had changed", tone: "bad" },
  failed: { word: "Failed", tone: "bad" },
  "not-permitted": { word: "Not run: no longer permitted", tone: "bad" },
};

const NEEDS = {
  nobody: "Nobody else",
  "second-person": "A second person",
  compliance: "A second person of compliance, or who decides for one",
} as const satisfies Record<Approval["needs"], string>;

/** Everybody who is named by these. */
export const namedBy = (approvals: readonly Approval[]): readonly StaffId[] => [
  ...new Set(
    approvals.flatMap(({ askedBy, decidedBy, decidedFor, review }) =>
      [askedBy, decidedBy, decidedFor, review?.by].filter((id) => id !== undefined),
    ),
  ),
];

/** As they are called; whoever is not known by a name stands by their id. */
export const nameIn = (names: Names, id: StaffId): string => names.staff.get(id) ?? id;

/** In these the list of what would have run, which nobody agreed to, may have been forgotten. */
const CAME_TO_NOTHING: readonly ApprovalState[] = ["refused", "withdrawn", "run-out", "not-permitted", "failed"];

/**
 * What it is in the list and on every page about it.
 *
 * @param may what its reader may do: nobody is shown a way that they are refused.
 */
export function presentApproval(approval: Approval, names: Names, may: ReadonlySet<StaffPermission>): ApprovalView {
  const { act, hash } = approval;
  const { title, consequence, facts } = actWords(act, names.tpps);
  return {
    title,
    consequence,
    state: STATES[approval.state],
    history: historyOf(approval, names),
    heading: approval.state === "waiting" || approval.state === "approved" ? "What will run" : "What was asked for",
    payload: facts.map(({ needs, href, ...fact }) => {
      const isOpen = needs === undefined || (may.has(needs) && !CAME_TO_NOTHING.includes(approval.state));
      return { ...fact, ...(href !== undefined && isOpen && { href }) };
    }),
    exact: canonicalJson(JSON.stringify(act)),
    hash,
  };
}

/** Where whoever asked for a list finds it, once they may take it. */
export const fileAtOf = ({ act, state, askedBy }: Approval, self: StaffId): string | undefined =>
  act.name === "export-consents" && state === "done" && askedBy === self ? paths.adminConsentsExport("") : undefined;

function historyOf(approval: Approval, names: Names): readonly FactView[] {
  const { askedBy, askedAt, why, needs, runsOutAt, state, endedAt, correlationId } = approval;
  const by = (id: StaffId, at: Date) => `${nameIn(names, id)}, ${utc(at)}`;
  return [
    { label: "Asked by", value: by(askedBy, askedAt), is: "text" },
    { label: "Why", value: why, is: "text" },
    { label: "Who has to agree", value: NEEDS[needs] },
    ...(state === "waiting" ? [{ label: "Can be decided until", value: utc(runsOutAt) }] : []),
    ...decisionOf(approval, by),
    ...brokenGlassOf(approval, by),
    ...(endedAt ? [{ label: "Ended", value: utc(endedAt) }] : []),
    { label: "Correlation", value: correlationId, is: "code" },
  ];

  function decisionOf({ decidedBy, decidedFor, decidedAt, note }: Approval, told: typeof by): readonly FactView[] {
    if (decidedBy === undefined || decidedAt === undefined) return [];
    const label = state === "refused" ? "Refused by" : "Approved by";
    const whose = decidedFor === undefined ? "" : `, for ${nameIn(names, decidedFor)}`;
    return [
      { label, value: told(decidedBy, decidedAt) + whose, is: "text" },
      ...(note ? [{ label: "Note", value: note, is: "text" } as const] : []),
    ];
  }
}

function brokenGlassOf(
  { brokenGlass, review, decidedAt }: Approval,
  by: (id: StaffId, at: Date) => string,
): readonly FactView[] {
  if (!brokenGlass) return [];
  return [
    ...(decidedAt ? [{ label: "Done without a second person", value: utc(decidedAt) }] : []),
    { label: "Why it could not wait", value: brokenGlass.because, is: "text" },
    ...(review
      ? [
          { label: "Reviewed by", value: by(review.by, review.at), is: "text" } as const,
          { label: "Found", value: review.finding === "right" ? "That it was right" : "That it was not right" },
          { label: "Note of the review", value: review.note, is: "text" } as const,
        ]
      : [
          {
            label: "Review due",
            value: utc(brokenGlass.reviewDueAt) + (brokenGlass.overdue ? " (overdue)" : ""),
          },
        ]),
  ];
}

const utc = (at: Date) => `${minute(at)} UTC`;
