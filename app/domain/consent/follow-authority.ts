import { lastStep } from "./last-step";
import { type ConsentStatus, isLive, isOpen, type Move } from "./lifecycle";
import { asFound, found, imported, type Step, step, toldReason } from "./step";
import { agrees, type ToldChange, type ToldConsent } from "./told";
import { type ConsentState, isPastEnd } from "./transition";
import * as transitions from "./transitions";

export type Following =
  /** It was like that before what we know already. */
  | { readonly is: "older" }
  | { readonly is: "same" }
  | { readonly is: "moves"; readonly steps: readonly Step[] }
  /** No move leads there: it is taken over all the same, for the authorization server is the record. */
  | { readonly is: "unlawful"; readonly step: Step };

type OurState = ConsentState & { readonly revision?: number };

/**
 * How our picture comes to what the authorization server holds: by the moves that must have been made, each a version of
 * its own, though we heard of the last one only.
 *
 * @param change what the newest change there was; undefined when it was found by looking.
 * @param now by the database's clock.
 */
export function followAuthority(
  ours: OurState | undefined,
  theirs: ToldConsent,
  change: ToldChange | undefined,
  now: Date,
): Following {
  if (ours?.revision !== undefined && theirs.revision !== undefined && theirs.revision < ours.revision) {
    return { is: "older" };
  }
  if (ours && agrees(ours, theirs, now)) return { is: "same" };
  // Long past, for all we know: nobody is to hear now how it came about.
  if (!ours && !change) return { is: "moves", steps: [entered(theirs, now)] };
  const steps = lawfulSteps(ours && withTheirEnd(ours, theirs), theirs, change, now);
  return steps ? { is: "moves", steps } : { is: "unlawful", step: takenOver(ours, theirs, change) };
}

/** Until a customer has agreed to it, the end date is what the authorization server says, and no change of terms. */
const withTheirEnd = (ours: ConsentState, { expiresAt }: ToldConsent): ConsentState =>
  expiresAt && !isLive(ours.status) ? { ...ours, expiresAt } : ours;

/** Longest: imported, uploaded, authorised, and what was told. */
const MOST_STEPS = 4;

function lawfulSteps(
  ours: ConsentState | undefined,
  theirs: ToldConsent,
  change: ToldChange | undefined,
  now: Date,
): readonly Step[] | undefined {
  const steps: Step[] = [];
  for (let state = ours; steps.length < MOST_STEPS; ) {
    const last = lastStep(state, theirs, change, now);
    const step = last ?? missedStep(state, theirs);
    if (!step) return undefined;
    steps.push(step);
    if (last && agrees(step.next, theirs, now)) return steps;
    if (last) return undefined;
    state = step.next;
  }
  return undefined;
}

/** A move that somebody must have made, because what came later cannot be without it; nobody told us when. */
function missedStep(state: ConsentState | undefined, theirs: ToldConsent): Step | undefined {
  const at = theirs.createdAt;
  const { accountIds } = theirs;
  const authorised = { by: "customer", reason: "customer-approved", at, accountIds } as const;
  switch (state?.status) {
    case undefined:
      return imported("pending", theirs);
    case "awaiting-upload":
      return step("upload", { by: "tpp", reason: "file-uploaded", at }, (facts) => transitions.upload(state, facts));
    case "pending":
      return step("authorise", authorised, (facts) => transitions.authorise(state, { ...facts, accountIds }));
    case "partially-authorised":
      return step("complete", { ...authorised, reason: "signers-complete" }, (facts) =>
        transitions.complete(state, facts),
      );
    case "suspended":
      return step("resume", found(at), (facts) => transitions.resume(state, facts));
    default:
      return undefined;
  }
}

/** A consent that nobody told us of: as it is, and with its end written down where that has come. */
function entered(theirs: ToldConsent, now: Date): Step {
  const status = isOpen(theirs.status) && isPastEnd(theirs, now) ? "expired" : theirs.status;
  const waits = status === "pending" || status === "awaiting-upload" ? imported(status, theirs) : undefined;
  const entry = waits ?? asFound("import", "system", { ...theirs, status }, 1);
  return status === "rejected" ? { ...entry, reason: toldReason("fail", entry.by, theirs) } : entry;
}

const LEADS_THERE: Readonly<Record<ConsentStatus, Move>> = {
  "awaiting-upload": "import",
  pending: "import",
  "partially-authorised": "authorise-partly",
  authorised: "authorise",
  suspended: "suspend",
  consumed: "consume",
  rejected: "fail",
  revoked: "stop",
  terminated: "terminate",
  expired: "expire",
};

function takenOver(ours: ConsentState | undefined, theirs: ToldConsent, change: ToldChange | undefined): Step {
  const { status, accountIds } = theirs;
  const kept = ours && !isLive(status) ? ours.accountIds : accountIds;
  const by = change?.by ?? "system";
  return asFound(ours ? LEADS_THERE[status] : "import", by, { ...theirs, accountIds: kept }, (ours?.version ?? 0) + 1);
}
