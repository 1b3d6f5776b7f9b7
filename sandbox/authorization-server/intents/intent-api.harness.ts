import { createHash, randomUUID, X509Certificate } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import type { ValidateFunction } from "ajv";
import pino from "pino";
import { Agent, fetch } from "undici";
import { expect } from "vitest";
import { createTestDatabase } from "../../../db/testing.ts";
import { openSchema } from "../../database.ts";
import { type CertificateHolder, ensurePki, publicSigningKey, signingKey } from "../../pki.ts";
import { listen, tlsIdentity } from "../../service.ts";
import type { ClientToken } from "../access/client-token.ts";
import type { Quote, QuoteRefused, QuoteRequest } from "../bank/quotes.ts";
import { type Consents, createConsents } from "../consents/consents.ts";
import { SCHEMA } from "../schema.ts";
import { createIntentApi } from "./intent-api.ts";
import { signMessage } from "./message-signature.ts";
import { compile, fileOf, haveOpenApi, type Operation, openApi, type Schema } from "./openapi.harness.ts";

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly token?: string;
  /** Whose certificate the connection shows; null for none. */
  readonly certificate?: CertificateHolder | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is when a string, else as JSON. */
  readonly body?: unknown;
  /** Signs the body as this TPP. */
  readonly sign?: boolean;
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: the shape is what the test is about, and the OpenAPI file checks it.
  readonly body: any;
}

/** The intent API over real TLS on a real database; tokens are the only thing made up. */
export async function startIntentApi() {
  const folder = mkdtempSync(join(tmpdir(), "assent-intents-"));
  await ensurePki(folder);
  const database = await createTestDatabase();
  const sql = await openSchema(database.url, "authorization_server", SCHEMA);
  const consents: Consents = createConsents(sql);
  const tokens = new Map<string, ClientToken>();
  const organisations = { "tpp-beacon": "PSDGB-FCA-731904", "tpp-tallybook": "PSDGB-FCA-845126" } as const;
  const clients = new Map(
    await Promise.all(
      Object.entries(organisations).map(
        async ([id, organisationId]) => [id, { organisationId, jwk: await publicSigningKey(folder, id) }] as const,
      ),
    ),
  );
  const app = createIntentApi({
    sql,
    consents,
    quotes: { ask: async (request) => quote(request) },
    findToken: async (bearer) => tokens.get(bearer),
    clients: (id) => clients.get(id),
    signer: { key: await signingKey(folder, "authorization-server"), issuer: "the-bank" },
    baseUrl: "https://as.test",
    log: pino({ level: "silent" }),
  });
  const listening = await listen("authorizationServerMtls", 0, getRequestListener(app.fetch), {
    ...tlsIdentity(folder, "authorization-server"),
    clientCertificate: "asked",
  });
  const agents = new Map<CertificateHolder | null, Agent>();
  const agentOf = (holder: CertificateHolder | null) => {
    const { ca, cert, key } = tlsIdentity(folder, holder ?? "bank");
    const agent = agents.get(holder) ?? new Agent({ connect: holder ? { ca, cert, key } : { ca } });
    agents.set(holder, agent);
    return agent;
  };

  /** A token of `clientId`, bound to its own certificate unless told otherwise. */
  function tokenOf(clientId: CertificateHolder, scopes = ["accounts", "payments"], bound = true): string {
    const bearer = randomUUID();
    const { raw } = new X509Certificate(tlsIdentity(folder, clientId).cert);
    const x5tS256 = createHash("sha256").update(raw).digest("base64url");
    tokens.set(bearer, { clientId, scopes: new Set(scopes), ...(bound && { x5tS256 }) });
    return bearer;
  }

  async function call({
    method,
    path,
    token,
    certificate = "tpp-beacon",
    body,
    sign,
    headers = {},
  }: Call): Promise<Reply> {
    const sent = typeof body === "string" || body === undefined ? body : JSON.stringify(body);
    const response = await fetch(`https://localhost:${listening.port}/open-banking/${path}`, {
      method,
      dispatcher: agentOf(certificate),
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(sent !== undefined && { "content-type": "application/json" }),
        ...(sign && {
          "x-jws-signature": await signMessage(Buffer.from(sent ?? ""), {
            key: await signingKey(folder, "tpp-beacon"),
            issuer: `${organisations["tpp-beacon"]}/tpp-beacon`,
          }),
        }),
        ...headers,
      },
      ...(sent !== undefined && { body: sent }),
    });
    const text = await response.text();
    const reply = {
      status: response.status,
      headers: response.headers as unknown as Headers,
      text,
      body: response.headers.get("content-type")?.startsWith("application/json") ? JSON.parse(text) : text,
    };
    if (haveOpenApi && ![404, 413].includes(response.status)) matchesOpenApi(method, path, reply);
    return reply;
  }

  return {
    folder,
    sql,
    consents,
    tokenOf,
    call,
    async close() {
      await Promise.all([...agents.values()].map((agent) => agent.close()));
      await listening.close();
      await sql.end();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A bank that deals in pounds, euros and dollars, and has one contract. */
function quote({
  instructed,
  currencyOfTransfer,
  rateType,
  contract,
  chargeBearer = "Shared",
}: QuoteRequest): Quote | QuoteRefused {
  if (![instructed.currency, currencyOfTransfer].every((currency) => ["GBP", "EUR", "USD"].includes(currency))) {
    return "unsupported_currency";
  }
  if (rateType === "Agreed" && contract !== "FX-1") return "unknown_contract";
  return {
    rateType,
    unitCurrency: "GBP",
    rate: 1.17,
    ...(rateType === "Actual" && { expiresAt: "2090-01-01T00:00:00.000Z" }),
    ...(contract !== undefined && { contract }),
    charges: [{ bearer: chargeBearer, type: "UK.OBIE.CHAPSOut", amount: "5.00", currency: "GBP" }],
  };
}

export type RunningIntentApi = Awaited<ReturnType<typeof startIntentApi>>;

const validators = new Map<Schema, ValidateFunction>();
const documents = new Map<string, ReturnType<typeof openApi>>();

function matchesOpenApi(method: string, path: string, { status, headers, body }: Reply): void {
  const [version, , name, id, file] = path.split("/") as ["v3.1" | "v4.0", string, string, string?, string?];
  const document = documents.get(version + fileOf(name)) ?? openApi(version, fileOf(name));
  documents.set(version + fileOf(name), document);
  // A method that the resource does not have is no operation of its own; the one it has tells what the answer is.
  const described = status === 405 ? "get" : method.toLowerCase();
  const operation = (
    id
      ? `${described} /${name}/{ConsentId}${file ? `/${file}` : ""}`
      : `${status === 405 ? "post" : described} /${name}`
  ) as Operation;
  for (const header of document.responseHeaders(operation, status)) {
    // It helps where a consent can be moved to another version, which nobody has to offer.
    if (header === "payload-version") continue;
    // 4xx without a body has nothing that could be signed.
    if (body || header !== "x-jws-signature") expect(headers.get(header), `${header} of ${status}`).toBeTruthy();
  }
  const schema = document.responseSchema(operation, status);
  // What a file must be, the standard leaves to its type.
  if (!body || (file && status === 200)) return;
  expect(schema, `${operation} ${status} has no body`).toBeDefined();
  const validate = validators.get(schema as Schema) ?? compile(schema as Schema);
  validators.set(schema as Schema, validate);
  expect(validate(body), JSON.stringify(validate.errors)).toBe(true);
}
