import { MOVES } from "~/domain/consent/lifecycle";

/** Why the bank ends a consent (T13). */
export type TerminateReason = (typeof MOVES)["terminate"]["reasons"][number];

/** As staff choose it and find it on record. What customers read is `standing.why` of the catalogues. */
export const TERMINATE_REASONS = {
  "client-instruction-via-agent": "The customer asked us to",
  "tpp-request": "The TPP asked us to",
  regulatory: "A regulator or a court requires it",
  fraud: "Fraud, or a suspicion of it",
  "tpp-deauthorised": "The TPP is no longer authorised",
  "customer-deceased": "The customer has died",
  "account-all-closed": "All accounts are closed",
} as const satisfies Record<TerminateReason, string>;

/** Undefined for one that is none of ours. */
export const terminateReasonOf = (code: string): TerminateReason | undefined =>
  MOVES.terminate.reasons.find((reason) => reason === code);
