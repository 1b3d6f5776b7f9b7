import type { LookupFunction } from "node:net";
import { rootCertificates } from "node:tls";
import { Agent, request } from "undici";
import type { Sent } from "~/ports/messenger";

/** Sends what others are to hear, to addresses that are theirs. Whatever goes wrong is an answer. */
export interface Poster {
  /** @param verdict what a status means to this receiver; redirects are never followed, so theirs count too. */
  post(url: string, message: Post, verdict: (status: number) => Verdict, signal: AbortSignal): Promise<Sent>;
  close(): Promise<void>;
}

export interface Post {
  readonly contentType: string;
  readonly body: string;
  readonly correlationId: string;
}

export type Verdict = "delivered" | "refused" | "failed";

interface Reach {
  /** PEM of an authority that is trusted beside the public ones. */
  readonly authority?: string;
  readonly lookup?: LookupFunction;
  /** For tests, which have not got ten seconds. */
  readonly times?: { readonly connectMs: number; readonly totalMs: number };
}

/** Thrown by a `lookup`: nobody may be sent to this address, now or later. */
export class AddressRefused extends Error {
  override readonly name = "AddressRefused";
}

const TIMES = { connectMs: 5_000, totalMs: 10_000 };

/** The status is the answer. What comes after it is read so far, to use the connection again, and no further. */
const READ_BYTES = 4_096;

export function createPoster({ authority, lookup, times: { connectMs, totalMs } = TIMES }: Reach): Poster {
  const dispatcher = new Agent({
    connect: {
      timeout: connectMs,
      ...(authority !== undefined && { ca: [...rootCertificates, authority] }),
      ...(lookup && { lookup }),
    },
    connections: 32,
    keepAliveTimeout: 10_000,
  });

  return {
    async post(url, { contentType, body, correlationId }, verdict, signal) {
      // Not `AbortSignal.any`: Node 20 can lose the time-out of one.
      const ending = new AbortController();
      const end = () => ending.abort();
      const timer = setTimeout(end, totalMs);
      signal.addEventListener("abort", end, { once: true });
      if (signal.aborted) end();
      try {
        const answer = await request(url, {
          method: "POST",
          dispatcher,
          signal: ending.signal,
          headers: { "content-type": contentType, accept: "application/json", "x-fapi-interaction-id": correlationId },
          body,
        });
        await answer.body.dump({ limit: READ_BYTES }).catch(() => {});
        return sentFrom(answer.statusCode, verdict(answer.statusCode));
      } catch (error) {
        if (signal.aborted) return { outcome: "cut" };
        if (error instanceof AddressRefused) return { outcome: "refused", problem: error.message };
        return { outcome: "failed", problem: ending.signal.aborted ? "no answer in time" : reasonOf(error) };
      } finally {
        clearTimeout(timer);
        signal.removeEventListener("abort", end);
      }
    },
    close: () => dispatcher.destroy(),
  };
}

const sentFrom = (code: number, outcome: Verdict): Sent =>
  outcome === "delivered" ? { outcome, code } : { outcome, code, problem: `answered ${code}` };

/** An error's code, because messages can repeat the address. */
function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "unknown failure";
  return `failed: ${code}`;
}
