import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { HOSTILE_CORPUS } from "~/domain/shared/hostile-corpus.harness";
import { asClientId, asConsentId } from "~/domain/shared/ids";
import { AuthorityError } from "~/ports/authorization-server";
import { createAcpAuthorizationServer } from "./acp.server";

/** S12: what an authorization server says of an error may quote what a TPP wrote, and goes into logs and nowhere else. */

let answer: { readonly status: number; readonly body: unknown };
let token: typeof answer;
let server: Server;
let adapter: ReturnType<typeof createAcpAuthorizationServer>;

beforeAll(async () => {
  server = createServer((request, response) => {
    request.resume();
    const { status, body } = request.url === "/token" ? token : answer;
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
beforeEach(() => {
  token = { status: 200, body: { access_token: "t", expires_in: 300 } };
});

/** A new one each time: after ten failures in a row nobody would be asked any more. */
function anAdapter() {
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return createAcpAuthorizationServer({
    baseUrl,
    tls: { cert: "", key: "", ca: "" },
    timeoutMs: 2_000,
    tenant: "default",
    systemServer: "system",
    workspace: "openbanking",
    tokenUrl: `${baseUrl}/token`,
    clientId: "assent",
    dialect: "current",
    issuer: "https://as.bank.example",
    extraKinds: [],
    jwksUrl: `${baseUrl}/jwks`,
  });
}

const context = { correlationId: "c4405450-febe-11e8-80a5-0fcebb157400" };
const handoff = { authority: "acp", kind: "account-access", ref: "login-1", proof: "state-1" } as const;
const refusal = { outcome: "refused", reason: "customer-declined" } as const;
const reference = { id: asConsentId("aac-1"), clientId: asClientId("tpp-beacon"), kind: "account-access" } as const;

const problem = (text: string) => ({
  error: text,
  error_code: text,
  error_description: text,
  error_hint: text,
  message: text,
  cause: { [text]: text },
});

const asked = (the: typeof adapter) => [
  the.describe(handoff, context),
  the.decide(handoff, refusal, context),
  the.extend(handoff, context),
  the.findConsent(reference, context),
];

/** All that is said of an error, and of what led to it; not where it happened. */
function saidOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error ? String(error.code) : "";
  return [error.name, error.message, code, error.cause === undefined ? "" : saidOf(error.cause)].join(" ");
}

/** A short sentence of our own, with nothing in it of what was answered. */
function expectOurs(error: unknown, text: string): void {
  const said = saidOf(error);
  expect(said).toMatch(/^[\w .,:;()'[\]-]{1,400}$/);
  if (text.length > 3) expect(said).not.toContain(text.slice(0, 20));
}

async function failuresOf(the: typeof adapter): Promise<readonly unknown[]> {
  const outcomes = await Promise.allSettled(asked(the));
  return outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
}

const STATUSES = [400, 401, 404, 409, 422, 429, 500];

test.each(STATUSES.map((status, at) => [status, at] as const))(
  "an error that is answered with %i repeats nothing of it",
  async (status, at) => {
    // Each text meets one status.
    const texts = HOSTILE_CORPUS.filter((_, index) => index % STATUSES.length === at);
    expect(texts.length).toBeGreaterThan(40);
    for (const text of texts) {
      answer = { status, body: problem(text) };
      adapter = anAdapter();
      const failures = await failuresOf(adapter);
      await adapter.close();
      expect(failures.length).toBeGreaterThanOrEqual(3);
      for (const failure of failures) {
        expect(failure).toBeInstanceOf(AuthorityError);
        expectOurs(failure, text);
      }
    }
  },
  60_000,
);

test("nor one of the token endpoint, nor an answer of another shape", async () => {
  for (const text of HOSTILE_CORPUS.filter((_, index) => index % 5 === 0)) {
    for (const where of ["token", "answer"] as const) {
      token = where === "token" ? { status: 400, body: problem(text) } : token;
      answer = { status: 200, body: { [text]: text, consent_id: [text], expires_at: text, type: text } };
      adapter = anAdapter();
      const failures = await failuresOf(adapter);
      await adapter.close();
      token = { status: 200, body: { access_token: "t", expires_in: 300 } };
      for (const failure of failures) expectOurs(failure, text);
      expect(failures.length).toBeGreaterThanOrEqual(3);
    }
  }
}, 60_000);

test("nobody is sent to what is no address of the web", async () => {
  for (const text of [...HOSTILE_CORPUS, "javascript:alert(1)", "data:text/html,x", "//evil.invalid/", "https:"]) {
    answer = { status: 200, body: { redirect_to: text } };
    adapter = anAdapter();
    const next = await adapter.decide(handoff, refusal, context).catch((error: unknown) => error);
    await adapter.close();
    if (next instanceof Error) expectOurs(next, text);
    else expect((next as { to: URL }).to.protocol).toMatch(/^https?:$/);
  }
}, 60_000);
