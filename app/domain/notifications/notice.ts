import type { ActorType } from "../audit/actor";
import type { ConsentStatus, Move } from "../consent/lifecycle";
import type { ConsentKind } from "../consent-kinds/index";
import { plainText } from "../shared/plain-text";
import type { AnswerGiven, ConsentChanged } from "./consent-changed";

/**
 * What a customer is told of a change, before it is put into words. Enough to tell by it what was not theirs: how many
 * accounts, until when, how much. No name, no account, no payee, so that a mail that goes astray tells a stranger next to
 * nothing (decision 20).
 */
export interface Notice {
  readonly what: NoticeKind;
  readonly kind: ConsentKind;
  /** The TPP's name, as one line of visible characters; absent when it has none. */
  readonly app?: string;
  readonly by: ActorType;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly answer?: {
    readonly accounts?: number;
    /** ISO 8601 in UTC. */
    readonly until?: string;
    readonly amount?: { readonly decimal: string; readonly currency: string };
    readonly reportReference?: string;
  };
}

export type NoticeKind =
  | "authorised"
  | "declined"
  | "failed"
  | "renewed"
  | "paused"
  | "resumed"
  | "stopped"
  | "withdrawn"
  | "ended"
  | "expired"
  | "account-left"
  | "reconnected";

/** Of what customers hear. Requests that come and go before they were answered are no news, nor is a payment that was made. */
const NOTICES: Readonly<Partial<Record<ConsentChanged["move"], NoticeKind>>> = {
  authorise: "authorised",
  complete: "authorised",
  decline: "declined",
  fail: "failed",
  renew: "renewed",
  suspend: "paused",
  resume: "resumed",
  stop: "stopped",
  withdraw: "withdrawn",
  terminate: "ended",
  expire: "expired",
  "drop-account": "account-left",
  reconnect: "reconnected",
} satisfies Partial<Record<Move, NoticeKind>>;

/** Longer than any brand; a subject line holds no more. */
const LONGEST_NAME = 60;

/** Undefined when the customer is not told of this change, or is not known. */
export function noticeOf(change: ConsentChanged): Notice | undefined {
  const what = change.to === "terminated" ? "ended" : NOTICES[change.move];
  if (!what || !change.customer) return undefined;
  // They are told of the consent that took its place: that this one stopped would be read as the end of all (P-11).
  if (change.reason === "superseded") return undefined;
  if ((what === "expired" || what === "withdrawn") && !wasAuthorised(change.from)) return undefined;
  const app = plainText(change.clientName, LONGEST_NAME);
  return {
    what,
    kind: change.kind,
    ...(app && { app }),
    by: change.by,
    at: change.occurredAt.toISOString(),
    ...(change.answer && { answer: toldOf(change.answer) }),
  };
}

const toldOf = ({ until, ...answer }: AnswerGiven): NonNullable<Notice["answer"]> => ({
  ...answer,
  ...(until && { until: until.toISOString() }),
});

const wasAuthorised = (status: ConsentStatus | undefined) => status === "authorised" || status === "suspended";
