import { createServer } from "node:http";
import { expect, test, vi } from "vitest";
import { freePort } from "#db/testing.global";
import { startTestApp, TEST_ORIGIN } from "./test-app.harness";

function deferred<T>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/** A route that answers when the test says so. */
function slowRoute() {
  const reached = deferred<Request>();
  const answer = deferred<Response>();
  const loader = ({ request }: { request: Request }) => {
    reached.resolve(request);
    return answer.promise;
  };
  return {
    reached: reached.promise,
    finish: () => answer.resolve(new Response("done")),
    routes: { slow: { id: "slow", parentId: "root", path: "slow", module: { loader } as never } },
  };
}

test("stopping lets open requests finish, then closes the app's connections, and answers nobody else", async () => {
  const slow = slowRoute();
  const closed = vi.fn();
  const app = await startTestApp({ routes: slow.routes, closed });
  const open = fetch(`${app.origin}/slow`);
  await slow.reached;

  const stopping = app.stop();
  await expect(fetch(`${app.origin}/healthz`)).rejects.toThrow();
  expect(closed).not.toHaveBeenCalled();
  slow.finish();
  const answer = await open;
  expect([answer.status, answer.headers.get("connection"), await answer.text()]).toEqual([200, "close", "done"]);
  await stopping;
  expect(closed).toHaveBeenCalledOnce();
});

test("while it drains it sends new customers elsewhere and serves those who come all the same", async () => {
  const app = await startTestApp({ settings: { DRAIN_MS: 1_000 } });
  const ask = async (path: string) => {
    const { status, headers } = await fetch(app.origin + path);
    return [status, headers.get("connection")];
  };
  expect(await ask("/readyz")).toEqual([200, "keep-alive"]);
  const stopping = app.stop();
  expect(await ask("/readyz")).toEqual([503, "close"]);
  expect(await ask("/healthz")).toEqual([200, "close"]);
  expect(await ask("/consent/42")).toEqual([200, "close"]);
  await stopping;
  await expect(ask("/healthz")).rejects.toThrow();
});

test("stopping twice stops once", async () => {
  const closed = vi.fn();
  const app = await startTestApp({ closed });
  await app.stop();
  await expect(fetch(`${app.origin}/healthz`)).rejects.toThrow();
  expect(closed).toHaveBeenCalledOnce();
});

test("the request's signal aborts when the client leaves, and also after a normal end", async () => {
  for (const leave of [true, false]) {
    const slow = slowRoute();
    const app = await startTestApp({ routes: slow.routes });
    const client = new AbortController();
    const open = fetch(`${app.origin}/slow`, { signal: client.signal }).then((answer) => answer.text());
    const { signal } = await slow.reached;
    expect(signal.aborted).toBe(false);
    if (leave) client.abort();
    else slow.finish();
    await open.catch(() => {});
    await expect.poll(() => signal.aborted).toBe(true);
    slow.finish();
    await app.stop();
  }
});

test("jobs run with it unless they run elsewhere, and have ended before connections are closed", async () => {
  const order: string[] = [];
  const startJobs = () => {
    order.push("started");
    return { stop: async () => order.push("ended") > 0 };
  };
  const closed = () => void order.push("closed");
  await (await startTestApp({ startJobs, closed })).stop();
  expect(order).toEqual(["started", "ended", "closed"]);
  await (await startTestApp({ startJobs, closed, settings: { WORKER: "off" } })).stop();
  expect(order.slice(3)).toEqual(["closed"]);
});

test("a taken port is named, with what moves it", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const address = other.address();
  const port = typeof address === "object" ? address?.port : undefined;
  await expect(startTestApp({ settings: { PORT: port ?? 0 } })).rejects.toThrow(
    `port ${port} is taken; set PORT to move the app`,
  );
  other.close();
});

test("readiness says what is missing and nothing about it", async () => {
  let notReady = ["database"];
  const app = await startTestApp({ readiness: async () => ({ ready: notReady.length === 0, notReady }) });
  const ask = async () => {
    const answer = await fetch(`${app.origin}/readyz`);
    return [answer.status, await answer.json()];
  };
  expect(await ask()).toEqual([503, { status: "not_ready", notReady: ["database"] }]);
  expect((await fetch(`${app.origin}/healthz`)).status).toBe(200);
  notReady = [];
  expect(await ask()).toEqual([200, { status: "ready" }]);
  await app.stop();
});

test.each([
  ["fails", () => Promise.reject(new Error("password=hunter2")), "check failed"],
  ["never answers", () => new Promise<never>(() => {}), "no answer in time"],
])("a readiness check that %s is not ready", async (_, readiness, word) => {
  const app = await startTestApp({ readiness });
  const answer = await fetch(`${app.origin}/readyz`);
  expect([answer.status, await answer.text()]).toEqual([
    503,
    JSON.stringify({ status: "not_ready", notReady: [word] }),
  ]);
  await app.stop();
});

test("metrics count requests by surface and status, on their own port and nowhere else", async () => {
  const free = createServer();
  await new Promise<void>((resolve) => free.listen(0, "127.0.0.1", resolve));
  const address = free.address();
  const port = typeof address === "object" && address ? address.port : 0;
  await new Promise((resolve) => free.close(resolve));

  const app = await startTestApp({ settings: { METRICS_PORT: port } });
  await fetch(`${app.origin}/consent/1`);
  await fetch(`${app.origin}/consent`, { method: "POST", headers: { origin: "https://evil.example" } });
  expect((await fetch(`${app.origin}/metrics`)).headers.get("content-type")).not.toContain("version=0.0.4");
  const metrics = () => fetch(`http://127.0.0.1:${port}/metrics`).then((answer) => answer.text());
  await expect.poll(metrics).toContain('http_request_duration_seconds_count{surface="consent",status="200"} 1');
  const text = await metrics();
  expect(text).toContain('http_request_duration_seconds_count{surface="refused",status="403"} 1');
  expect(text).toMatch(/^http_requests_in_flight 0$/m);
  expect(text).toContain("nodejs_eventloop_lag_seconds");
  await app.stop();
  await expect(metrics()).rejects.toThrow();
});

test("forwarded headers are believed of nobody", async () => {
  const slow = slowRoute();
  const app = await startTestApp({ routes: slow.routes });
  const forged = { "x-forwarded-for": "203.0.113.9", "x-forwarded-host": "evil.example", forwarded: "for=203.0.113.9" };
  const open = fetch(`${app.origin}/slow`, { headers: forged });
  const { headers, url } = await slow.reached;
  expect(Object.keys(forged).map((name) => headers.get(name))).toEqual([null, null, null]);
  expect(new URL(url).origin).toBe(TEST_ORIGIN);
  slow.finish();
  await open;
  await app.stop();
});

test("C-05, B-03: what stops customers, and what was told of reads, is counted under its name", async () => {
  const port = await freePort();
  const app = await startTestApp({
    alertsRaised: () => ({
      "look-alike-name": 0,
      "request-not-understood": 3,
      "register-refused": 0,
      "register-silent": 0,
      "tpp-barred": 0,
      "tpp-role-taken": 0,
      "tpp-certificate-ends": 0,
    }),
    readsCounted: () => ({ taken: 7, repeated: 0, refused: 1, early: 0, unsigned: 0 }),
    settings: { METRICS_PORT: port },
  });
  const read = async () => (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  await read();
  expect(await read()).toContain('assent_alerts_total{alert="request-not-understood"} 3');
  expect(await read()).toContain('assent_reads_reported_total{outcome="refused"} 1');
  await app.stop();
});
