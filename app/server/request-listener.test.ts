import { request as httpRequest } from "node:http";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { MAX_BODY } from "./posted-form";
import { startTestApp, TEST_ORIGIN, type TestApp } from "./test-app.harness";

let app: TestApp;
const FORM = { "content-type": "application/x-www-form-urlencoded", origin: TEST_ORIGIN };

beforeAll(async () => {
  for (const level of ["error", "warn"] as const) vi.spyOn(console, level).mockImplementation(() => {});
  app = await startTestApp({
    routes: {
      whole: {
        id: "whole",
        parentId: "root",
        path: "whole",
        module: {
          loader: ({ context }: LoaderFunctionArgs) => {
            context.html = "<p>all of it</p>";
            return new Response(null, { headers: { "Content-Type": "text/html; charset=utf-8" } });
          },
        } as never,
      },
      throws: {
        id: "throws",
        parentId: "root",
        path: "throws",
        module: {
          loader: () => {
            throw new Error("secret detail");
          },
        } as never,
      },
    },
  });
});
afterAll(() => app.stop());

const ask = (path: string, init?: RequestInit) => fetch(app.origin + path, { redirect: "manual", ...init });

test("a page that was made in one piece is sent as one, with our headers", async () => {
  const answer = await ask("/whole");
  expect([answer.headers.get("content-length"), await answer.text()]).toEqual(["16", "<p>all of it</p>"]);
  expect(answer.headers.get("cache-control")).toBe("no-store");
});

