import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { decodeJwt } from "jose";
import { listen } from "../../service.ts";
import { BANK_TOKEN } from "./stand-in-authorization-server.ts";

export interface ReceivedEventCall {
  readonly method: string;
  readonly path: string;
  readonly host: string | undefined;
  readonly interactionId: string | undefined;
  readonly body: unknown;
}

/**
 * What the bank speaks to at the consent app: its API for TPPs' events, over http, with the least that the bank's own
 * side can be proved with. The consent app's tests prove both together.
 */
export interface StandInConsentApp {
  /** By client id; a TPP has one at most. */
  readonly subscriptions: Map<string, Record<string, unknown>>;
  /** What waits for a TPP, by the id of the event; answered ones are taken out. */
  readonly sets: Map<string, Record<string, string>>;
  readonly calls: ReceivedEventCall[];
  /** Reports of reads as they came. */
  readonly reports: string[];
  /** What the next reports with reads in them are answered with, one each: a status, nothing once it was taken, or parts of the answer. */
  readonly verdicts: (number | "hangs up" | object)[];
  /** Answers the next calls in this way, one each. */
  readonly trouble: ("hangs up" | "rubbish" | { readonly status: number; readonly body?: object })[];
  close(): Promise<void>;
}

/**
 * @param isAllowed of an `authorization` header; the token of the authorization server's stand-in unless told otherwise.
 * @param keys published for whoever checks its events.
 */
export async function standInConsentApp(
  port: number,
  isAllowed = (authorization: string | undefined): boolean => authorization === `Bearer ${BANK_TOKEN}`,
  keys: readonly object[] = [],
): Promise<StandInConsentApp> {
  const state = {
    subscriptions: new Map<string, Record<string, unknown>>(),
    sets: new Map<string, Record<string, string>>(),
    calls: [] as ReceivedEventCall[],
    reports: [] as string[],
    verdicts: [] as StandInConsentApp["verdicts"],
    trouble: [] as StandInConsentApp["trouble"],
  };
  const handler = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (request.url === "/.well-known/jwks.json") return void response.end(JSON.stringify({ keys }));
    // Asked for each second, and by nobody's call.
    if (request.url?.startsWith("/api/v1/deny-list")) return void response.writeHead(503).end();
    // What the authorization server tells it is no matter of the bank's.
    if (request.url === "/api/v1/authority-events") return void response.writeHead(202).end();
    const text = Buffer.concat(chunks).toString();
    if (request.url === "/api/v1/access-events") {
      // An empty report, which comes each second, takes nobody's verdict.
      const { events } = decodeJwt<{ events: unknown[] }>(text);
      const verdict = (events.length > 0 && state.verdicts.shift()) || {};
      if (typeof verdict === "number") return void response.writeHead(verdict).end();
      state.reports.push(text);
      if (verdict === "hangs up") return void request.socket.destroy();
      return void response.end(JSON.stringify({ taken: 0, repeated: 0, refused: [], early: [], ...verdict }));
    }
    const call: ReceivedEventCall = {
      method: request.method ?? "",
      path: request.url ?? "",
      host: request.headers.host,
      interactionId: request.headers["x-fapi-interaction-id"] as string | undefined,
      body: text === "" ? undefined : JSON.parse(text),
    };
    state.calls.push(call);
    const trouble = state.trouble.shift();
    if (trouble === "hangs up") return void request.socket.destroy();
    if (trouble === "rubbish") return void response.end("<html>");
    const allowed = isAllowed(request.headers.authorization);
    const [status, body] = trouble
      ? ([trouble.status, trouble.body] as const)
      : allowed
        ? answer(state, call)
        : ([401] as const);
    response.writeHead(status, { "content-type": "application/json" }).end(body && JSON.stringify(body));
  };
  const listening = await listen("app", port, handler);
  return { ...state, close: listening.close };
}

function answer(
  { subscriptions, sets }: Pick<StandInConsentApp, "subscriptions" | "sets">,
  { method, path, body }: ReceivedEventCall,
): readonly [status: number, body?: object | undefined] {
  const [, client = "", what, id] =
    /^\/api\/v1\/tpps\/([^/]+)\/(events|event-subscriptions)(?:\/([^/]+))?$/.exec(path) ?? [];
  const kept = subscriptions.get(client);
  if (what === "events") {
    const { maxEvents, ack = [], setErrs = {} } = body as { maxEvents?: number; ack?: string[]; setErrs?: object };
    const waiting = Object.entries(sets.get(client) ?? {}).filter(([jti]) => !ack.includes(jti) && !(jti in setErrs));
    sets.set(client, Object.fromEntries(waiting));
    return [200, { moreAvailable: false, sets: maxEvents === 0 ? {} : Object.fromEntries(waiting) }];
  }
  if (method === "GET") return [200, { subscriptions: kept ? [kept] : [] }];
  if (method === "POST") {
    if (kept) return [409, { problem: "subscription-exists" }];
    subscriptions.set(client, { id: randomUUID(), ...(body as object) });
    return [201, subscriptions.get(client)];
  }
  if (!kept || kept["id"] !== id) return [404, { problem: "subscription-unknown" }];
  if (method === "DELETE") {
    subscriptions.delete(client);
    return [204];
  }
  subscriptions.set(client, { id, ...(body as object) });
  return [200, subscriptions.get(client)];
}
