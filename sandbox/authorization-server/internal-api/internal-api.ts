import { randomUUID } from "node:crypto";
import type { HttpBindings } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { interactionIdOf } from "../interaction-id.ts";
import { admit } from "./admit.ts";
import { consentManagement } from "./consent-management.ts";
import { consentPage } from "./consent-page.ts";
import type { InternalApiDeps, InternalClient } from "./internal-api-deps.ts";
import { TENANT, WORKSPACE } from "./outward-consent.ts";
import { notFound, Refusal } from "./refusal.ts";

const KINDS = {
  "account-access-consent": "account_access",
  "domestic-payment-consent": "domestic_payment",
} as const;

/**
 * The consent API for the bank's own systems, in the current path dialect of ACP. For a listener that requires client
 * certificates; needs the Node bindings of `@hono/node-server` to see them.
 */
export function createInternalApi(deps: InternalApiDeps): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(async (c, next) => {
    await next();
    c.header("cache-control", "no-store");
    if (!c.res.headers.has("x-fapi-interaction-id")) {
      c.header("x-fapi-interaction-id", given(c) ?? randomUUID());
    }
  });
  app.use(
    bodyLimit({
      maxSize: 256 * 1024,
      onError: (c) => c.json({ status_code: 413, error: "the body is too large" }, 413),
    }),
  );

  for (const [path, type] of Object.entries(KINDS)) {
    const page = consentPage(type, deps);
    const login = `/${TENANT}/system/open-banking/${path}/:login`;
    app.get(login, admit(deps, "consent_page"), page.view);
    app.post(`${login}/accept`, admit(deps, "consent_page"), page.accept);
    app.post(`${login}/reject`, admit(deps, "consent_page"), page.reject);
  }

  const management = consentManagement(deps);
  const consents = `/${TENANT}/system/servers/${WORKSPACE}/open-banking/consents`;
  app.get(consents, admit(deps, "management"), management.list);
  app.post(consents, admit(deps, "management"), management.list);
  app.delete(consents, admit(deps, "management"), management.revokeByClient);
  app.delete(`${consents}/:consentId`, admit(deps, "management"), management.revoke);
  app.post(`${consents}/:consentId/consume`, admit(deps, "consume"), management.consume);

  const listed = deps.clients.map(outwardClient);
  app.get(`/api/system/${TENANT}/clients/${WORKSPACE}`, admit(deps, "clients"), (c) => c.json({ clients: listed }));

  app.notFound((c) => c.json(notFound().body, 404));
  app.onError((error, c) => {
    if (error instanceof Refusal) return c.json(error.body, error.status);
    deps.log.error({ err: error, correlationId: given(c) }, "internal request failed");
    return c.json({ status_code: 500, error: "internal error" }, 500);
  });
  return app;
}

const given = (c: Context) => interactionIdOf(c.req.header("x-fapi-interaction-id"));

function outwardClient(client: InternalClient) {
  return {
    client_id: client.id,
    client_name: client.name,
    client_uri: client.uri,
    organisation_id: client.organisationId,
    description: client.description,
    system: client.system,
    client_status: "active",
    scopes: client.scopes,
    redirect_uris: client.redirectUris,
    dynamically_registered: false,
    trusted: client.system,
    tenant_id: TENANT,
    authorization_server_id: WORKSPACE,
  };
}
