import type { Server } from "node:http";

/** Milliseconds that open requests get to finish. Longer than the upstream timeouts, shorter than a supervisor's kill. */
const DEADLINE_MS = 10_000;

/**
 * Stops accepting, lets open requests finish, cuts what is left at the deadline.
 *
 * @returns whether everything finished in time.
 */
export async function drain(server: Server, deadlineMs = DEADLINE_MS): Promise<boolean> {
  let inTime = true;
  const deadline = setTimeout(() => {
    inTime = false;
    server.closeAllConnections();
  }, deadlineMs);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  clearTimeout(deadline);
  return inTime;
}
