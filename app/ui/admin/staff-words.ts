import type { ConsentStatus, Move, MoveReason } from "~/domain/consent/lifecycle";
import type { ConsentKind } from "~/domain/consent-kinds/index";
import type { StandingView } from "./standing-view";

/** As staff speak of kinds. */
export const KIND_WORDS = {
  "account-access": "Account access",
  "domestic-payment": "Payment",
  "domestic-scheduled-payment": "Scheduled payment",
  "domestic-standing-order": "Standing order",
  "domestic-vrp": "Variable recurring payments",
  "file-payment": "File of payments",
  "funds-confirmation": "Funds confirmation",
  "international-payment": "International payment",
  "international-scheduled-payment": "International scheduled payment",
  "international-standing-order": "International standing order",
} as const satisfies Record<ConsentKind, string>;

/** As staff speak of statuses, and the shape that stands before the word. */
export const STATUS_WORDS = {
  "awaiting-upload": { word: "Awaiting file", tone: "wait" },
  pending: { word: "Not answered", tone: "wait" },
  "partially-authorised": { word: "Awaiting signatures", tone: "wait" },
  authorised: { word: "Live", tone: "good" },
  suspended: { word: "Held", tone: "wait" },
  consumed: { word: "Used", tone: "over" },
  rejected: { word: "Refused", tone: "over" },
  revoked: { word: "Stopped", tone: "over" },
  terminated: { word: "Ended by bank", tone: "bad" },
  expired: { word: "Run out", tone: "over" },
} as const satisfies Record<ConsentStatus, StandingView>;

/** What became of a consent, as its versions tell it. */
const MOVE_WORDS = {
  import: "Asked for by the TPP",
  upload: "File uploaded",
  authorise: "Agreed to",
  "authorise-partly": "Signed, others have yet to",
  complete: "Signed by all",
  decline: "Refused",
  fail: "Came to nothing",
  renew: "Renewed or changed",
  suspend: "Held or paused",
  resume: "Released or resumed",
  stop: "Stopped by the customer",
  withdraw: "Withdrawn by the TPP",
  terminate: "Ended by the bank",
  expire: "Ran out",
  consume: "Used",
  "drop-account": "Account taken out",
  reconnect: "Agreed to again",
} as const satisfies Record<Move, string>;

/** Of a move that an earlier release wrote down, and none of ours is, its own name. */
export const wordsOfMove = (move: string): string =>
  move in MOVE_WORDS ? MOVE_WORDS[move as Move] : wordsOfReason(move);

/** A code of ours as words: "customer-stopped" → "Customer stopped". Reasons of the life cycle read well that way. */
export const wordsOfReason = (reason: MoveReason | string): string =>
  reason.charAt(0).toUpperCase() + reason.slice(1).replaceAll("-", " ");

/** "1,204": whole numbers as staff read them; at a limit "1,000+". */
export const figure = (count: number, limit = Infinity): string =>
  count >= limit ? `${limit.toLocaleString("en-GB")}+` : count.toLocaleString("en-GB");

/** "1 consent", "1,204 consents", "1,000+ consents". */
export const counted = (count: number, what: string, limit = Infinity): string =>
  `${figure(count, limit)} ${what}${count === 1 ? "" : "s"}`;

/** "2026-03-14": the zone of this and of the next two, UTC, is said once on the page. */
export const day = (at: Date | string): string => new Date(at).toISOString().slice(0, 10);

/** "2026-03-14 10:05" */
export const minute = (at: Date | string): string => new Date(at).toISOString().slice(0, 16).replace("T", " ");

/** "2026-03-14 10:05:09" */
export const second = (at: Date | string): string => new Date(at).toISOString().slice(0, 19).replace("T", " ");

/** "4 s", "12 min", "3 h", "9 days": how long ago, or for how long. */
export function span(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  if (seconds < 5_400) return `${Math.round(seconds / 60)} min`;
  return seconds < 172_800 ? `${Math.round(seconds / 3_600)} h` : `${Math.round(seconds / 86_400)} days`;
}
