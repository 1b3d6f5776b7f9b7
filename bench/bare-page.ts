import { existsSync, readFileSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import { Agent, request } from "node:https";
import { join } from "node:path";
import { topologyFromEnv } from "../sandbox/topology.ts";
import { type AccountListAnswer, type ConsentViewAnswer, LOGIN, PATHS } from "./stub-answers.ts";

/**
 * The baseline: the least that a consent page can do on node:http. It asks the authorization server and the bank over
 * mutual TLS, in parallel and on connections that stay open, and puts what they say into the same HTML as the app's.
 * No framework, no schema, no session, no database, no security headers, no log.
 */

const topology = topologyFromEnv();
const pem = (file: string) => readFileSync(join(topology.pkiFolder, file));
const identity = { cert: pem("app.cert.pem"), key: pem("app.key.pem"), ca: pem("ca.pem") };
const agent = new Agent({ ...identity, keepAlive: true, maxSockets: 64 });
const pageFile = process.env["PAGE_FILE"] ?? "";
let pieces: readonly string[] | undefined;

const server = createServer(async (incoming, outgoing) => {
  if (incoming.url === "/healthz") return send(outgoing, "application/json", '{"status":"ok"}');
  try {
    const values = await ask();
    pieces ??= piecesOf(values);
    // Odd places hold the values, because the pattern that split the page captures them.
    const page = pieces.map((piece, at) => (at % 2 === 0 ? piece : (values.get(piece) ?? "")));
    send(outgoing, "text/html; charset=utf-8", page.join(""));
  } catch {
    outgoing.writeHead(502).end();
  }
});
server.keepAliveTimeout = 120_000;
server.listen(Number(process.env["PORT"]), "127.0.0.1", () => process.send?.({ ready: true }));
process.on("disconnect", () => process.exit(0));
process.on("SIGTERM", () => process.exit(0));

/** What this page says of the answers: the TPP's name and the names of the accounts, escaped. */
async function ask(): Promise<Map<string, string>> {
  const [view, { accounts }] = await Promise.all([
    get<ConsentViewAnswer>(topology.authorizationServerInternal + PATHS.view),
    get<AccountListAnswer>(topology.bankInternal + PATHS.accounts),
  ]);
  const names = [view.client_info.client_name, ...accounts.map(({ nickname }) => nickname)];
  return new Map(names.map((name) => [name, escaped(name)]));
}

function piecesOf(values: ReadonlyMap<string, string>): readonly string[] {
  if (!existsSync(pageFile)) throw new Error("there is no page to imitate yet");
  return readFileSync(pageFile, "utf8").split(new RegExp(`(${[...values.keys()].join("|")})`));
}

function get<T>(url: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const headers = { accept: "application/json", authorization: `Bearer ${LOGIN.token}` };
    request(url, { agent, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        text += chunk;
      });
      response.on("end", () => {
        if (response.statusCode === 200) resolve(JSON.parse(text) as T);
        else reject(new Error(`answered ${response.statusCode}`));
      });
    })
      .on("error", reject)
      .end();
  });
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);

function send(outgoing: ServerResponse, type: string, body: string): void {
  outgoing.writeHead(200, { "content-type": type, "content-length": Buffer.byteLength(body) }).end(body);
}
