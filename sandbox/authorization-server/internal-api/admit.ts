import type { HttpBindings } from "@hono/node-server";
import type { MiddlewareHandler } from "hono";
import { presentedCertificate, presentedToken } from "../access/client-token.ts";
import type { InternalApiDeps, Operation } from "./internal-api-deps.ts";
import { Refusal } from "./refusal.ts";

const SCOPES: Readonly<Record<Operation, string>> = {
  consent_page: "manage_openbanking_consents",
  management: "manage_openbanking_consents",
  view: "manage_openbanking_consents",
  consume: "manage_openbanking_consents",
  clients: "view_clients",
};

/** Lets a request pass when its certificate is on the allow-list and its token, bound to that certificate, may do this. */
export function admit(
  { isAllowed, findToken }: InternalApiDeps,
  operation: Operation,
): MiddlewareHandler<{ Bindings: HttpBindings }> {
  return async (c, next) => {
    const certificate = presentedCertificate(c.env.incoming);
    if (!certificate || !isAllowed(certificate, operation)) throw new Refusal(403, "forbidden");
    const token = await presentedToken(c.env.incoming, findToken);
    if (!token) throw new Refusal(401, "unauthorized");
    if (!token.scopes.has(SCOPES[operation])) throw new Refusal(403, "forbidden");
    await next();
  };
}
