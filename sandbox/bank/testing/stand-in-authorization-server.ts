import type { IncomingMessage, ServerResponse } from "node:http";
import { type Listening, listen, tlsIdentity } from "../../service.ts";
import { clientCertificate } from "../client-certificate.ts";

export interface ReceivedCall {
  readonly listener: "mtls" | "internal";
  readonly path: string;
  readonly caller: string | undefined;
  readonly authorization: string | undefined;
  readonly interactionId: string | undefined;
  readonly form: URLSearchParams;
}

/** How a test makes it misbehave on one path. */
export type Misbehaviour = "hangs up" | "says nothing" | "status 500" | "status 403" | "rubbish" | "other shape";

/**
 * What the bank speaks to at the authorization server, over real TLS, with real client certificates: introspection,
 * a token for the bank itself, and the reading and consuming of consents. The rest of a real server is not needed to
 * prove the bank's side; the journeys prove both together.
 */
export interface StandInAuthorizationServer {
  /** Introspection answers by token. Anything else is inactive. */
  readonly tokens: Map<string, object>;
  /** Consents that can be read, by id. */
  readonly consents: Map<string, object>;
  /** Consent ids that may be consumed, once each. */
  readonly consumable: Set<string>;
  /** Consent ids that were. */
  readonly consumed: Set<string>;
  readonly calls: ReceivedCall[];
  readonly misbehaving: Map<string, Misbehaviour>;
  close(): Promise<void>;
}

/** What it gives the bank for itself, whatever the bank asks for. */
export const BANK_TOKEN = "the-banks-own-token";

export async function standInAuthorizationServer(
  pkiFolder: string,
  ports: { authorizationServerMtls: number; authorizationServerInternal: number },
): Promise<StandInAuthorizationServer> {
  const tls = tlsIdentity(pkiFolder, "authorization-server");
  const state = {
    tokens: new Map<string, object>(),
    consents: new Map<string, object>(),
    consumable: new Set<string>(),
    consumed: new Set<string>(),
    calls: [] as ReceivedCall[],
    misbehaving: new Map<string, Misbehaviour>(),
  };
  const handler =
    (listener: ReceivedCall["listener"]) => async (request: IncomingMessage, response: ServerResponse) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const call: ReceivedCall = {
        listener,
        path: request.url ?? "",
        caller: clientCertificate(request)?.commonName,
        authorization: request.headers.authorization,
        interactionId: request.headers["x-fapi-interaction-id"] as string | undefined,
        form: new URLSearchParams(Buffer.concat(chunks).toString()),
      };
      state.calls.push(call);
      const trouble = state.misbehaving.get(call.path);
      if (trouble === "hangs up") return void request.socket.destroy();
      if (trouble === "says nothing") return;
      if (trouble === "rubbish") return void response.end("<html>");
      const [status, body] = trouble === "other shape" ? [200, { active: "yes" }] : answer(state, call);
      const said = trouble?.startsWith("status ") ? Number(trouble.slice(7)) : status;
      response.writeHead(said, { "content-type": "application/json" }).end(JSON.stringify(body));
    };
  const listeners: Listening[] = [
    await listen("authorizationServerMtls", ports.authorizationServerMtls, handler("mtls"), {
      ...tls,
      clientCertificate: "asked",
    }),
    await listen("authorizationServerInternal", ports.authorizationServerInternal, handler("internal"), {
      ...tls,
      clientCertificate: "required",
    }),
  ];
  return { ...state, close: async () => void (await Promise.all(listeners.map((it) => it.close()))) };
}

function answer(
  state: Pick<StandInAuthorizationServer, "tokens" | "consents" | "consumable" | "consumed">,
  { listener, path, caller, authorization, form }: ReceivedCall,
): [number, object] {
  if (caller !== "bank") return [401, { error: "invalid_client" }];
  if (listener === "mtls" && path === "/oauth2/introspect" && form.get("client_id") === "bank") {
    return [200, state.tokens.get(form.get("token") ?? "") ?? { active: false }];
  }
  if (listener === "internal" && path === "/default/system/oauth2/token") {
    if (form.get("grant_type") !== "client_credentials" || form.get("client_id") !== "bank") {
      return [400, { error: "invalid_request" }];
    }
    return [200, { access_token: BANK_TOKEN, token_type: "Bearer", expires_in: 300, scope: form.get("scope") }];
  }
  const consume = /^\/default\/system\/servers\/openbanking\/open-banking\/consents\/([^/]+)\/consume$/.exec(path);
  if (listener === "internal" && consume) {
    if (authorization !== `Bearer ${BANK_TOKEN}`) return [401, { status_code: 401, error: "unauthorized" }];
    const id = consume[1] ?? "";
    if (state.consumed.has(id)) {
      return [422, { status_code: 422, error: "already consumed", error_code: "consent_already_consumed" }];
    }
    if (!state.consumable.delete(id)) {
      return [422, { status_code: 422, error: "not usable", error_code: "consent_not_usable" }];
    }
    state.consumed.add(id);
    return [200, { consent_id: id, status: "Consumed" }];
  }
  const read = /\/servers\/openbanking\/open-banking\/consents\/([^/]+)$/.exec(path);
  if (listener === "internal" && read && authorization === `Bearer ${BANK_TOKEN}`) {
    const consent = state.consents.get(read[1] ?? "");
    if (consent) return [200, consent];
  }
  return [404, { error: "not_found" }];
}
