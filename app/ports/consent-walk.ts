import type { ConsentId } from "~/domain/shared/ids";
import type { ConsentReference } from "./authorization-server";
import type { DatabaseInstant, Looked } from "./consent-register-upkeep";

/**
 * A walk through all consents of the authorization server, round after round, and what a round did not meet.
 *
 * @throws DeskUnavailable from every method
 */
export interface ConsentWalk {
  /** One walker at a time: undefined while another one walks. */
  take(): Promise<WalkPosition | undefined>;
  /** Keeps how far it came, and lets the next one walk; without `after` the round begins anew. */
  put(seen: number, after?: ConsentId): Promise<void>;
  /** The round is over. What was found missing and has ended otherwise since is no finding any more. */
  end(seen: number): Promise<void>;
  /** Open consents of ours that the round did not meet, those first that nobody was told of. */
  missed(roundStarted: DatabaseInstant, limit: number): Promise<readonly ConsentReference[]>;
  /** Notes, once, that the authorization server does not hold it, and says of how many that stands. */
  report(id: ConsentId): Promise<number>;
  /** Ends what the authorization server does not hold any more. False when it has moved since that was asked. */
  close(consent: ConsentReference, looked: Looked): Promise<boolean>;
}

export interface WalkPosition {
  /** Absent at the beginning of a round. */
  readonly after?: ConsentId;
  readonly roundStarted: DatabaseInstant;
}
