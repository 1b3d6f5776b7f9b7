import { createServer, type RequestListener, type Server } from "node:http";
import { afterEach, expect, test } from "vitest";
import { createHttpClient, type HttpClient, UpstreamUnavailable, upstreamsHeard } from "./http.server";

let server: Server;
let client: HttpClient;
let asked = 0;

async function upstream(handler: RequestListener, timeoutMs = 300): Promise<void> {
  asked = 0;
  server = createServer((request, response) => {
    asked += 1;
    handler(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  client = createHttpClient({ baseUrl: `http://127.0.0.1:${port}`, tls: { cert: "", key: "", ca: "" }, timeoutMs });
}

afterEach(async () => {
  await client.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const get = () => client.call({ method: "GET", path: "/x", correlationId: "c-1" });
const post = () => client.call({ method: "POST", path: "/x", correlationId: "c-1", body: "{}" });

test("passes the correlation id on and reads JSON and headers", async () => {
  await upstream((request, response) => {
    response.setHeader("x-echo", String(request.headers["x-fapi-interaction-id"]));
    response.end('{"a":1}');
  });
  const answer = await get();
  expect(answer).toMatchObject({ status: 200, json: { a: 1 } });
  expect(answer.header("x-echo")).toBe("c-1");
});

test("what is not JSON is read as nothing and not thrown", async () => {
  await upstream((_, response) => response.end("<html>rubbish"));
  expect((await get()).json).toBeUndefined();
});

test("a call that hangs ends at the timeout, retry included", async () => {
  await upstream(() => {});
  const started = performance.now();
  await expect(get()).rejects.toThrow(UpstreamUnavailable);
  expect(performance.now() - started).toBeLessThan(900);
});

test.each(["GET", "POST"] as const)("a caller's deadline ends a %s before the timeout does", async (method) => {
  const slowest = 5_000;
  await upstream(() => {}, slowest);
  const started = performance.now();
  const call = client.call({ method, path: "/x", correlationId: "c-1", signal: AbortSignal.timeout(100) });
  await expect(call).rejects.toThrow("no answer in time");
  expect(performance.now() - started).toBeLessThan(slowest / 2);
  expect(asked).toBe(1);
});

test("an upstream that cuts the connection is asked twice for what changes nothing, once for what does", async () => {
  await upstream((request) => request.socket.destroy());
  await expect(get()).rejects.toThrow(UpstreamUnavailable);
  expect(asked).toBe(2);
  await expect(post()).rejects.toThrow(UpstreamUnavailable);
  expect(asked).toBe(3);
});

test("one failure is forgiven where trying again is safe", async () => {
  await upstream((_, response) => {
    response.statusCode = asked === 1 ? 503 : 200;
    response.end("{}");
  });
  expect((await get()).status).toBe(200);
});

test("after ten failures in a row it is not asked any more", async () => {
  await upstream((_, response) => {
    response.statusCode = 500;
    response.end();
  });
  for (let call = 0; call < 10; call++) await post().catch(() => {});
  expect(asked).toBe(10);
  await expect(post()).rejects.toThrow("ten times in a row");
  expect(asked).toBe(10);
});

test("an answer without end is cut off", async () => {
  await upstream((_, response) => {
    const chunk = Buffer.alloc(1_048_576, "x");
    const write = () => {
      while (!response.destroyed && response.write(chunk));
    };
    response.on("drain", write);
    write();
  }, 3_000);
  await expect(post()).rejects.toThrow(UpstreamUnavailable);
});

test("the error names neither address nor body", async () => {
  await upstream((_, response) => {
    response.statusCode = 500;
    response.end("account 12345678");
  });
  const error = await post().catch((thrown: Error) => thrown);
  expect(String(error)).not.toMatch(/127\.0\.0\.1|12345678/);
});

test("A-20: how an upstream answered is remembered by its origin, and by no address", async () => {
  let healthy = true;
  await upstream((_, response) => {
    response.statusCode = healthy ? 404 : 503;
    response.end();
  });
  const heard = () =>
    upstreamsHeard().find(({ origin }) => origin.endsWith(`:${(server.address() as { port: number }).port}`));
  await get();
  expect(heard()).toMatchObject({ answered: 1, failed: 0, failedInARow: 0 });
  healthy = false;
  for (let times = 0; times < 2; times++) await expect(post()).rejects.toThrow(UpstreamUnavailable);
  expect(heard()).toMatchObject({ answered: 1, failed: 2, failedInARow: 2, problem: "answered 503" });
  healthy = true;
  await get();
  expect(heard()).toMatchObject({ answered: 2, failed: 2, failedInARow: 0 });
  expect(JSON.stringify(upstreamsHeard())).not.toContain("/x");
});
