import type { AuthorityEvent } from "./authorization-server";

/**
 * What the authorization server told and we have not taken in yet.
 *
 * @throws DeskUnavailable from every method
 */
export interface AuthorityInbox {
  /** False for an event that came before. */
  keep(event: AuthorityEvent): Promise<boolean>;
  /** Events that are due, for this caller alone for a while; of one consent in the order in which they happened. */
  take(limit: number): Promise<readonly AuthorityEvent[]>;
  /** To be tried again after so many seconds. */
  postpone(event: AuthorityEvent, seconds: number): Promise<void>;
  /** Age of the oldest that waits, in seconds; 0 when none does. */
  oldest(): Promise<number>;
  /** Forgets what came so long ago that it is not sent again, and says how many. */
  forgetOld(): Promise<number>;
}
