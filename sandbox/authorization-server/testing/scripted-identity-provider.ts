import { createHash, randomUUID } from "node:crypto";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { importJWK, SignJWT } from "jose";
import { CUSTOMERS } from "../../personas.ts";
import { publicSigningKey, signingKey } from "../../pki.ts";
import { listen, tlsIdentity } from "../../service.ts";
import type { Topology } from "../../topology.ts";

/** What the next log-ins do. */
export interface Script {
  subject: string;
  acr: string;
  /** How many seconds ago the customer was authenticated; left unsaid for NaN. */
  loggedInAgo?: number;
  /** The identity provider sends the customer back with this OAuth error instead of a code. */
  error?: string;
  /** It answers its health check with 503. */
  down?: boolean;
  /** The token endpoint answers 500. */
  tokenEndpointFails?: boolean;
  /** It takes no notices. */
  noticesFail?: boolean;
  /** Notices that it took, oldest first. */
  notices?: { readonly customer: string; readonly text: string; readonly link: string }[];
  /** The id_token carries this nonce instead of the one asked for. */
  nonce?: string;
}

/** An OIDC issuer that logs in without asking, and can be told to misbehave. */
export async function startScriptedIdentityProvider(topology: Topology, script: Script) {
  const key = await importJWK(await signingKey(topology.pkiFolder, "identity-provider"), "PS256");
  const published = await publicSigningKey(topology.pkiFolder, "identity-provider");
  const codes = new Map<string, { nonce: string; subject: string; challenge: string }>();
  const app = new Hono();
  app.get("/healthz", (c) => c.json({ status: "ok" }, script.down ? 503 : 200));
  app.get("/jwks", (c) => c.json({ keys: [published] }));
  app.get("/authorize", (c) => {
    const { redirect_uri = "", state = "", nonce = "", code_challenge: challenge = "" } = c.req.query();
    const back = new URL(redirect_uri);
    back.searchParams.set("state", state);
    back.searchParams.set("iss", topology.identityProvider);
    if (script.error) {
      back.searchParams.set("error", script.error);
      return c.redirect(back.href, 303);
    }
    const code = randomUUID();
    codes.set(code, { nonce, subject: script.subject, challenge });
    back.searchParams.set("code", code);
    return c.redirect(back.href, 303);
  });
  app.post("/token", async (c) => {
    if (script.tokenEndpointFails) return c.text("out of order", 500);
    const form = await c.req.parseBody();
    const login = codes.get(String(form.code));
    const challenge = createHash("sha256").update(String(form.code_verifier)).digest("base64url");
    if (!login || !form.client_assertion || challenge !== login.challenge)
      return c.json({ error: "invalid_grant" }, 400);
    codes.delete(String(form.code));
    const now = Math.floor(Date.now() / 1000);
    const idToken = await new SignJWT({
      nonce: script.nonce ?? login.nonce,
      acr: script.acr,
      amr: ["pwd", "otp", "mfa"],
      ...(!Number.isNaN(script.loggedInAgo) && { auth_time: now - (script.loggedInAgo ?? 0) }),
    })
      .setProtectedHeader({ alg: "PS256", kid: published.kid as string })
      .setIssuer(topology.identityProvider)
      .setSubject(login.subject)
      .setAudience("authorization-server")
      .setIssuedAt(now)
      .setExpirationTime(now + 60)
      .sign(key);
    return c.json({ access_token: randomUUID(), token_type: "Bearer", expires_in: 60, id_token: idToken });
  });
  const isCustomer = (id: string) => Object.values(CUSTOMERS).some((customer) => customer.id === id);
  app.get("/notices/:customer", (c) => c.body(null, isCustomer(c.req.param("customer")) ? 204 : 404));
  app.post("/notices/:customer", async (c) => {
    if (script.noticesFail) return c.text("out of order", 500);
    script.notices = [...(script.notices ?? []), { ...(await c.req.json()), customer: c.req.param("customer") }];
    return c.body(null, 202);
  });
  const handler = getRequestListener(app.fetch);
  const listeners = await Promise.all([
    listen("identityProvider", topology.ports.identityProvider, handler),
    listen("identityProviderTls", topology.ports.identityProviderTls, handler, {
      ...tlsIdentity(topology.pkiFolder, "identity-provider"),
      clientCertificate: "none",
    }),
    listen("identityProviderFactors", topology.ports.identityProviderFactors, handler, {
      ...tlsIdentity(topology.pkiFolder, "identity-provider"),
      clientCertificate: "required",
    }),
  ]);
  return { close: () => Promise.all(listeners.map((listener) => listener.close())) };
}
