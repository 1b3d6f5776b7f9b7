import type { ConsentRecord } from "./authorization-server";
import type { DatabaseInstant, Looked } from "./consent-register-upkeep";

/**
 * Our picture of the consents, made anew. Only whoever owns the tables may.
 *
 * @throws DeskUnavailable from every method
 */
export interface ProjectionRebuild {
  /** The database's clock, to the microsecond. */
  now(): Promise<DatabaseInstant>;
  /**
   * Puts what the authorization server said in the place of what was known of these consents, history and all.
   *
   * @returns how many; the others have something of ours under way, and are left to the daily reconciling.
   */
  replace(page: readonly ConsentRecord[], looked: Looked): Promise<number>;
  /** Drops what no page held since the rebuild began, and says how many. */
  dropOthers(begun: DatabaseInstant): Promise<number>;
}
