import { createServer, type ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { longestRequest, stopServing } from "./graceful-stop";

/** A server with one open request, which a test answers or leaves. */
async function oneOpenRequest() {
  let reached: (response: ServerResponse) => void = () => {};
  const open = new Promise<ServerResponse>((resolve) => {
    reached = resolve;
  });
  const server = createServer((_, response) => reached(response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  const client = fetch(`http://127.0.0.1:${port}`).then((answer) => answer.text());
  return { server, client, response: await open };
}

test("what never finishes is cut at the deadline, and said so", async () => {
  const { server, client } = await oneOpenRequest();
  const cut = expect(client).rejects.toThrow();
  expect(await stopServing(server, { drainMs: 0, deadlineMs: 50 })).toBe(false);
  await cut;
});

test("what finishes is waited for, and not its connection, which both sides would keep", async () => {
  const { server, client, response } = await oneOpenRequest();
  server.keepAliveTimeout = 65_000;
  const begun = performance.now();
  const stopped = stopServing(server, { drainMs: 0, deadlineMs: 30_000 });
  response.end("done");
  expect([await client, await stopped]).toEqual(["done", true]);
  expect(performance.now() - begun).toBeLessThan(2_000);
});

test.each([100, 2_500, 60_000])("an upstream timeout of %i ms is never what cuts a request", (timeoutMs) => {
  expect(longestRequest(timeoutMs)).toBeGreaterThan(2 * timeoutMs);
});
