import type { Round } from "./job";

/** How many in one round; the rest waits for the next. */
export const BATCH = 50;

/**
 * Settles what was found, one after the other. What cannot be settled holds up no other: having been tried it comes last
 * the next time, and the round fails only when the others are done, since it must be seen.
 *
 * @throws whatever went wrong first.
 */
export async function settleEach<Found extends { readonly waitingSeconds: number }>(
  found: readonly Found[],
  settle: (one: Found) => Promise<{ readonly state: string }>,
  signal: AbortSignal,
): Promise<Round> {
  const failures: unknown[] = [];
  let ended = 0;
  for (const one of found) {
    if (signal.aborted) break;
    try {
      if ((await settle(one)).state !== "intended") ended += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return {
    counts: { found: found.length, ended },
    lagSeconds: Math.max(0, ...found.map(({ waitingSeconds }) => waitingSeconds)),
    // With none ended the authorization server is down: asking again at once would only add to its troubles.
    more: found.length === BATCH && ended > 0 && !signal.aborted,
  };
}
