import { createServer, type IncomingMessage } from "node:http";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { asClientId, asConsentId } from "~/domain/shared/ids";
import { createAcpAuthorizationServer } from "./acp.server";

/** A server of this dialect as its maker describes it: it finds no consent by its id, and says nothing that we added. */
let asked: string[];
let byId: { readonly status: number; readonly body: object };
let listed: object[];
/** What follows after each id. */
let pages: Record<string, object[]>;
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
  pages = {};
  server = createServer(async (request, response) => {
    if (request.url === "/token") return void response.end('{"access_token":"t","expires_in":300}');
    asked.push(`${request.method} ${request.url}`);
    const body = await textOf(request);
    if (request.method === "GET") response.writeHead(byId.status).end(JSON.stringify(byId.body));
    else {
      const { after_consent_id: after } = JSON.parse(body);
      response.end(JSON.stringify({ Consents: after ? (pages[after] ?? []) : listed }));
    }
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
  [200, item("aac-2")],
  [200, { ...item("aac-1"), status: "Asleep" }],
  [200, { ...item("aac-1"), account_ids: ["acc\0"] }],
])("an answer of %d that is none says nothing of the consent", async (status, body) => {
  byId = { status, body };
  await expect(find("aac-1")).rejects.toMatchObject({ failure: "unavailable" });
});

test("a status that we do not know, in the list, is not the absence of the consent either", async () => {
  listed = [{ ...item("aac-1"), status: "Asleep" }];
  await expect(find("aac-1")).rejects.toMatchObject({ failure: "unavailable" });
  expect(await find("aac-9")).toBeUndefined();
});

test("the end is read from the intent where the server says it nowhere else (T14)", async () => {
  const ExpirationDateTime = "2026-04-05T10:00:00+01:00";
  byId = { status: 200, body: { ...item("aac-1"), account_access_consent: { ExpirationDateTime } } };
  expect(await find("aac-1")).toMatchObject({ expiresAt: new Date(ExpirationDateTime) });
});

describe("a list", () => {
  const ids = async (after?: string) => {
    const page = { size: 100, ...(after && { after: asConsentId(after) }) };
    return (await adapter.listConsents({}, page, { correlationId: crypto.randomUUID() })).map(({ id }) => id);
  };
  const unreadable = (id: string) => ({ ...item(id), revision: 2 ** 31 });

  test.each([
    ["of another shape", { consent_id: "aac-3" }],
    ["of a status that we do not know", { ...item("aac-3"), status: "Asleep" }],
    ["with an id that no database keeps", { ...item("aac-3"), subject: "cus\0" }],
    ["with an id that ends in half a character", { ...item("aac-3"), subject: "cus\ud83d" }],
    ["with a key longer than any", { ...item("aac-3"), client_id: "x".repeat(257) }],
    ["changed more often than can be counted", unreadable("aac-3")],
    ["of a year that is none", { ...item("aac-3"), created_at: "0000-01-01T00:00:00Z" }],
  ])("one entry %s hides no other", async (_, entry) => {
    listed = [item("aac-2"), entry, item("aac-1")];
    expect(await ids()).toEqual(["aac-2", "aac-1"]);
  });

  test("a page of which nothing can be read is not the end of the list", async () => {
    listed = [unreadable("aac-9"), unreadable("aac-8")];
    pages = { "aac-8": [item("aac-1")] };
    expect(await ids()).toEqual(["aac-1"]);
  });

  test("a server that gives the same page again and again is not walked through for ever", async () => {
    pages = { "aac-1": listed };
    await expect(ids("aac-1")).rejects.toMatchObject({ failure: "unavailable" });
    listed = [unreadable("aac-8")];
    pages = { "aac-8": [unreadable("aac-9")], "aac-9": [unreadable("aac-8")] };
    await expect(ids()).rejects.toMatchObject({ failure: "unavailable" });
  });
});
