import { randomUUID } from "node:crypto";
import type { ServerResponse } from "node:http";
import { createServer, type Server } from "node:https";
import { tlsIdentity } from "../sandbox/service.ts";
import { topologyFromEnv } from "../sandbox/topology.ts";
import { accountList, consentView, LOGIN, PATHS } from "./stub-answers.ts";

/**
 * The authorization server and the bank as the page sees them, in one process that does next to nothing: both ask for a
 * client certificate, both keep connections open. `{ delayMs }` from the parent makes both slow.
 */

const topology = topologyFromEnv();
const interactionId = randomUUID();
let delayMs = 0;

const view = JSON.stringify(consentView(Date.now()));
const accounts = JSON.stringify(accountList());
const token = JSON.stringify({ access_token: LOGIN.token, token_type: "Bearer", expires_in: 3600 });

const authorizationServer = serve("authorization-server", (path, authorization, response) => {
  if (path === PATHS.token) return answer(response, token);
  if (authorization !== `Bearer ${LOGIN.token}`) return response.writeHead(401).end();
  if (path === PATHS.view) return answerLater(response, view);
  response.writeHead(404).end();
});
const bank = serve("bank", (path, _, response) => {
  if (/^\/customers\/[^/]+\/accounts$/.test(path)) return answerLater(response, accounts);
  response.writeHead(404).end();
});

await Promise.all([
  listen(authorizationServer, topology.ports.authorizationServerInternal),
  listen(bank, topology.ports.bankInternal),
]);
process.on("message", (message: { delayMs: number }) => {
  delayMs = message.delayMs;
});
process.on("disconnect", () => process.exit(0));
process.on("SIGTERM", () => process.exit(0));
process.send?.({ ready: true });

type Handler = (path: string, authorization: string | undefined, response: ServerResponse) => void;

function serve(identity: "authorization-server" | "bank", handler: Handler): Server {
  const tls = tlsIdentity(topology.pkiFolder, identity);
  // Connections outlive the pauses between rounds: no round pays for handshakes that another one does not pay for.
  const options = { ...tls, requestCert: true, rejectUnauthorized: true, keepAliveTimeout: 120_000 };
  return createServer(options, (request, response) => {
    request.resume();
    handler(request.url ?? "", request.headers.authorization, response);
  });
}

function answerLater(response: ServerResponse, body: string): void {
  if (delayMs === 0) answer(response, body);
  else setTimeout(() => answer(response, body), delayMs);
}

function answer(response: ServerResponse, body: string): void {
  const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
  response.writeHead(200, { ...headers, "x-fapi-interaction-id": interactionId }).end(body);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
}
