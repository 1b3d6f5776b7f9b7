import { randomUUID } from "node:crypto";
import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { CONSENT_TYPES } from "../consents/consent-kinds.ts";
import { admit } from "./admit.ts";
import { consentManagement } from "./consent-management.ts";
import { consentPage } from "./consent-page.ts";
import { interactionIdGiven } from "./interaction.ts";
import type { InternalApiDeps, InternalClient } from "./internal-api-deps.ts";
import { TENANT, WORKSPACE } from "./outward-consent.ts";
import { notFound, Refusal } from "./refusal.ts";

/** Where the same operations stand: as ACP has them today, and as it had them in its first years. */
const DIALECTS = [`/${TENANT}/system`, `/api/system/${TENANT}`];

/**
 * The consent API for the bank's own systems, in both path dialects of ACP. For a listener that requires client
 * certificates; needs the Node bindings of `@hono/node-server` to see them.
 */
export function createInternalApi(deps: InternalApiDeps): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(async (c, next) => {
    await next();
    c.header("cache-control", "no-store");
    if (!c.res.headers.has("x-fapi-interaction-id")) {
      c.header("x-fapi-interaction-id", interactionIdGiven(c) ?? randomUUID());
    }
  });
  app.use(
    bodyLimit({
      maxSize: 256 * 1024,
      onError: (c) => c.json({ status_code: 413, error: "the body is too large" }, 413),
    }),
  );

  const management = consentManagement(deps);
  for (const dialect of DIALECTS) {
    for (const type of CONSENT_TYPES) {
      const page = consentPage(type, deps);
      const login = `${dialect}/open-banking/${type.replaceAll("_", "-")}-consent/:login`;
      app.get(login, admit(deps, "consent_page"), page.view);
      app.post(`${login}/accept`, admit(deps, "consent_page"), page.accept);
      app.post(`${login}/reject`, admit(deps, "consent_page"), page.reject);
      app.post(`${login}/extend`, admit(deps, "consent_page"), page.extend);
      app.post(`${login}/log-in-again`, admit(deps, "consent_page"), page.logInAgain);
      if (type === "file_payment") app.get(`${login}/file`, admit(deps, "consent_page"), page.file);
    }
    const consents = `${dialect}/servers/${WORKSPACE}/open-banking/consents`;
    const consent = `${consents}/:consentId`;
    app.get(consents, admit(deps, "management"), management.list);
    app.post(consents, admit(deps, "management"), management.list);
    app.delete(consents, admit(deps, "management"), management.revokeByClient);
    app.get(consent, admit(deps, "view"), management.view);
    app.delete(consent, admit(deps, "management"), management.revoke);
    app.post(`${consent}/suspend`, admit(deps, "management"), management.suspend);
    app.post(`${consent}/resume`, admit(deps, "management"), management.resume);
    app.post(`${consent}/remove-account`, admit(deps, "management"), management.removeAccount);
    app.post(`${consent}/signatures-complete`, admit(deps, "management"), management.signaturesComplete);
    app.post(`${consent}/consume`, admit(deps, "consume"), management.consume);
  }

  const listed = deps.clients.map(outwardClient);
  app.get(`/api/system/${TENANT}/clients/${WORKSPACE}`, admit(deps, "clients"), (c) => c.json({ clients: listed }));

  app.notFound((c) => c.json(notFound().body, 404));
  app.onError((error, c) => {
    if (error instanceof Refusal) return c.json(error.body, error.status);
    deps.log.error({ err: error, correlationId: interactionIdGiven(c) }, "internal request failed");
    return c.json({ status_code: 500, error: "internal error" }, 500);
  });
  return app;
}

function outwardClient(client: InternalClient) {
  return {
    client_id: client.id,
    client_name: client.name,
    client_uri: client.uri,
    organisation_id: client.organisationId,
    description: client.description,
    policy_uri: client.policyUri,
    tos_uri: client.termsUri,
    // Additions of ours, in the words of the software statement (UK directory) and of RFC 7591.
    org_name: client.legalName,
    org_status: client.legalName && "Active",
    software_roles: client.roles,
    contacts: client.contacts,
    system: client.system,
    client_status: "active",
    scopes: client.scopes,
    redirect_uris: client.redirectUris,
    token_endpoint_auth_method: client.authentication,
    tls_client_auth_subject_dn: client.certificateSubject,
    jwks: client.keys && { keys: client.keys },
    dynamically_registered: false,
    trusted: client.system,
    tenant_id: TENANT,
    authorization_server_id: WORKSPACE,
  };
}
