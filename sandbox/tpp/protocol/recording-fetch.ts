import type { CustomFetch } from "openid-client";
import { type Dispatcher, fetch } from "undici";
import type { Exchange, Field } from "./exchange.ts";
import { maskBody, maskHeader } from "./masking.ts";

const SHOWN_RESPONSE_HEADERS = [
  "content-type",
  "x-fapi-interaction-id",
  "x-jws-signature",
  "www-authenticate",
  "retry-after",
];
const HIDDEN_REQUEST_HEADERS = ["user-agent"];
const TIMEOUT_MS = 15_000;

/**
 * A `fetch` that speaks TLS with the TPP's certificate, carries the run's `x-fapi-interaction-id` on every call, and
 * writes what was said into `exchanges`, masked.
 *
 * @throws TypeError when nobody answered; the exchange is recorded with the reason.
 */
export function recordingFetch(dispatcher: Dispatcher, interactionId: string, exchanges: Exchange[]): CustomFetch {
  return async (url, options) => {
    const headers = { ...options.headers, "x-fapi-interaction-id": interactionId };
    const body = options.body === undefined || options.body === null ? "" : String(options.body);
    const requestBody = maskBody(new Headers(headers).get("content-type"), body);
    const request: Exchange["request"] = {
      method: options.method,
      url,
      headers: requestFields(headers),
      ...(requestBody ? { body: requestBody } : {}),
    };
    const started = performance.now();
    const milliseconds = () => Math.round(performance.now() - started);
    try {
      const answer = await fetch(url, {
        method: options.method,
        headers,
        redirect: "manual",
        dispatcher,
        signal: AbortSignal.timeout(TIMEOUT_MS),
        ...(body === "" ? {} : { body }),
      });
      const text = await answer.text();
      const responseBody = maskBody(answer.headers.get("content-type"), text);
      exchanges.push({
        request,
        response: {
          status: answer.status,
          headers: responseFields(answer.headers),
          ...(responseBody ? { body: responseBody } : {}),
        },
        milliseconds: milliseconds(),
      });
      // The protocol library accepts the runtime's own Response only; a 204 may not carry even an empty body.
      return new Response(text === "" ? null : text, { status: answer.status, headers: [...answer.headers] });
    } catch (error) {
      exchanges.push({ request, problem: reason(error), milliseconds: milliseconds() });
      throw error;
    }
  };
}

function requestFields(headers: Record<string, string>): Field[] {
  return Object.entries(headers)
    .map(([name, value]) => ({ name: name.toLowerCase(), value }))
    .filter(({ name }) => !HIDDEN_REQUEST_HEADERS.includes(name))
    .map(({ name, value }) => ({ name, value: maskHeader(name, value) }));
}

function responseFields(headers: { get(name: string): string | null }): Field[] {
  return SHOWN_RESPONSE_HEADERS.flatMap((name) => {
    const value = headers.get(name);
    return value === null ? [] : [{ name, value: maskHeader(name, value) }];
  });
}

function reason(error: unknown): string {
  if (error instanceof Error && error.name === "TimeoutError") return `no answer within ${TIMEOUT_MS / 1000} seconds`;
  const cause = error instanceof Error ? (error.cause as NodeJS.ErrnoException | undefined) : undefined;
  return cause?.code ?? "the connection failed";
}
