import type { ChangeMove } from "~/domain/consent/change";
import type { ClosedBecause } from "~/domain/consent/closed-because";
import { asStaffId } from "~/domain/shared/ids";
import { isolated } from "~/domain/shared/isolated-text";
import { plainText } from "~/domain/shared/plain-text";
import type { ChangeOnRecord, DeliveryOnRecord, SigningOnRecord } from "~/ports/consent-dossier";
import type { CaseRow, ChangeRow, ConsentDetailView, DeliveryRow } from "~/ui/admin/consent-detail-view";
import { minute, wordsOfMove, wordsOfReason } from "~/ui/admin/staff-words";
import type { StandingView } from "~/ui/admin/standing-view";
import type { StaffConsent } from "~/use-cases/view-consent-as-staff";
import { WHO } from "./present-standing";

const MOVED = {
  stop: "Stop",
  terminate: "End",
  suspend: "Hold",
  resume: "Release",
  "remove-account": "Take out an account",
} as const satisfies Record<ChangeMove, string>;

const CHANGE_STATES = {
  intended: { word: "Under way", tone: "wait" },
  settled: { word: "Done", tone: "good" },
  closed: { word: "Not done", tone: "bad" },
} as const satisfies Record<ChangeOnRecord["state"], StandingView>;

const CLOSED = {
  spent: "another change overtook it",
  "not-allowed": "it could not be done any more",
  lapsed: "its time ran out",
} as const satisfies Record<ClosedBecause, string>;

/** What was asked for outside the consent page, by whom, and what came of it. */
export const presentChanges = ({ changes, staff }: StaffConsent): readonly ChangeRow[] =>
  changes.map((change) => {
    const { id, move, reason, actor, state, intendedAt, endedAt, note, closedBecause } = change;
    const name = actor.type === "staff" ? (staff.get(asStaffId(actor.ref)) ?? actor.ref) : WHO.customer;
    const because = closedBecause && CLOSED[closedBecause];
    return {
      id,
      when: minute(intendedAt),
      what: actor.type === "customer" && move === "suspend" ? "Pause" : MOVED[move],
      why: wordsOfReason(reason),
      ...(note && { note: isolated(plainText(note, 1_000) ?? "") }),
      who: isolated(name),
      outcome: {
        ...CHANGE_STATES[state],
        ...(because ? { why: because } : endedAt && { why: minute(endedAt) }),
      },
    };
  });

const CHANNELS = {
  tpp: "TPP",
  "e-mail": "Customer, by e-mail",
  "in-app": "Customer, in the dashboard",
  analytics: "Analytics",
} as const satisfies Record<DeliveryOnRecord["channel"], string>;

const DELIVERY_STATES = {
  queued: { word: "On its way", tone: "wait" },
  delivered: { word: "Delivered", tone: "good" },
  skipped: { word: "Not wanted", tone: "over" },
  parked: { word: "Parked", tone: "bad" },
  expired: { word: "Too late", tone: "bad" },
} as const satisfies Record<DeliveryOnRecord["state"], StandingView>;

/** Who was told of each version. */
export const presentDeliveries = ({ deliveries }: StaffConsent): readonly DeliveryRow[] =>
  deliveries.map(({ channel, version, move, state, attempts, queuedAt, endedAt, problem }) => {
    // What is put into the dashboard takes no attempt.
    const tries = attempts === 0 ? [] : [attempts === 1 ? "1 attempt" : `${attempts} attempts`];
    const why = [...(endedAt ? [minute(endedAt)] : []), ...tries].join(", ");
    return {
      id: `${version} ${channel} ${queuedAt.getTime()}`,
      when: minute(queuedAt),
      to: CHANNELS[channel],
      what: `Version ${version}: ${lowerFirst(wordsOfMove(move))}`,
      outcome: {
        ...DELIVERY_STATES[state],
        ...(why !== "" && { why }),
      },
      ...(problem !== undefined && { problem: isolated(plainText(problem) ?? "") }),
    };
  });

/** In the middle of a line. */
const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

const CASES = { "not-expected": "Did not expect the request", "not-recognised": "Does not recognise it" } as const;

/** What its customer told the bank about it. */
export const presentCases = ({ cases }: StaffConsent): readonly CaseRow[] =>
  cases.map(({ kind, reference, state, openedAt }) => ({
    reference,
    what: CASES[kind],
    opened: minute(openedAt),
    state: state === "open" ? { word: "Open", tone: "wait" } : { word: "Closed", tone: "over" },
  }));

const SIGNER_STATES = {
  asked: { word: "Asked", tone: "wait" },
  signed: { word: "Signed", tone: "good" },
  declined: { word: "Declined", tone: "bad" },
  lapsed: { word: "May not sign any more", tone: "over" },
} as const satisfies Record<SigningOnRecord["signers"][number]["state"], StandingView>;

const SIGNING_STATES = {
  awaiting: { word: "Waiting", tone: "wait" },
  complete: { word: "Complete", tone: "good" },
  rejected: { word: "Came to nothing", tone: "over" },
} as const satisfies Record<SigningOnRecord["state"], StandingView>;

/** Who signed, and who is missing (A-28). */
export function presentSigners({ signing, people }: StaffConsent): Pick<ConsentDetailView, "signers"> {
  if (!signing) return {};
  const { state, because, required, dueAt, signers } = signing;
  const signed = signers.filter((signer) => signer.state === "signed").length;
  return {
    signers: {
      facts: [
        {
          label: "Signatures",
          value: `${SIGNING_STATES[state].word}: ${signed} of ${required}${because ? `. ${wordsOfReason(because)}` : ""}`,
        },
        { label: "To be signed by", value: minute(dueAt) },
      ],
      rows: signers.map(({ customer, state: given, at }) => ({
        id: customer,
        name: isolated(plainText(people.get(customer)) ?? customer),
        state: SIGNER_STATES[given],
        when: minute(at),
      })),
    },
  };
}
