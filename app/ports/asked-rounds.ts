import type { StaffId } from "~/domain/shared/ids";

/**
 * Jobs that somebody wants to run at once, kept where every process that runs them looks.
 *
 * @throws DeskUnavailable from every method
 */
export interface AskedRounds {
  /** Written down with whoever asked. False when no job of this name ever ran. */
  ask(job: string, by: StaffId, correlationId: string): Promise<boolean>;
  /** The jobs of which no round began since one was asked for. */
  asked(): Promise<readonly string[]>;
}
