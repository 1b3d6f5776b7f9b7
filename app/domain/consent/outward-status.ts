import type { ActorType } from "../audit/actor";
import type { AsFound, ConsentStatus, MoveReason } from "./lifecycle";

/** What is behind a consent's status: every standard has names of its own for it (see the files beside this one). */
export interface OutwardFacts {
  readonly status: ConsentStatus;
  readonly reason: MoveReason | AsFound;
  /** Whose move brought it there. */
  readonly by: ActorType;
}

/** One name for each of our statuses: one that is missing does not compile. */
export type OutwardNames = Readonly<Record<ConsentStatus, string>>;
