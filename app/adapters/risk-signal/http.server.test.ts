import { createServer, type ServerResponse } from "node:http";
import { afterEach, beforeEach, expect, test } from "vitest";
import { aVisit } from "~/ports/consent-desk.builders";
import { createHttpRiskSignal } from "./http.server";

let answer: (response: ServerResponse) => void;
let asked: string[];
let heard: string[];
let server: ReturnType<typeof createServer>;
let signal: ReturnType<typeof createHttpRiskSignal>;

beforeEach(async () => {
  asked = [];
  heard = [];
  server = createServer((request, response) => {
    asked.push(request.url ?? "");
    answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  signal = createHttpRiskSignal({
    baseUrl: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    tls: { cert: "", key: "", ca: "" },
    noAnswer: (why) => void heard.push(why),
  });
});
afterEach(async () => {
  await signal.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const visit = aVisit();
const riskOf = () => signal.riskOf(visit, { correlationId: visit.correlationId });

test.each(["normal", "high"] as const)("P-16: the bank's checks say %s of this request", async (level) => {
  answer = (response) => void response.end(JSON.stringify({ level }));
  expect(await riskOf()).toBe(level);
  const [path, query] = asked[0]?.split("?") ?? [];
  expect(path).toBe(`/customers/${visit.customer}/risk`);
  expect(Object.fromEntries(new URLSearchParams(query))).toEqual({
    client_id: visit.clientId,
    consent_id: visit.consentId,
    kind: visit.kind,
  });
  expect(heard).toEqual([]);
});

test.each<readonly [string, (response: ServerResponse) => void]>([
  ["are down", (response) => void response.destroy()],
  ["hang", () => {}],
  ["fail", (response) => void response.writeHead(500).end()],
  ["refuse us", (response) => void response.writeHead(403).end("{}")],
  ["say a word of their own", (response) => void response.end('{"level":"amber"}')],
  ["answer rubbish", (response) => void response.end("<html>")],
])(
  "P-16: nobody is stopped where they %s; it is said in the log, within a second, and names nobody",
  async (_, how) => {
    answer = how;
    const started = performance.now();
    expect(await riskOf()).toBe("unknown");
    expect(performance.now() - started).toBeLessThan(1_500);
    expect(heard).toHaveLength(1);
    expect(heard.join()).not.toContain(visit.customer);
  },
);
