import type { ActorType } from "../audit/actor";
import type { ConsentStatus, Move } from "../consent/lifecycle";
import { stopsOneAccount } from "../consent/renewal";
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
  /** ISO 8601 in UTC: of what is reminded of; of an app that is held back, when that ends. */
  readonly endsAt?: string;
  /** Of an app that is held back: account information goes on. */
  readonly paymentsAlone?: true;
}

export type NoticeKind =
  | "authorised"
  | "declined"
  | "failed"
  | "signature-asked"
  | "not-signed"
  | "renewed"
  | "paused"
  | "resumed"
  | "stopped"
  | "withdrawn"
  | "ended"
  | "expired"
  | "account-left"
  | "account-stopped"
  | "reconnected"
  | "ends-soon"
  | "app-held"
  | "app-back";

/** Of what has happened to a consent; the others tell of what is to come, or of the app. */
export type ChangeNoticeKind = Exclude<NoticeKind, "ends-soon" | "app-held" | "app-back">;

/** Of what customers hear. Requests that come and go before they were answered are no news, nor is a payment that was made. */
export const NOTICE_OF_MOVE = {
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
} as const satisfies Partial<Record<Move, NoticeKind>>;

const NOTICES: Readonly<Partial<Record<ConsentChanged["move"], NoticeKind>>> = {
  ...NOTICE_OF_MOVE,
  remind: "ends-soon",
  "app-held": "app-held",
  "app-back": "app-back",
};

/** Longer than any brand; a subject line holds no more. */
const LONGEST_NAME = 60;

/** Undefined when the customer is not told of this change, or is not known. */
export function noticeOf(change: ConsentChanged): Notice | undefined {
  const what = whatToTell(change);
  if (!what || !change.customer) return undefined;
  // They are told of the consent that took its place: that this one stopped would be read as the end of all (P-11).
  if (change.reason === "superseded") return undefined;
  if ((what === "expired" || what === "withdrawn") && !wasAuthorised(change.from)) return undefined;
  const app = plainText(change.clientName, LONGEST_NAME);
  return {
    what,
    kind: change.kind,
    ...(app && { app }),
    // Whose signature was missing is not for a mail to say; and who asked for a week of pause was not there at its end.
    by: what === "not-signed" || change.reason === "pause-over" ? "system" : change.by,
    at: change.occurredAt.toISOString(),
    ...(change.answer && { answer: toldOf(change.answer) }),
    ...(change.endsAt && { endsAt: change.endsAt.toISOString() }),
    ...(change.held?.until && { endsAt: change.held.until.toISOString() }),
    ...(change.held?.paymentsAlone && { paymentsAlone: true }),
  };
}

function whatToTell(change: ConsentChanged): NoticeKind | undefined {
  if (change.to === "terminated") return "ended";
  if (isUnsigned(change)) return "not-signed";
  // The bank let go of it, and their own pause goes on: nothing works again.
  if (change.move === "resume" && change.to === "suspended") return undefined;
  return stopsOneAccount(change, change.answer !== undefined) ? "account-stopped" : NOTICES[change.move];
}

/** What another signer is told: that they are asked, and neither by whom nor for how much. */
export function signatureNoticeOf({ kind, clientName, occurredAt }: ConsentChanged): Notice {
  const app = plainText(clientName, LONGEST_NAME);
  return { what: "signature-asked", kind, ...(app && { app }), by: "system", at: occurredAt.toISOString() };
}

/** Whoever said yes first did not refuse it. */
const isUnsigned = ({ move, from, reason }: ConsentChanged) =>
  from === "partially-authorised" && (move === "fail" || reason === "signer-declined");

const toldOf = ({ until, ...answer }: AnswerGiven): NonNullable<Notice["answer"]> => ({
  ...answer,
  ...(until && { until: until.toISOString() }),
});

const wasAuthorised = (status: ConsentStatus | undefined) => status === "authorised" || status === "suspended";