describe("what reaches Remix", () => {
  test("is read against the public origin, whatever Host says", async () => {
    const answer = await app.raw("GET /consent/42?a=b HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
    expect(answer).toMatch(/^HTTP\/1\.1 200/);
    expect(answer).not.toContain("evil.example");
  });

  test("can post a form from our own origin", async () => {
    const answer = await ask("/dashboard/items", { method: "POST", body: "a=1", headers: FORM });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain("a=1");
  });

  test("carries our own origin to the action, which has nothing else to check in a browser without fetch metadata", async () => {
    const answer = await ask("/dashboard/items", { method: "POST", body: "a=1", headers: FORM });
    expect(await answer.text()).toContain(`&quot;origin&quot;:&quot;${TEST_ORIGIN}&quot;`);
  });

  test("can be posted by a machine, which has no origin, in whatever format its route takes", async () => {
    const headers = { "content-type": "application/secevent+jwt" };
    expect((await ask("/api/v1/things/1", { method: "POST", body: "{}", headers })).status).toBe(201);
  });

  test("keeps a redirect a redirect, and no connection of it", async () => {
    const answer = await ask("/dashboard/items", { method: "POST", body: "a=redirect", headers: FORM });
    expect([answer.status, answer.headers.get("location")]).toEqual([302, "/dashboard"]);
  });
});

describe("what does not reach Remix", () => {
  test.each([
    ["absolute-form", "GET http://evil.example/consent HTTP/1.1", 400],
    ["asterisk-form", "OPTIONS * HTTP/1.1", 400],
    ["TRACE", "TRACE /consent HTTP/1.1", 405],
    ["a method that Node knows and we do not", "PROPFIND /consent HTTP/1.1", 405],
    ["escapes that mean nothing", "GET /consent/%zz HTTP/1.1", 400],
    ["a data request of before Single Fetch", "GET /consent?_data=root HTTP/1.1", 400],
    ["seventeen segments", `GET ${"/a".repeat(17)} HTTP/1.1`, 404],
    ["a character that no name of ours has", "GET /api/v1/things/a%00b HTTP/1.1", 404],
    ["thousands of segments", `GET ${"/a".repeat(3_700)} HTTP/1.1`, 404],
  ])("%s is refused with our page and headers", async (_, line, status) => {
    const answer = await app.raw(`${line}\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(answer.toLowerCase()).toContain("content-security-policy: default-src 'none'");
    expect(answer).toContain('role="alert"');
  });

  test("two slashes are a path, not another host", async () => {
    const answer = await app.raw("GET //evil.example/consent HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    expect(answer).toMatch(/^HTTP\/1\.1 404 /);
  });

  test.each([
    ["another origin", { ...FORM, origin: "https://evil.example" }, 403],
    ["an origin that is no URL", { ...FORM, origin: "x" }, 403],
    ["no origin", { "content-type": FORM["content-type"] }, 403],
    ["text", { ...FORM, "content-type": "text/plain" }, 415],
    ["multipart without a boundary", { ...FORM, "content-type": "multipart/form-data" }, 415],
    ["a file", { ...FORM, "content-type": "multipart/form-data; boundary=b" }, 415],
    ["a kind that begins like a form", { ...FORM, "content-type": "application/x-www-form-urlencodedx" }, 415],
  ])("a post with %s", async (_, headers, status) => {
    for (const path of ["/dashboard/items", "/dashboard/items.data", "/nowhere", "//api/v1/things/1", "/%61pi/v1"]) {
      expect((await ask(path, { method: "POST", body: "a=1", headers })).status, path).toBe(status);
    }
  });

  test.each([
    ["another origin", { origin: "https://evil.example" }],
    ["our own", { origin: TEST_ORIGIN }],
    ["none that it would name", { origin: "null" }],
  ])("a browser's post with %s to where machines call", async (_, headers) => {
    expect((await ask("/api/v1/things/1", { method: "POST", body: "{}", headers })).status).toBe(403);
  });

  test("our own form whose page keeps its referrer gets through all the same", async () => {
    const headers = { ...FORM, origin: "null", "sec-fetch-site": "same-origin" };
    // `fetch` does not let a caller set these.
    const status = await new Promise((resolve, reject) => {
      const sent = httpRequest(`${app.origin}/dashboard/items`, { method: "POST", headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      sent.on("error", reject);
      sent.end("a=1");
    });
    expect(status).toBe(200);
  });

  test.each([
    ["announced", `Content-Length: ${MAX_BODY + 1}\r\n\r\n`],
    [
      "not announced",
      `Transfer-Encoding: chunked\r\n\r\n${(MAX_BODY + 1).toString(16)}\r\n${"a".repeat(MAX_BODY + 1)}\r\n`,
    ],
  ])("a body that is too large, %s", async (_, rest) => {
    const head = `POST /dashboard/items HTTP/1.1\r\nHost: x\r\nOrigin: ${TEST_ORIGIN}\r\n`;
    const answer = await app.raw(`${head}Content-Type: ${FORM["content-type"]}\r\n${rest}`);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer.toLowerCase()).toContain("connection: close");
  });

  test("a body that just fits is served", async () => {
    const body = `a=${"b".repeat(MAX_BODY - 2)}`;
    expect((await ask("/dashboard/items", { method: "POST", body, headers: FORM })).status).toBe(200);
  });
});

describe("every answer", () => {
  const paths = [
    "/",
    "/consent",
    "/nowhere",
    "/throws",
    "/api/v1/things/1",
    "/consent.data",
    "/favicon.svg",
    "/healthz",
    "/readyz",
  ];

  test.each([...paths, "/assets/style-abc123.css", "/__manifest?p=/consent&version=v1", "/a".repeat(20)])(
    "carries the same headers: %s",
    async (path) => {
      const { headers } = await ask(path);
      expect(Object.fromEntries(headers)).toMatchObject({
        "content-security-policy": expect.stringMatching(/^default-src 'none'; .*frame-ancestors 'none'$/),
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "same-origin",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "strict-transport-security": expect.stringMatching(/^max-age=\d{8}/),
      });
      expect(headers.get("content-security-policy")).not.toMatch(/unsafe|\*|script-src/);
    },
  );

  test.each(paths.filter((path) => path !== "/favicon.svg"))("is kept by nobody: %s", async (path) => {
    expect((await ask(path)).headers.get("cache-control")).toBe("no-store");
  });

  test("hides what went wrong and gives a reference that is in the log", async () => {
    const answer = await ask("/throws");
    const html = await answer.text();
    expect(answer.status).toBe(500);
    expect(html).not.toContain("secret detail");
    const [, first, last] = /Reference <strong[^>]*><bdi>(\w{4})-(\w{4})</.exec(html) ?? [];
    const referred = () =>
      app.logged.filter((line) => String(line["correlationId"]).endsWith(`${first}${last}`.toLowerCase()));
    await expect.poll(referred).toHaveLength(1);
  });
});

test("one line a request, with our words for the address and nothing of its query", async () => {
  const before = app.logged.length;
  await ask("/consent/canary-visit?login_state=canary-state");
  await expect.poll(() => app.logged.length).toBe(before + 1);
  const line = app.logged.at(-1);
  expect(line).toMatchObject({
    surface: "consent",
    route: "/consent/*",
    method: "GET",
    status: 200,
    ms: expect.any(Number),
  });
  expect(JSON.stringify(line)).not.toContain("canary");
});

test("a client that leaves in the middle of its request harms nobody, and is no fault of ours", async () => {
  const before = app.logged.length;
  await new Promise<void>((resolve) => {
    const sent = httpRequest(app.origin, { method: "POST", headers: { "content-length": 100 } });
    sent.on("error", () => {});
    sent.on("close", resolve);
    sent.write("a=1", () => sent.destroy());
  });
  await expect.poll(() => app.logged.length).toBe(before + 1);
  expect(app.logged.at(-1)).toMatchObject({ level: 30, msg: "request", status: 400 });
});
