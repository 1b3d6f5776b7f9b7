import type { ConsentId } from "~/domain/shared/ids";
import type { ConsentReference } from "./authorization-server";
import type { DatabaseInstant, Looked } from "./consent-register-upkeep";

/**
 * A walk through all consents of the authorization server, round after round, and what it did not meet.
 *
 * @throws DeskUnavailable from every method
 */
export interface ConsentWalk {
  /** One walker at a time: undefined while another one walks. */
  take(): Promise<WalkPosition | undefined>;
  /** Keeps how far it came, and lets the next one walk. */
  put(after: ConsentId, seen: number): Promise<void>;
  /** The round is at its end, or has lost its way: the next one begins anew. */
  end(seen: number): Promise<void>;
  /** Open consents of ours that the round did not meet, oldest first. */
  missed(roundStarted: DatabaseInstant, limit: number): Promise<readonly ConsentReference[]>;
  /** Notes for a person to look at that the authorization server does not hold it. False when that stands already. */
  report(id: ConsentId): Promise<boolean>;
  /** Ends what the authorization server does not hold any more. False when it has moved since that was asked. */
  close(id: ConsentId, looked: Looked): Promise<boolean>;
}

export interface WalkPosition {
  /** Absent at the beginning of a round. */
  readonly after?: ConsentId;
  readonly roundStarted: DatabaseInstant;
}
