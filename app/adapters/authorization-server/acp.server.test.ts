import { createServer, type IncomingMessage } from "node:http";
import { afterEach, beforeEach, expect, test } from "vitest";
import { asClientId, asConsentId } from "~/domain/shared/ids";
import { createAcpAuthorizationServer } from "./acp.server";

/** A server of this dialect as its maker describes it: it finds no consent by its id, and says nothing that we added. */
let asked: string[];
let byId: { readonly status: number; readonly body: object };
let listed: object[];
let server: ReturnType<typeof createServer>;
let adapter: ReturnType<typeof createAcpAuthorizationServer>;

const item = (id: string) => ({
  Client: { id: "tpp-beacon", name: "Budget Beacon" },
  consent_id: id,
  client_id: "tpp-beacon",
  tenant_id: "default",
  server_id: "openbanking",
  type: "account_access",
  status: "Authorised",
  created_at: "2026-01-05T10:00:00Z",
  account_ids: ["22289"],
});

beforeEach(async () => {
  asked = [];
  byId = { status: 404, body: { status_code: 404, error: "not found" } };
  listed = [item("aac-2"), item("aac-1")];
  server = createServer(async (request, response) => {
    if (request.url === "/token") return void response.end('{"access_token":"t","expires_in":300}');
    asked.push(`${request.method} ${request.url}`);
    const body = await textOf(request);
    if (request.method === "GET") response.writeHead(byId.status).end(JSON.stringify(byId.body));
    else response.end(JSON.stringify({ Consents: JSON.parse(body).after_consent_id ? [] : listed }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  adapter = createAcpAuthorizationServer({
    baseUrl,
    tls: { cert: "", key: "", ca: "" },
    timeoutMs: 1_000,
    tenant: "default",
    systemServer: "system",
    workspace: "openbanking",
    tokenUrl: `${baseUrl}/token`,
    clientId: "assent",
    dialect: "legacy",
    issuer: "https://as.bank.example",
    jwksUrl: `${baseUrl}/jwks`,
  });
});

afterEach(async () => {
  await adapter.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

const find = (id: string) =>
  adapter.findConsent(
    { id: asConsentId(id), clientId: asClientId("tpp-beacon"), kind: "account-access" },
    { correlationId: crypto.randomUUID() },
  );

const CONSENTS = "/api/system/default/servers/openbanking/open-banking/consents";

test.each([404, 405])("where a path is answered %d the consent is looked for in the list", async (status) => {
  byId = { status, body: {} };
  const found = await find("aac-1");
  expect(asked).toEqual([`GET ${CONSENTS}/aac-1`, `POST ${CONSENTS}`]);
  expect(found).toEqual({
    id: "aac-1",
    clientId: "tpp-beacon",
    clientName: "Budget Beacon",
    kind: "account-access",
    status: "authorised",
    createdAt: new Date("2026-01-05T10:00:00Z"),
    accountIds: ["22289"],
  });
  expect(await find("aac-9")).toBeUndefined();
});

test("where the server knows that it has none, nothing more is asked", async () => {
  byId = { status: 404, body: { status_code: 404, error: "not found", error_code: "consent_not_found" } };
  expect(await find("aac-1")).toBeUndefined();
  expect(asked).toHaveLength(1);
});

test("one that was found by its id is the answer", async () => {
  byId = { status: 200, body: { ...item("aac-1"), revision: 4, updated_at: "2026-01-06T10:00:00Z", subject: "cus-1" } };
  expect(await find("aac-1")).toMatchObject({ id: "aac-1", revision: 4, customer: "cus-1" });
  expect(asked).toHaveLength(1);
});

test.each([
  [401, {}],
  [429, {}],
  [200, { consent_id: "aac-1" }],
])("an answer of %d that is none says nothing of the consent", async (status, body) => {
  byId = { status, body };
  await expect(find("aac-1")).rejects.toMatchObject({ failure: "unavailable" });
});
