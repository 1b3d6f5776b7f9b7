import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import { type ClientCertificate, clientCertificate } from "../client-certificate.ts";
import type { InteractionVariables } from "../interaction.ts";
import type { AccessToken, Introspect } from "./access-token.ts";
import { Refusal, unauthorised } from "./refusal.ts";

export interface GatewayEnvironment {
  Bindings: HttpBindings;
  Variables: InteractionVariables;
}

export type GatewayContext = Context<GatewayEnvironment>;

/** @throws Refusal 401 without a certificate of the trusted root: there is no one to talk to yet. */
export function requireCertificate(context: GatewayContext): ClientCertificate {
  const certificate = clientCertificate(context.env.incoming);
  if (!certificate) throw new Refusal(401);
  return certificate;
}

/**
 * The Bearer token of the request, not looked at yet. RFC 6750 section 2.1: from the header only.
 *
 * @throws Refusal 401
 */
export function bearerToken(context: GatewayContext): string {
  const header = context.req.header("authorization");
  const token = header === undefined ? undefined : /^Bearer ([A-Za-z0-9\-._~+/]+=*)$/i.exec(header)?.[1];
  if (token === undefined) throw unauthorised(header === undefined ? undefined : "invalid_token");
  return token;
}

/**
 * The Bearer token of the request, alive and bound to the certificate of this very connection (RFC 8705 section 3).
 *
 * @throws Refusal 401 without saying which of the two was wrong; 403 while the bank has suspended its TPP
 * @throws AuthorizationServerUnavailable
 */
export async function requireToken(context: GatewayContext, introspect: Introspect): Promise<AccessToken> {
  const found = await introspect(bearerToken(context), context.get("interactionId"));
  if (!found || found.boundTo !== requireCertificate(context).thumbprint) throw unauthorised("invalid_token");
  if (found.suspended) throw new Refusal(403);
  return found;
}

const ACCEPTED = new Set(["*/*", "application/*", "application/json"]);

/** @throws Refusal 406 where the caller takes no JSON. */
export function requireJsonAccepted(context: GatewayContext): void {
  const accept = context.req.header("accept");
  if (accept === undefined || accept === "") return;
  const offered = accept.split(",").some((item) => {
    const [type = "", ...parameters] = item.split(";").map((part) => part.trim().toLowerCase());
    return ACCEPTED.has(type) && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });
  if (!offered) throw new Refusal(406);
}
