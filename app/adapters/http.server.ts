import {
  BrokenCircuitError,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
  type IPolicy,
  retry,
  TaskCancelledError,
  TimeoutStrategy,
  timeout,
  wrap,
} from "cockatiel";
import { Agent, request } from "undici";
import type { UpstreamHealth } from "~/ports/upstream-health";

/** One upstream: how to reach it, and how long to wait. */
export interface Upstream {
  readonly baseUrl: string;
  /** PEM. Who we are, where that is asked, and whom we trust, where not the public authorities. */
  readonly tls: { readonly cert?: string; readonly key?: string; readonly ca?: string };
  readonly timeoutMs: number;
}

export interface HttpCall {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Below the base URL, query included; each part escaped by the caller. The whole address where that is empty. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly correlationId: string;
  /** Ends the call before the timeout does, for callers with one deadline over several calls. */
  readonly signal?: AbortSignal;
}

export interface HttpAnswer {
  readonly status: number;
  header(name: string): string | undefined;
  /** Parsed JSON; undefined when the body is not JSON. */
  readonly json: unknown;
  /** The body as it came. */
  readonly text?: string;
}

export interface HttpClient {
  /**
   * @throws UpstreamUnavailable when there is no usable answer in time: refused, hung, cut, too large, or 5xx.
   */
  call(call: HttpCall): Promise<HttpAnswer>;
  close(): Promise<void>;
}

/** Nothing is known of the outcome. Holds no body and no address: both may carry secrets. */
export class UpstreamUnavailable extends Error {
  override readonly name = "UpstreamUnavailable";
}

/** No list of accounts and no consent is anywhere near this. */
const MAX_ANSWER_BYTES = 4 * 1024 * 1024;

/**
 * A client for one upstream, with a certificate. A call waits at most the timeout; a call that changes nothing is tried
 * once more; after ten failures in a row nobody waits for a dead upstream until one probe in five seconds succeeds.
 * Bodies are never logged.
 */
export function createHttpClient({ baseUrl, tls, timeoutMs }: Upstream): HttpClient {
  const dispatcher = new Agent({
    connect: { ...tls, timeout: timeoutMs },
    connections: 64,
    keepAliveTimeout: 30_000,
    maxResponseSize: MAX_ANSWER_BYTES,
  });
  const failures = handleWhen((error) => !(error instanceof BrokenCircuitError));
  const breaker = circuitBreaker(failures, { halfOpenAfter: 5_000, breaker: new ConsecutiveBreaker(10) });
  // Without `abortOnReturn`, which makes an error with its stack for every answer that came in time.
  const inTime = timeout(timeoutMs, { strategy: TimeoutStrategy.Aggressive, abortOnReturn: false });
  const once = wrap(breaker, inTime);
  const twice = wrap(retry(failures, { maxAttempts: 1 }), once);
  // The second try must fit into the same time: a page may wait for the timeout once, not twice.
  const overall = wrap(inTime, twice);

  const send = async ({ method, path, headers, body, correlationId }: HttpCall, signal: AbortSignal) => {
    const answer = await request(`${baseUrl}${path}`, {
      method,
      dispatcher,
      signal,
      headers: { accept: "application/json", "x-fapi-interaction-id": correlationId, ...headers },
      ...(body !== undefined && { body }),
    });
    const text = await answer.body.text();
    if (answer.statusCode >= 500) throw new UpstreamUnavailable(`answered ${answer.statusCode}`);
    return { status: answer.statusCode, headers: answer.headers, text };
  };

  return {
    async call(call) {
      const policy: IPolicy = call.method === "GET" ? overall : once;
      try {
        const { status, headers, text } = await policy.execute(({ signal }) => send(call, signal), call.signal);
        answeredBy(baseUrl + call.path);
        return {
          status,
          json: parseJson(text),
          text,
          header: (name) => {
            const value = headers[name];
            return Array.isArray(value) ? value[0] : value;
          },
        };
      } catch (error) {
        const failure = error instanceof UpstreamUnavailable ? error : new UpstreamUnavailable(reasonOf(error));
        // Whoever asks may give up first, which says nothing about whom they asked.
        if (!call.signal?.aborted) notAnsweredBy(baseUrl + call.path, failure.message);
        throw failure;
      }
    },
    close: () => dispatcher.destroy(),
  };
}

const health = new Map<string, UpstreamHealth>();

/** How everybody has answered whom this process asked, by origin. */
export const upstreamsHeard = (): readonly UpstreamHealth[] => [...health.values()];

const heardOf = (address: string): UpstreamHealth => {
  const { origin } = new URL(address);
  return health.get(origin) ?? { origin, answered: 0, failed: 0, failedInARow: 0 };
};

function answeredBy(address: string): void {
  const known = heardOf(address);
  health.set(known.origin, { ...known, answered: known.answered + 1, failedInARow: 0, lastAnswered: new Date() });
}

function notAnsweredBy(address: string, problem: string): void {
  const known = heardOf(address);
  const [failed, failedInARow] = [known.failed + 1, known.failedInARow + 1];
  health.set(known.origin, { ...known, failed, failedInARow, lastFailed: new Date(), problem });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What to log of a failure: its code, because undici's messages can repeat the address. */
function reasonOf(error: unknown): string {
  if (error instanceof TaskCancelledError) return "no answer in time";
  if (error instanceof BrokenCircuitError) return "not asked: it failed ten times in a row";
  const code = error instanceof Error && "code" in error ? String(error.code) : "unknown failure";
  return `failed: ${code}`;
}
