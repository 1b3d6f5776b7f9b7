import { createServer } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CONSENT_KINDS, type ConsentKind } from "~/domain/consent-kinds/index";
import { asClientId } from "~/domain/shared/ids";
import { createAcpAuthorizationServer } from "./acp.server";

/** A server that keeps what it was asked. */
let asked: { readonly url: string; readonly body: string }[];
let server: ReturnType<typeof createServer>;
let plain: ReturnType<typeof createAcpAuthorizationServer>;
let extended: typeof plain;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const url = request.url ?? "";
    if (url !== "/token") asked.push({ url, body });
    response.end(
      url === "/token" ? '{"access_token":"t","expires_in":300}' : '{"Consents":[],"number_of_consents_removed":0}',
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  const settings = {
    baseUrl,
    tls: { cert: "", key: "", ca: "" },
    timeoutMs: 1_000,
    tenant: "default",
    systemServer: "system",
    workspace: "openbanking",
    tokenUrl: `${baseUrl}/token`,
    clientId: "assent",
    dialect: "current",
    issuer: "https://as.bank.example",
    jwksUrl: `${baseUrl}/jwks`,
  } as const;
  plain = createAcpAuthorizationServer(settings);
  extended = createAcpAuthorizationServer({ ...settings, extraKinds: ["domestic-vrp"] });
});

afterAll(async () => {
  await Promise.all([plain.close(), extended.close()]);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const handedOff = (adapter: typeof plain, type: string) =>
  adapter.readHandoff(new URLSearchParams({ login_id: "l-1", login_state: "s-1", consent_type: type }));

const EXTRA: readonly ConsentKind[] = ["domestic-vrp", "funds-confirmation"];

describe("P-02: kinds that this API was made without are there where the server says so", () => {
  test("it knows those of its API, and of the others those that were named", () => {
    const own = CONSENT_KINDS.filter((kind) => !EXTRA.includes(kind));
    expect([...plain.capabilities.kinds].sort()).toEqual([...own].sort());
    expect([...extended.capabilities.kinds].sort()).toEqual([...own, "domestic-vrp"].sort());
  });

  test("nobody is brought to the page of another", () => {
    expect(handedOff(plain, "domestic_vrp")).toBeUndefined();
    expect(handedOff(extended, "funds_confirmation")).toBeUndefined();
    expect(handedOff(extended, "domestic_vrp")).toMatchObject({ kind: "domestic-vrp", ref: "l-1" });
    expect(handedOff(plain, "file_payment")).toMatchObject({ kind: "file-payment" });
  });

  test("no list asks for others, since a server refuses types that it does not know", async () => {
    const context = { correlationId: crypto.randomUUID() };
    asked = [];
    await plain.listConsents({}, { size: 10 }, context);
    await extended.listConsents({}, { size: 10 }, context);
    await plain.revokeByClient(asClientId("tpp-beacon"), CONSENT_KINDS, context);
    const [first, second] = asked.map(({ body }) => body && (JSON.parse(body).types as string[]));
    expect(first).not.toContain("domestic_vrp");
    expect(second).toContain("domestic_vrp");
    expect(second).not.toContain("funds_confirmation");
    expect(asked[2]?.url).toMatch(/consent_types=/);
    expect(asked[2]?.url).not.toMatch(/vrp|funds/);
  });
});
