import { hasEnded, leavesSome, notBegun, over, paceOf } from "~/domain/revocation/bulk-revocation";
import type { StaffId } from "~/domain/shared/ids";
import { plainText } from "~/domain/shared/plain-text";
import type { StaffPermission } from "~/domain/staff/permission";
import { paths } from "~/paths";
import type { Approval } from "~/ports/approvals";
import type { BulkRevocation, SampleConsent } from "~/ports/bulk-revocations";
import type { ToldView } from "~/ui/admin/consent-act";
import type { FactView } from "~/ui/admin/fact-view";
import type { RevocationView, RunView } from "~/ui/admin/revocation-view";
import { REVOCATION_STATES } from "~/ui/admin/revocation-words";
import { counted, figure, KIND_WORDS, minute, span } from "~/ui/admin/staff-words";
import { TERMINATE_REASONS } from "~/ui/admin/terminate-reasons";
import { scopeFact } from "./present-scope";

interface Shown {
  readonly list: BulkRevocation;
  readonly approval?: Approval;
  readonly sample: readonly SampleConsent[];
  readonly told?: ToldView;
  readonly names: ReadonlyMap<StaffId, string>;
  readonly viewer: { readonly id: StaffId; readonly may: ReadonlySet<StaffPermission> };
  /** Of this page: what is sent from it twice is one list. */
  readonly key: string;
}

/** Everybody who is named on the page. */
export const namedBy = ({ preparedBy, stopAskedBy }: BulkRevocation): readonly StaffId[] => [
  preparedBy,
  ...(stopAskedBy ? [stopAskedBy] : []),
];

export function presentRevocation({ list, approval, sample, told, names, viewer, key }: Shown): RevocationView {
  const before = list.startedAt === undefined;
  return {
    id: list.id,
    title: before ? `Revoke ${counted(list.count, "consent")}` : `Revocation of ${counted(list.count, "consent")}`,
    state: stateOf(list, approval),
    says: saysOf(list, approval),
    facts: factsOf(list, names),
    breakdown: list.breakdown.map(({ clientId, clientName, kind, count }) => ({
      tpp: nameOf(clientName, clientId),
      href: paths.adminTpp(clientId),
      kind: KIND_WORDS[kind],
      count: figure(count),
    })),
    sample: sample.map(({ consentId, clientId, clientName, kind, createdAt }) => ({
      id: consentId,
      tpp: nameOf(clientName, clientId),
      kind: KIND_WORDS[kind],
      since: minute(createdAt),
    })),
    ...(before && told && { told }),
    ...(list.startedAt && { run: runOf(list) }),
    ways: waysOf(list, viewer),
    ...(leavesSome(list) && viewer.may.has("consents:revoke-many") && { rest: { key, reason: list.reason } }),
  };
}

const nameOf = (clientName: string | undefined, clientId: string) => plainText(clientName) ?? clientId;

/** The list itself is ready; whether it will run is the approval's to say. */
function stateOf({ state }: BulkRevocation, approval: Approval | undefined) {
  if (state !== "prepared" || !approval) return REVOCATION_STATES[state];
  return approval.state === "waiting" || approval.state === "approved"
    ? ({ word: "Waits for approval", tone: "wait" } as const)
    : ({ word: "Not approved", tone: "bad" } as const);
}

function saysOf(list: BulkRevocation, approval: Approval | undefined): string {
  const { state, count } = list;
  switch (state) {
    case "preparing":
      return `${figure(count)} found so far. This page looks again by itself.`;
    case "too-many":
      return list.scope.by === "search"
        ? "There are more consents than one list can have, or they take too long to find. Nothing was revoked. Narrow the search."
        : "There are more consents than one list can have. Nothing was revoked. Narrow it down, or suspend the TPP.";
    case "prepared":
      if (count === 0) return "Nothing is live there: there is nothing to revoke.";
      return approval
        ? awaitedOf(list, approval)
        : `Nothing is revoked yet. Exactly these ${counted(count, "consent")} will be, when somebody else approves.`;
    case "not-run":
      return "It did not run: the list was not the one that was approved. Nothing was revoked.";
    case "running":
      return "It runs. This page looks again by itself. What has not begun can still be stopped.";
    case "stopping":
      return "Nothing more begins. What had begun is brought to its end.";
    case "stopped":
      return `It was stopped. ${counted(notBegun(list), "consent")} ${notBegun(list) === 1 ? "was left as it was" : "were left as they were"}.`;
    case "done":
      return list.notRevoked === 0
        ? "It is done."
        : `It is done. ${counted(list.notRevoked, "consent")} could not be revoked: look at the results.`;
  }
}

