import type { IncomingMessage, RequestListener } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { CUSTOMERS } from "../personas.ts";
import { type Listening, listen, tlsIdentity } from "../service.ts";
import { createBrowser } from "./testing/browser.ts";
import { createDecoupledTpp, type DecoupledTpp } from "./testing/decoupled-tpp.ts";
import { allow, startWorld, type World } from "./testing/world.ts";

/** OpenID CIBA Core, section 10.2: a TPP that is told when there is an answer. */

const { grace } = CUSTOMERS;
const TOKEN = "notice-token-of-one-request";

let world: World;
let tpp: DecoupledTpp;
let receiver: Listening;
let heard: { path: string; authorization: string | undefined; type: string | undefined; body: unknown }[];
/** What the TPP answers, one after the other; 204 in the end. */
let answers: number[];

const receive: RequestListener = async (request, response) => {
  const { url: path = "", headers } = request;
  heard.push({ path, authorization: headers.authorization, type: headers["content-type"], body: await read(request) });
  const status = answers.shift() ?? 204;
  response.writeHead(status, status === 302 ? { location: "/elsewhere" } : {}).end();
};

async function read(request: IncomingMessage) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString());
}

beforeAll(async () => {
  world = await startWorld();
  const { topology } = world;
  tpp = await createDecoupledTpp(topology, "tpp-tallybook");
  const tls = { ...tlsIdentity(topology.pkiFolder, "tpp-tallybook"), clientCertificate: "none" } as const;
  receiver = await listen("tppTls", topology.ports.tppTls, receive, tls);
});
afterAll(async () => {
  await receiver?.close();
  await tpp?.close();
  await world?.close();
});
beforeEach(async () => {
  await world.sql`update decoupled_request set ended_at = now(), ping_due_at = null`;
  Object.assign(world.script, { subject: grace.id, error: undefined, down: false, noticesFail: false, notices: [] });
  heard = [];
  answers = [];
});

const ask = async (change: Record<string, unknown> = {}) => {
  const consentId = await world.intent({ clientId: "tpp-tallybook" });
  const asked = { login_hint: grace.id, client_notification_token: TOKEN, ...change };
  return { consentId, ...(await tpp.ask(consentId, asked)) };
};

async function opened(change: Record<string, unknown> = {}) {
  const { body, consentId } = await ask(change);
  const browser = createBrowser();
  const began = await browser.submit(world.script.notices?.at(-1)?.link ?? "", {});
  const page = await browser.follow(began.location ?? "", (url) => url.origin === world.topology.appOrigin);
  const [loginId, loginState] = ["login_id", "login_state"].map((name) => page.searchParams.get(name) ?? "");
  return { consentId, authReqId: body.auth_req_id as string, visit: { loginId, loginState } as Visit };
}
type Visit = { readonly loginId: string; readonly loginState: string };

const told = (times: number) => vi.waitFor(() => expect(heard).toHaveLength(times), { timeout: 5_000 });
const isDue = async (id: string) => (await dueOf(id)) !== null;
const dueOf = async (id: string): Promise<Date | null> => {
  const [row] = await world.sql<{ due: Date | null }[]>`
    select ping_due_at as due from decoupled_request where auth_req_id = ${id}`;
  if (!row) throw new Error("there is no such request");
  return row.due;
};

