import type { Server } from "node:http";
import { setTimeout as wait } from "node:timers/promises";

export interface StopTimes {
  /** Milliseconds during which requests are still taken, while /readyz tells the load balancer to send no more. */
  readonly drainMs: number;
  /** Milliseconds that open requests get after that. */
  readonly deadlineMs: number;
}

/** For our own work around the upstreams' answers: the database, rendering, a slow reader. */
const MARGIN_MS = 5_000;

/**
 * A request waits for upstreams at most twice in a row: what the decision rests on, then the decision. Cut earlier, a
 * decision that is on its way would end without a page.
 *
 * @returns milliseconds.
 */
export const longestRequest = (upstreamTimeoutMs: number): number => 2 * upstreamTimeoutMs + MARGIN_MS;

/**
 * Goes on serving until others send nothing any more, stops accepting, lets open requests finish, and cuts what is left
 * at the deadline.
 *
 * @returns whether everything finished in time.
 */
export async function stopServing(server: Server, { drainMs, deadlineMs }: StopTimes): Promise<boolean> {
  if (drainMs > 0) await wait(drainMs);
  let inTime = true;
  const deadline = setTimeout(() => {
    inTime = false;
    server.closeAllConnections();
  }, deadlineMs);
  // An answer that began before the stop could not ask for its connection to be closed, and keeps it for a minute.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  clearInterval(sweep);
  clearTimeout(deadline);
  return inTime;
}