function awaitedOf({ count }: BulkRevocation, { state }: Approval): string {
  if (state === "waiting")
    return `Nothing is revoked yet. It waits for somebody else to approve these ${counted(count, "consent")}.`;
  if (state === "approved") return "It is approved and begins now. This page looks again by itself.";
  return "Nothing was revoked: it was not approved in time, was refused or was taken back. List them anew to ask again.";
}

function factsOf(list: BulkRevocation, names: ReadonlyMap<StaffId, string>): readonly FactView[] {
  const named = (id: StaffId) => names.get(id) ?? id;
  return [
    scopeFact(list.scope),
    { label: "Consents", value: figure(list.count) },
    ...(list.customers === undefined ? [] : [{ label: "Of customers", value: figure(list.customers) }]),
    { label: "Reason", value: TERMINATE_REASONS[list.reason] },
    { label: "Listed by", value: `${named(list.preparedBy)}, ${minute(list.preparedAt)} UTC` },
    ...(list.approvalId === undefined
      ? []
      : [
          {
            label: "Approval",
            value: list.approvalId,
            is: "code" as const,
            href: paths.adminApproval(list.approvalId),
          },
        ]),
    ...(list.startedAt ? [{ label: "Began", value: `${minute(list.startedAt)} UTC` }] : []),
    ...(list.endedAt ? [{ label: "Ended", value: `${minute(list.endedAt)} UTC` }] : []),
    ...(list.stopAskedBy ? [{ label: "Stopped by", value: named(list.stopAskedBy) }] : []),
    ...(list.setHash ? [{ label: "SHA-256 of the ids", value: list.setHash, is: "code" as const }] : []),
  ];
}

function runOf(list: BulkRevocation): RunView {
  const pace = paceOf(list, list.ranForMs);
  const done = `${figure(over(list))} of ${figure(list.count)}`;
  const seconds = list.ranForMs / 1_000;
  const tally = (label: string, count: number, state: string) => ({
    label,
    count: figure(count),
    href: paths.adminRevocationResults(list.id, { state }),
  });
  return {
    over: over(list),
    count: list.count,
    says: hasEnded(list.state)
      ? `${done} in ${span(seconds)}`
      : pace && !list.authorityAway
        ? `${done}, ${figure(Math.round(pace.perSecond))} a second, about ${span(pace.secondsLeft)} left`
        : done,
    tallies: [
      tally("revoked", list.revoked, "revoked"),
      tally("had ended before", list.endedBefore, "ended-before"),
      tally("not revoked", list.notRevoked, "not-revoked"),
      tally("on their way", list.begun - list.revoked - list.notRevoked, "sent"),
      tally("not begun", notBegun(list), "waiting"),
    ],
    ...(list.authorityAway &&
      !hasEnded(list.state) && {
        away: "The authorization server does not answer. Nothing is lost: what has begun is denied at the gateway, and goes on when it answers again.",
      }),
  };
}

function waysOf(list: BulkRevocation, { id, may }: Shown["viewer"]): RevocationView["ways"] {
  const mayRevoke = may.has("consents:revoke-many");
  const asks = mayRevoke && list.preparedBy === id && list.state === "prepared" && !list.approvalId && list.count > 0;
  return [
    ...(asks ? [{ label: "Ask for approval", href: paths.adminRevocationAsk(list.id), first: true }] : []),
    ...(mayRevoke && list.state === "running" ? [{ label: "Stop", href: paths.adminRevocationStop(list.id) }] : []),
    ...(list.count > 0 ? [{ label: "Every consent of it", href: paths.adminRevocationResults(list.id) }] : []),
    ...(list.startedAt && list.endedAt
      ? [{ label: "Receipt, signed", href: paths.adminRevocationReceipt(list.id) }]
      : []),
  ];
}
