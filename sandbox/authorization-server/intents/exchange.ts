import { randomUUID } from "node:crypto";
import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import type { JWK } from "jose";
import type { Logger } from "pino";
import type { Database } from "../../database.ts";
import { type ClientToken, type FindToken, presentedToken } from "../access/client-token.ts";
import type { Quotes } from "../bank/quotes.ts";
import type { ApiVersion } from "../consents/consent.ts";
import type { ConsentScope } from "../consents/consent-kinds.ts";
import type { Consents } from "../consents/consents.ts";
import { interactionIdOf } from "../interaction-id.ts";
import { isAskingDenied, isUseDenied } from "../suspensions/suspended-clients.ts";
import { type Signer, signMessage } from "./message-signature.ts";
import { errorBody, Refusal } from "./problem.ts";
import { acceptsJson, checkHeaders, sendsJson } from "./request-headers.ts";

export interface IntentApiDeps {
  readonly sql: Database;
  readonly consents: Consents;
  readonly quotes: Pick<Quotes, "ask">;
  readonly findToken: FindToken;
  /** The TPP behind a client id: whose message signatures to expect. */
  readonly clients: (id: string) => IntentClient | undefined;
  /** Signs what the standard wants signed. */
  readonly signer: Signer;
  /** Where TPPs reach this API: scheme, host and port. */
  readonly baseUrl: string;
  readonly log: Logger;
}

export interface IntentClient {
  readonly organisationId: string;
  /** Its public PS256 key. */
  readonly jwk: JWK;
}

/** One request to the intent API and what has been established about it. */
export interface Exchange {
  readonly version: ApiVersion;
  readonly token: ClientToken;
  readonly interactionId: string;
  readonly headers: Headers;
  /** The consent named in the address; empty on creation. */
  readonly consentId: string;
  /** Empty unless this is a POST. */
  readonly body: Buffer;
}

export interface Answer {
  readonly status: 200 | 201 | 204;
  readonly body?: object;
  /** Instead of a body: bytes as they came. */
  readonly file?: { readonly bytes: Uint8Array; readonly contentType: string };
}

export interface Resource {
  readonly version: ApiVersion;
  readonly scope: ConsentScope;
  /** Answers carry `x-jws-signature`: payments do, account access does not. */
  readonly signed: boolean;
  /** What a POST may be, where it is not JSON; then anything may be the answer too. */
  readonly takes?: (contentType: string | null) => boolean;
  readonly methods: Readonly<Record<string, (exchange: Exchange) => Promise<Answer>>>;
}

/** Runs what every operation has in common: the order of checks, the headers of the answer, faults as error bodies. */
export function serve(resource: Resource, deps: IntentApiDeps) {
  return async (c: Context<{ Bindings: HttpBindings }>): Promise<Response> => {
    const interactionId = interactionIdOf(c.req.header("x-fapi-interaction-id")) ?? randomUUID();
    const log = deps.log.child({ correlationId: interactionId });
    let status: number;
    let body: object | undefined;
    let file: Answer["file"];
    try {
      const exchange = await admit(c, resource, deps, interactionId);
      const handler = resource.methods[c.req.method] as (exchange: Exchange) => Promise<Answer>;
      ({ status, body, file } = { body: undefined, file: undefined, ...(await handler(exchange)) });
      log.info({ method: c.req.method, path: c.req.path, status, clientId: exchange.token.clientId }, "intent");
    } catch (error) {
      const refusal = error instanceof Refusal ? error : unexpected();
      if (refusal === error) log.info({ method: c.req.method, path: c.req.path, refused: refusal.message }, "intent");
      else log.error({ err: error }, "intent request failed");
      status = refusal.status;
      body = errorBody(refusal, resource.version, interactionId);
    }
    const headers = new Headers({ "x-fapi-interaction-id": interactionId, "cache-control": "no-store" });
    if (status === 405) headers.set("allow", Object.keys(resource.methods).join(", "));
    if (status === 401) headers.set("www-authenticate", "Bearer");
    if (!body && !file) return new Response(null, { status, headers });
    const bytes = Buffer.from(file?.bytes ?? JSON.stringify(body));
    headers.set("content-type", file?.contentType ?? "application/json; charset=utf-8");
    if (resource.signed) headers.set("x-jws-signature", await signMessage(bytes, deps.signer));
    return new Response(bytes, { status, headers });
  };
}

async function admit(
  c: Context<{ Bindings: HttpBindings }>,
  resource: Resource,
  { findToken, sql }: Pick<IntentApiDeps, "findToken" | "sql">,
  interactionId: string,
): Promise<Exchange> {
  const { headers } = c.req.raw;
  const { method } = c.req;
  if (!Object.hasOwn(resource.methods, method)) throw new Refusal(405);
  const token = await presentedToken(c.env.incoming, findToken);
  if (!token) throw new Refusal(401);
  if (!token.scopes.has(resource.scope)) {
    const message = `The token does not carry the scope ${resource.scope}`;
    throw new Refusal(403, { name: "Header.Invalid", message, path: "Authorization" });
  }
  // whatever it asks for in its own name, or only what would ask a customer anew.
  const denied =
    method === "POST" ? isAskingDenied(sql, token.clientId, resource.scope) : isUseDenied(sql, token.clientId);
  if (await denied) throw new Refusal(403);
  const { takes } = resource;
  if (!takes && !acceptsJson(headers.get("accept"))) throw new Refusal(406);
  if (method === "POST" && !(takes ?? sendsJson)(headers.get("content-type"))) throw new Refusal(415);
  checkHeaders(headers);
  const body = method === "POST" ? Buffer.from(await c.req.arrayBuffer()) : Buffer.alloc(0);
  return { version: resource.version, token, interactionId, headers, consentId: c.req.param("id") ?? "", body };
}

function unexpected(): Refusal {
  return new Refusal(500, { name: "UnexpectedError", message: "The request could not be handled" });
}
