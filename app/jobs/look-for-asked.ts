import { setTimeout as sleep } from "node:timers/promises";
import type { AskedRounds } from "~/ports/asked-rounds";

/**
 * Looks now and then for jobs that somebody wants to run at once, and tells them. What was asked for stays so until a round
 * that began later is on record: whoever is killed in between is followed by another.
 */
export function lookForAsked(rounds: Pick<AskedRounds, "asked">, stopping: AbortSignal, everyMs: number) {
  const listeners = new Map<string, () => void>();
  const told = new Set<string>();

  async function look(): Promise<void> {
    while (!stopping.aborted) {
      await sleep(everyMs, undefined, { signal: stopping }).catch(() => {});
      // A database that is away is told of by every job; here there is nothing to add.
      const names = stopping.aborted ? [] : await rounds.asked().catch(() => []);
      for (const name of names) {
        const tell = listeners.get(name);
        if (tell) told.add(name);
        tell?.();
      }
    }
  }

  return {
    listen: (job: string, tell: () => void) => void listeners.set(job, tell),
    /** Whether the round that ended was asked for; says so once. */
    answered: (job: string): boolean => told.delete(job),
    ended: look(),
  };
}
