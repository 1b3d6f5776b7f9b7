import { createServer, type ServerResponse } from "node:http";
import { afterEach, beforeEach, expect, test } from "vitest";
import { AuthorityError } from "~/ports/authorization-server";
import { type AcpAccess, createAcpAccess } from "./acp-access.server";

const TIMEOUT_MS = 400;

/** An authorization server of one path and its token endpoint, each of which a test tells how to answer. */
let issued: number;
let token: (response: ServerResponse) => void;
let api: (response: ServerResponse, bearer: string) => void;
let server: ReturnType<typeof createServer>;
let access: AcpAccess;

const issue = (response: ServerResponse, expires_in = 300) =>
  response.end(JSON.stringify({ access_token: `t${issued}`, expires_in }));
const refuse = (response: ServerResponse) => response.writeHead(401).end("{}");
const late = (answer: () => void) => setTimeout(answer, TIMEOUT_MS * 0.8);

beforeEach(async () => {
  issued = 0;
  token = issue;
  api = (response) => response.end('{"ok":true}');
  server = createServer((request, response) => {
    if (request.url !== "/token") return api(response, request.headers.authorization ?? "");
    issued += 1;
    token(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  const upstream = { baseUrl: origin, tls: { cert: "", key: "", ca: "" }, timeoutMs: TIMEOUT_MS };
  access = createAcpAccess(upstream, `${origin}/token`, "assent");
});

afterEach(async () => {
  await access.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const call = () => access.call({ method: "GET", path: "/view", correlationId: "c-1" });
const manyCalls = () => Promise.all(Array.from({ length: 20 }, call));

/** Milliseconds until the call is given up. */
async function patience(): Promise<number> {
  const begun = performance.now();
  await expect(call()).rejects.toThrow(AuthorityError);
  return performance.now() - begun;
}

test("twenty calls at once fetch one token, and later ones none", async () => {
  const statuses = (await manyCalls()).map(({ status }) => status);
  expect([new Set(statuses), issued]).toEqual([new Set([200]), 1]);
  await call();
  expect(issued).toBe(1);
});

test("a token that is refused is replaced once, however many calls it was refused to", async () => {
  await call();
  api = (response, bearer) => (bearer === "Bearer t1" ? refuse(response) : response.end("{}"));
  expect((await manyCalls()).every(({ status }) => status === 200)).toBe(true);
  expect(issued).toBe(2);
});

test("a token that runs out on its way is not used again", async () => {
  token = (response) => issue(response, 5);
  await call();
  await call();
  expect(issued).toBe(2);
});

test("a token that was not given is asked for again by the next call", async () => {
  token = (response) => response.writeHead(503).end();
  await expect(call()).rejects.toThrow(AuthorityError);
  token = issue;
  expect((await call()).status).toBe(200);
});

test("a slow token and a silent API share one wait", async () => {
  token = (response) => late(() => issue(response));
  api = () => {};
  expect(await patience()).toBeLessThan(TIMEOUT_MS * 1.5);
});

test("a token that is refused late, and a second one that never comes, share one wait", async () => {
  api = (response) => late(() => refuse(response));
  token = (response) => {
    if (issued === 1) issue(response);
  };
  expect(await patience()).toBeLessThan(TIMEOUT_MS * 1.5);
});

test("what a refusal of the second token says is the answer", async () => {
  api = refuse;
  expect([(await call()).status, issued]).toEqual([401, 2]);
});
