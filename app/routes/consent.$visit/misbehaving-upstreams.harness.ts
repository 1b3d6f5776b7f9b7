import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/** How an answer can go wrong, and how it goes right. */
export type Behaviour = "well" | "down" | "hangs" | "500" | "rubbish" | "401" | "unknown" | "used" | "not-usable";

/** A call to the authorization server: for its token, about the request, with an answer, about the consent. */
export type Call = "token" | "describe" | "answer" | "find" | "extend";

/** An authorization server with its bank, each of whose calls misbehaves on command. */
export async function startMisbehavingUpstreams(customer = "cus-1") {
  const behaves: Record<Call, Behaviour> = {
    token: "well",
    describe: "well",
    answer: "well",
    find: "well",
    extend: "well",
  };
  /** What the authorization server was sent as the answer, by its last word. */
  const answers: { verb: string; body: Record<string, unknown> }[] = [];
  const state = { status: "AwaitingAuthorisation", accounts: [] as string[] };
  const open = new Set<ServerResponse>();

  const server = createServer(async (request, response) => {
    const body = await textOf(request);
    const path = new URL(request.url ?? "", "http://x").pathname;
    if (path.startsWith("/customers/")) return json(response, 200, { accounts: [accountOf(customer)] });
    const call = callOf(path);
    if (misbehaved(response, behaves[call])) return;
    if (call === "token") return json(response, 200, { access_token: "t", expires_in: 300 });
    if (call === "describe") return json(response, 200, { ...consent(customer), status: "AwaitingAuthorisation" });
    if (call === "extend") return json(response, 200, { expires_at: consent(customer).expires_at });
    if (call === "find") return json(response, 200, { ...consent(customer), ...current() });
    answers.push({ verb: path.split("/").at(-1) ?? "", body: JSON.parse(body) });
    json(response, 200, { redirect_to: "http://auth.localhost/resume?answer=once" });
  });

  const current = () => ({
    status: state.status,
    account_ids: state.accounts,
    consent_id: CONSENT,
  });

  function misbehaved(response: ServerResponse, how: Behaviour): boolean {
    const status = STATUSES[how];
    if (how === "well") return false;
    if (how === "down") response.destroy();
    else if (how === "hangs") open.add(response);
    else if (how === "rubbish") response.end("<html>");
    else if (status === 500) response.writeHead(500).end("<html>");
    else if (status) json(response, status, { status_code: status, error: "no" });
    return true;
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    behaves,
    answers,
    state,
    /** Everything well again, and nothing answered yet. */
    heal() {
      for (const call of Object.keys(behaves) as Call[]) behaves[call] = "well";
      answers.length = 0;
      Object.assign(state, { status: "AwaitingAuthorisation", accounts: [] });
      for (const response of open) response.destroy();
      open.clear();
    },
    handOff: () => new URLSearchParams({ login_id: randomUUID(), login_state: "s", consent_type: "account_access" }),
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

const STATUSES: Partial<Record<Behaviour, number>> = {
  "500": 500,
  "401": 401,
  unknown: 404,
  used: 409,
  "not-usable": 422,
};

const CONSENT = "aac-1";
const accountOf = (customer: string) => ({
  id: "acc-1",
  nickname: "Everyday",
  kind: "current",
  scheme: "sort_code_account_number",
  number: "20405011223301",
  profile: "personal",
  holders: [{ customer_id: customer, name: "Grace Okoye" }],
  status: "open",
  can_share: true,
  can_pay: true,
  balance: { amount: "1.00", currency: "GBP", overdrawn: false },
});

function callOf(path: string): Call {
  if (path === "/token") return "token";
  if (path.includes("/consents/")) return "find";
  if (path.endsWith("/extend")) return "extend";
  return /\/(?:accept|reject)$/.test(path) ? "answer" : "describe";
}

const consent = (customer: string) => ({
  consent_id: CONSENT,
  type: "account_access",
  created_at: "2026-01-05T10:00:00Z",
  client_id: "tpp-beacon",
  client_info: { client_name: "Budget Beacon" },
  Client: { id: "tpp-beacon", name: "Budget Beacon" },
  subject: customer,
  account_ids: [],
  requested_scopes: [{ requested_name: "openid" }, { requested_name: "accounts" }],
  account_access_consent: {
    ConsentId: CONSENT,
    CreationDateTime: "2026-01-05T10:00:00Z",
    Status: "AwaitingAuthorisation",
    StatusUpdateDateTime: "2026-01-05T10:00:00Z",
    Permissions: ["ReadAccountsBasic"],
  },
  expires_at: new Date(Date.now() + 300_000).toISOString(),
  extensible: true,
});

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
