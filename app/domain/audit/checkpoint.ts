/**
 * The end of one tenant's chain at one moment. Signed: whoever keeps one elsewhere can tell that nothing before it was
 * cut off or made anew.
 */
export interface Checkpoint {
  readonly tenant: string;
  /** Number of the last link; the first is 1. */
  readonly seq: string;
  /** Chain hash of the last link, base64url. */
  readonly chain: string;
  /** By the database's clock, ISO 8601 in UTC. */
  readonly at: string;
}

/** `typ` of a signed checkpoint (RFC 7515, section 4.1.9): nothing else that we sign can stand for one. */
export const CHECKPOINT_TYPE = "audit-checkpoint+jws";
