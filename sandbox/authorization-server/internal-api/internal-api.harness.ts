import { createHash, randomUUID, X509Certificate } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import pino from "pino";
import { Agent, fetch } from "undici";
import { createTestDatabase } from "../../../db/testing.ts";
import { openSchema } from "../../database.ts";
import { type CertificateHolder, ensurePki } from "../../pki.ts";
import { listen, tlsIdentity } from "../../service.ts";
import type { ClientToken } from "../access/client-token.ts";
import { aNewConsent } from "../consents/consent.builder.ts";
import { readPayments } from "../consents/consent-file.ts";
import { CONSENT_KINDS } from "../consents/consent-kinds.ts";
import { createConsents, type NewConsent } from "../consents/consents.ts";
import { openHandoff } from "../handoffs/handoff-store.ts";
import { INTERACTION_SECONDS } from "../handoffs/handoff-time.ts";
import { createHandoffs } from "../handoffs/handoffs.ts";
import { SCHEMA } from "../schema.ts";
import { createInternalApi } from "./internal-api.ts";
import type { InternalClient } from "./internal-api-deps.ts";

export interface Reply {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  // biome-ignore lint/suspicious/noExplicitAny: the shape is what the test is about.
  readonly body: any;
}

const CLIENTS: readonly InternalClient[] = [
  {
    id: "tpp-beacon",
    name: "Budget Beacon",
    uri: "https://budget-beacon.example",
    organisationId: "PSDGB-FCA-731904",
    description: "To sort your spending.",
    system: false,
    scopes: ["openid", "accounts"],
    redirectUris: ["http://tpp.localhost/callback"],
  },
  { id: "bank", name: "Gateway", system: true, scopes: [], redirectUris: [] },
];

/** The internal API over real TLS on a real database, with real hand-offs; only tokens and the OAuth library are not. */
export async function startInternalApi() {
  const folder = mkdtempSync(join(tmpdir(), "assent-internal-"));
  await ensurePki(folder);
  const database = await createTestDatabase();
  const sql = await openSchema(database.url, "authorization_server", SCHEMA);
  const consents = createConsents(sql);
  const oauth = { accepted: async () => true, rejected: async () => true, loginForgotten: async () => true };
  const tokens = new Map<string, ClientToken>();
  const app = createInternalApi({
    consents,
    handoffs: createHandoffs(sql, consents, oauth, (uid) => `http://auth.localhost/oauth2/authorize/${uid}`),
    paymentsOf: (consentId) => readPayments(sql, consentId),
    findToken: async (bearer) => tokens.get(bearer),
    isAllowed: ({ subject: { CN } }, operation) =>
      CN === "assent" || (CN === "bank" && (operation === "view" || operation === "consume")),
    clients: CLIENTS,
    log: pino({ level: "silent" }),
  });
  const listening = await listen("authorizationServerInternal", 0, getRequestListener(app.fetch), {
    ...tlsIdentity(folder, "authorization-server"),
    clientCertificate: "required",
  });
  const agents = new Map<CertificateHolder, Agent>();
  const agentOf = (holder: CertificateHolder) => {
    const agent = agents.get(holder) ?? new Agent({ connect: tlsIdentity(folder, holder) });
    agents.set(holder, agent);
    return agent;
  };

  function tokenOf(holder: CertificateHolder, scopes: readonly string[]): string {
    const bearer = randomUUID();
    const { raw } = new X509Certificate(tlsIdentity(folder, holder).cert);
    const x5tS256 = createHash("sha256").update(raw).digest("base64url");
    tokens.set(bearer, { clientId: holder, scopes: new Set(scopes), x5tS256 });
    return bearer;
  }
  const token = tokenOf("app", ["manage_openbanking_consents", "view_clients"]);

  async function call(
    method: string,
    path: string,
    { as = "app", bearer = token, body }: { as?: CertificateHolder; bearer?: string; body?: unknown } = {},
  ): Promise<Reply> {
    const response = await fetch(`https://localhost:${listening.port}${path}`, {
      method,
      dispatcher: agentOf(as),
      headers: { ...(bearer && { authorization: `Bearer ${bearer}` }), "content-type": "application/json" },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text && JSON.parse(text) };
  }

  async function newConsent(over: Partial<NewConsent> = {}) {
    const created = await consents.create(aNewConsent(over));
    if (created.outcome !== "created") throw new Error(created.outcome);
    return created.consent;
  }

  /** A customer who stands before the consent page: answers the two secrets and the consent. */
  async function visit(over: Partial<NewConsent> = {}) {
    const consent = await newConsent(over);
    const secrets = await openHandoff(sql, {
      interactionUid: randomUUID(),
      consentId: consent.id,
      clientId: consent.clientId,
      subject: "cus-1",
      acr: "urn:openbanking:psd2:sca",
      amr: ["pwd", "otp"],
      authTime: new Date(),
      requestedScopes: ["openid", CONSENT_KINDS[consent.type].scope],
      endsAt: new Date(Date.now() + INTERACTION_SECONDS * 1000),
    });
    return { ...secrets, consent };
  }

  return {
    sql,
    consents,
    call,
    tokenOf,
    newConsent,
    visit,
    async close() {
      await Promise.all([...agents.values()].map((agent) => agent.close()));
      await listening.close();
      await sql.end();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type RunningInternalApi = Awaited<ReturnType<typeof startInternalApi>>;
