import type { Messenger } from "~/ports/messenger";
import { createPoster, type Verdict } from "../post.server";
import type { CallbackGuard } from "./callback-guard.server";

interface Needs {
  readonly guard: CallbackGuard;
  /** PEM of an authority for callback addresses, trusted beside the public ones. */
  readonly authority?: string;
  readonly times?: { readonly connectMs: number; readonly totalMs: number };
}

/** Pushes security event tokens to TPPs (Read/Write API, real-time event notification). */
export function createCallback({ guard, ...reach }: Needs): Messenger & { close(): Promise<void> } {
  const poster = createPoster({ ...reach, lookup: guard.lookup });
  return {
    async send({ url = "", body, correlationId }, signal) {
      // Checked at every attempt and not only at subscription: rules and settings change meanwhile.
      if (!guard.isWellFormed(url)) return { outcome: "refused", problem: "address not allowed" };
      return poster.post(url, { contentType: "application/jwt", body, correlationId }, verdictOf, signal);
    },
    close: () => poster.close(),
  };
}

/** Says "later" and not "never" (RFC 9110, section 15.5.9; RFC 6585, section 4). */
const LATER: ReadonlySet<number> = new Set([408, 429]);

/**
 * Only 202 says that it was taken over: a server that answers 200 to anything has kept nothing. Redirects and refusals
 * will be the same tomorrow.
 */
function verdictOf(status: number): Verdict {
  if (status === 202) return "delivered";
  return status >= 300 && status < 500 && !LATER.has(status) ? "refused" : "failed";
}
