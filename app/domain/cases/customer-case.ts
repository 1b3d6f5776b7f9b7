import { shortCode } from "../receipts/short-code";
import type { CaseId, ClientId, ConsentId } from "../shared/ids";

/**
 * `not-expected`: a customer met a request that they did not start (P-32). `not-recognised`: they found on their own pages
 * what they never agreed to (D-24).
 */
export type CaseKind = "not-expected" | "not-recognised";

/** What a customer told the bank, for its fraud team to look into. */
export interface CustomerCase {
  readonly id: CaseId;
  readonly kind: CaseKind;
  /** "K7QM-3F0A": what the customer reads out on the phone. */
  readonly reference: string;
}

/** A case that the bank's staff is to be told of. Holds nothing of the customer. */
export interface CaseAlert extends CustomerCase {
  readonly consentId: ConsentId;
  readonly clientId: ClientId;
  readonly waitingSeconds: number;
}

/** Forty bits are few enough to read out, and enough that nobody meets another customer's case by a slip. */
const LETTERS = 8;

/** @param random eight bytes or more. */
export const caseReference = (random: Uint8Array): string => shortCode(random, LETTERS);