describe("P-24: a TPP that is told", () => {
  test("once, with its own token and the request alone, when there is an answer to fetch", async () => {
    const { authReqId, visit } = await opened();
    expect(heard).toEqual([]);
    await allow(world, visit);
    await told(1);
    expect(heard).toEqual([
      {
        path: "/decoupled-notifications",
        authorization: `Bearer ${TOKEN}`,
        type: "application/json",
        body: { auth_req_id: authReqId },
      },
    ]);
    const { status, body } = await tpp.poll(authReqId);
    expect([status, body.token_type]).toEqual([200, "Bearer"]);
    await vi.waitFor(async () => expect(await isDue(authReqId)).toBe(false));
  });

  test("of a refusal as well, without a word of it", async () => {
    const { authReqId, visit } = await opened();
    await world.handoffs.decide(visit.loginId, visit.loginState, { kind: "reject", error: "access_denied" });
    await told(1);
    expect(heard[0]?.body).toEqual({ auth_req_id: authReqId });
    expect((await tpp.poll(authReqId)).body.error).toBe("access_denied");
  });

  test("again where it did not take it; the customer's answer stands whatever it says", async () => {
    answers = [503, 302];
    const { authReqId, consentId, visit } = await opened();
    await allow(world, visit);
    expect((await world.consents.get(consentId))?.status).toBe("authorised");
    await told(2);
    await world.sql`update decoupled_request set ping_due_at = now() where auth_req_id = ${authReqId}`;
    await told(3);
    expect(heard.map(({ path }) => path)).not.toContain("/elsewhere");
    await vi.waitFor(async () => expect(await isDue(authReqId)).toBe(false));
  });

  test("and not for ever", async () => {
    answers = [500];
    const { authReqId, visit } = await opened();
    await world.sql`update decoupled_request set pings = 5 where auth_req_id = ${authReqId}`;
    await allow(world, visit);
    await told(1);
    await vi.waitFor(async () => expect(await isDue(authReqId)).toBe(false));
  });

  test.each([
    ["nobody opened the link", async () => (await ask({ requested_expiry: 1 })).body.auth_req_id as string],
    ["the customer left the page", async () => (await opened({ requested_expiry: 1 })).authReqId],
  ])("when the time is over, and then asks what came of it: %s", async (_, begun) => {
    const authReqId = await begun();
    await told(1);
    expect(heard[0]).toMatchObject({ authorization: `Bearer ${TOKEN}`, body: { auth_req_id: authReqId } });
    expect(await tpp.poll(authReqId)).toMatchObject({ status: 400, body: { error: "expired_token" } });
    await vi.waitFor(async () => expect(await isDue(authReqId)).toBe(false));
    expect(heard).toHaveLength(1);
  });

  test("when the time was over long ago, and nobody could tell it then", async () => {
    const authReqId = (await ask()).body.auth_req_id as string;
    await world.sql`
      update artifact set payload = payload || jsonb_build_object('exp', extract(epoch from now())::int - 600)
      where kind = 'BackchannelAuthenticationRequest' and id = ${authReqId}`;
    await world.sql`
      update decoupled_request set expires_at = now() - interval '10 minutes', ping_due_at = now() - interval '10 minutes'
      where auth_req_id = ${authReqId}`;
    await told(1);
    expect((await tpp.poll(authReqId)).body.error).toBe("expired_token");
  });

  test("of what ran out, and not of an answer that was not kept", async () => {
    const { authReqId, visit } = await opened();
    const due = await dueOf(authReqId);
    await world.sql`update decoupled_request set expires_at = now() where auth_req_id = ${authReqId}`;
    await allow(world, visit).catch(() => {});
    expect([await dueOf(authReqId), heard]).toEqual([due, []]);
  });

  test("not of a request that it was refused because the customer could not be reached", async () => {
    world.script.noticesFail = true;
    expect((await ask()).body.error).toBe("temporarily_unavailable");
    expect(await world.sql`select from decoupled_request where ping_due_at is not null`).toHaveLength(0);
  });
});

test.each([
  ["no token", undefined],
  ["a token that is no bearer token", "two words"],
  ["a token that is too long", "a".repeat(1_025)],
])("P-24: refused at once: %s", async (_, token) => {
  const { status, body } = await ask({ client_notification_token: token });
  expect([status, body.error]).toEqual([400, "invalid_request"]);
});

test("the server says that it does both, and never sends tokens by itself", async () => {
  const { body } = await tpp.machine.get(`${world.topology.authorizationServerMtls}/.well-known/openid-configuration`);
  expect(body.backchannel_token_delivery_modes_supported).toEqual(["poll", "ping"]);
});
