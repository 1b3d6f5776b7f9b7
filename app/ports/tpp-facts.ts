import type { ClientId } from "~/domain/shared/ids";
import type { AppFacts, RegisteredApp } from "~/domain/tpp/app-facts";

/**
 * What the apps' registrations said when they were last looked at (D-20), by the database's clock. Whoever asks gets what
 * is known, however old, with its time.
 *
 * @throws DeskUnavailable from every method
 */
export interface TppFacts {
  /** In one query; apps of which nothing is known are not among them. */
  of(ids: readonly ClientId[]): Promise<ReadonlyMap<ClientId, AppFacts>>;
  /**
   * Apps that customers share with, and that were not looked at for a day: for some minutes nobody else is given them, and
   * who loses them on the way finds them again then.
   */
  claim(limit: number): Promise<readonly ClientId[]>;
  /** Those of `claimed` that are registered are known from now on; the others keep what was known of them. */
  keep(claimed: readonly ClientId[], registered: readonly RegisteredApp[]): Promise<void>;
}
