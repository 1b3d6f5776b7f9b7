import type { Messenger } from "~/ports/messenger";
import { createPoster, type Verdict } from "../post.server";

interface Needs {
  readonly url: string;
  /** PEM of the bank's own authority, trusted beside the public ones. */
  readonly authority?: string;
  readonly times?: { readonly connectMs: number; readonly totalMs: number };
}

/** Posts signed events to one receiver of the bank's own, as a compact JWS (RFC 7515, section 9.2.1). */
export function createWebhook({ url, ...reach }: Needs): Messenger & { close(): Promise<void> } {
  const poster = createPoster(reach);
  return {
    send: ({ body, correlationId }, signal) =>
      poster.post(url, { contentType: "application/jose", body, correlationId }, verdictOf, signal),
    close: () => poster.close(),
  };
}

/** What is wrong with this one event. All else may be a setting of ours or theirs, and mends. */
const REFUSALS: ReadonlySet<number> = new Set([400, 413, 422]);

function verdictOf(status: number): Verdict {
  if (status >= 200 && status < 300) return "delivered";
  return REFUSALS.has(status) ? "refused" : "failed";
}
