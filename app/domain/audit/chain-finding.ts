/** What is wrong in a record of evidence, and where exactly. */
export interface ChainFinding {
  readonly what: Wrong;
  readonly tenant: string;
  /** Place in the chain, where the place is known. */
  readonly seq?: string;
  /** The audit event, where it is one. */
  readonly eventId?: string;
  /** When that event was written: seconds since 1970 with six decimals. */
  readonly at?: string;
  /** The month that it is about, where it is about no single event. */
  readonly month?: string;
}

export type Wrong = keyof typeof SENTENCES;

const SENTENCES = {
  changed: "the event is not what it was when it was linked",
  missing: "the event is gone",
  added: "the event has no link and does not wait for one",
  unsealed: "the event has waited too long for its link",
  "link-changed": "the link does not hold what follows from the one before it",
  "link-missing": "the link is gone",
  "checkpoint-forged": "the checkpoint was not signed with a key of ours, or not for this place",
  "checkpoint-contradicted": "the chain up to here is not the one that was signed",
  "cut-off": "the chain ends before this place, which was signed",
  "retirement-forged": "the claim that a month was retired was not signed with a key of ours, or not for this month",
  "retirement-contradicted": "the month that was retired held other events than the chain does",
} as const;

/** One line: what, which row, which month, which place. */
export function describeFinding({ what, tenant, seq, eventId, at, month }: ChainFinding): string {
  const where = [
    ...(eventId === undefined ? [] : [`event ${eventId}`]),
    ...(at === undefined ? [] : [`of ${monthOf(at)}`]),
    ...(month === undefined ? [] : [`month ${month}`]),
    ...(seq === undefined ? [] : [`place ${seq}`]),
    `tenant ${tenant}`,
  ];
  return `${what}: ${where.join(", ")}: ${SENTENCES[what]}`;
}

/** `2026-01`, in UTC: the part of the audit in which the row lies. */
export function monthOf(at: string): string {
  const time = new Date(Number(at) * 1_000);
  return Number.isNaN(time.getTime()) ? "no month" : time.toISOString().slice(0, 7);
}
