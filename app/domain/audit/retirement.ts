import { createHash, type Hash } from "node:crypto";

/**
 * What was in one month of one tenant's record when it was dropped after its time. Signed: whoever finds the events gone
 * can tell that the bank took them, and that they were the ones that the chain holds.
 */
export interface Retirement {
  readonly tenant: string;
  /** `2019-03`, in UTC. */
  readonly month: string;
  /** How many events, in decimal. */
  readonly events: string;
  /** See {@link MonthDigest}. */
  readonly digest: string;
}

/** `typ` of a signed retirement (RFC 7515, section 4.1.9). */
export const RETIREMENT_TYPE = "audit-retirement+jws";

/** SHA-256 of the event hashes of a month in the order of their links: which events there were. */
export class MonthDigest {
  readonly #hash: Hash = createHash("sha256");
  #events = 0n;

  add(eventHash: Uint8Array): void {
    this.#hash.update(eventHash);
    this.#events += 1n;
  }

  /** Ends it: nothing can be added any more. */
  end(): Pick<Retirement, "events" | "digest"> {
    return { events: this.#events.toString(), digest: this.#hash.digest("base64url") };
  }
}
