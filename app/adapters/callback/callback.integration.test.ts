import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer as createPlainServer, type RequestListener } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { asClientId, asConsentId } from "~/domain/shared/ids";
import type { Delivery } from "~/ports/delivery";
import { ensurePki } from "../../../sandbox/pki.ts";
import { createCallback } from "./callback.server";
import { createCallbackGuard } from "./callback-guard.server";

let pki = "";
const read = (file: string) => readFileSync(join(pki, file), "utf8");
beforeAll(async () => {
  pki = mkdtempSync(join(tmpdir(), "callback-"));
  await ensurePki(pki);
});
afterAll(() => rmSync(pki, { recursive: true, force: true }));

const running: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const stop of running.splice(0).reverse()) await stop();
});

/** A TPP on this machine, over TLS with a certificate of the sandbox's authority. */
async function aTpp(answer: RequestListener): Promise<number> {
  const server = createServer({ cert: read("tpp-beacon.cert.pem"), key: read("tpp-beacon.key.pem") }, answer);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  running.push(() => new Promise((closed) => server.close(closed).closeAllConnections()));
  return (server.address() as AddressInfo).port;
}

interface Given {
  readonly authority?: string;
  readonly allowedHosts?: readonly string[];
}
function pushes({ authority = read("ca.pem"), allowedHosts = ["localhost"] }: Given = {}) {
  const guard = createCallbackGuard({ allowedHosts, resolve: async () => ["127.0.0.1"] });
  const callback = createCallback({
    guard,
    ...(authority && { authority }),
    times: { connectMs: 1_000, totalMs: 1_000 },
  });
  running.push(callback.close);
  return callback;
}

const to = (url: string): Delivery => ({
  id: "0190c2c0-0000-7000-8000-000000000001",
  channel: "tpp",
  recipient: "tpp-beacon",
  endpoint: "tpp-beacon",
  url,
  clientId: asClientId("tpp-beacon"),
  consentId: asConsentId("aac-1"),
  correlationId: "c4405450-febe-11e8-80a5-0fcebb157400",
  body: "eyJhbGciOiJQUzI1NiJ9.e30.c2ln",
  attempts: 1,
  claim: "",
});
const never = () => new AbortController().signal;
const push = (port: number, given?: Given) => pushes(given).send(to(`https://localhost:${port}/events`), never());

test("an event is posted as the standard has it, and 202 takes it over", async () => {
  let asked: object | undefined;
  const port = await aTpp(async (request, response) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk as Uint8Array);
    const { method, url, headers } = request;
    asked = { method, url, type: headers["content-type"], interaction: headers["x-fapi-interaction-id"] };
    response.writeHead(202).end();
    expect(Buffer.concat(chunks).toString()).toBe("eyJhbGciOiJQUzI1NiJ9.e30.c2ln");
  });
  expect(await push(port)).toEqual({ outcome: "delivered", code: 202 });
  expect(asked).toEqual({
    method: "POST",
    url: "/events",
    type: "application/jwt",
    interaction: "c4405450-febe-11e8-80a5-0fcebb157400",
  });
});

test.each([
  [200, "failed"],
  [204, "failed"],
  [500, "failed"],
  [503, "failed"],
  [408, "failed"],
  [429, "failed"],
  [400, "refused"],
  [401, "refused"],
  [404, "refused"],
  [410, "refused"],
])("%s means %s", async (code, outcome) => {
  const port = await aTpp((_, response) => response.writeHead(code).end());
  expect(await push(port)).toEqual({ outcome, code, problem: `answered ${code}` });
});

test("S17: a redirect is followed nowhere", async () => {
  let reached = false;
  const inside = await aTpp((_, response) => {
    reached = true;
    response.writeHead(202).end();
  });
  const port = await aTpp((_, response) => response.writeHead(307, { location: `https://localhost:${inside}/` }).end());
  expect(await push(port)).toMatchObject({ outcome: "refused", code: 307 });
  expect(reached).toBe(false);
});

describe("a receiver in trouble", () => {
  test("one that says nothing is given up in time", async () => {
    const port = await aTpp(() => {});
    expect(await push(port)).toEqual({ outcome: "failed", problem: "no answer in time" });
  });

  test("one that breaks off", async () => {
    const port = await aTpp((request) => request.socket.destroy());
    expect(await push(port)).toMatchObject({ outcome: "failed" });
  });

  test("one that says 202 and dies has taken it", async () => {
    const port = await aTpp((_, response) => {
      response.writeHead(202, { "content-length": "10" });
      response.write("x", () => response.destroy());
    });
    expect(await push(port)).toEqual({ outcome: "delivered", code: 202 });
  });

  test("one that never stops talking is cut off", async () => {
    let written = 0;
    const port = await aTpp((_, response) => {
      response.writeHead(202);
      const more = () => {
        while (response.writable && response.write("x".repeat(65_536))) written += 65_536;
      };
      response.on("drain", more);
      more();
    });
    expect(await push(port)).toEqual({ outcome: "delivered", code: 202 });
    expect(written).toBeLessThan(8 * 1_048_576);
  });

  test("one that nobody waits for any more", async () => {
    const stopping = new AbortController();
    const port = await aTpp(() => stopping.abort());
    expect(await pushes().send(to(`https://localhost:${port}/`), stopping.signal)).toEqual({ outcome: "cut" });
  });
});

describe("S17: nothing is sent", () => {
  test("to somebody whose certificate nobody vouches for", async () => {
    const port = await aTpp((_, response) => response.writeHead(202).end());
    expect(await push(port, { authority: "" })).toMatchObject({ outcome: "failed" });
  });

  test("without encryption", async () => {
    const server = createPlainServer((_, response) => response.writeHead(202).end());
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    running.push(() => new Promise((closed) => server.close(closed).closeAllConnections()));
    const { port } = server.address() as AddressInfo;
    expect(await pushes().send(to(`http://localhost:${port}/`), never())).toMatchObject({ outcome: "refused" });
    expect(await push(port)).toMatchObject({ outcome: "failed" });
  });

  test.each([
    ["an address of our own", (port: number) => `https://127.0.0.1:${port}/`],
    ["a name that leads to one", (port: number) => `https://inside.tpp.com:${port}/`],
    ["no address", () => ""],
  ])("to %s, although somebody waits there", async (_, url) => {
    let reached = false;
    const port = await aTpp((_request, response) => {
      reached = true;
      response.writeHead(202).end();
    });
    const sent = await pushes({ allowedHosts: [] }).send(to(url(port)), never());
    expect(sent).toEqual({ outcome: "refused", problem: "address not allowed" });
    expect(reached).toBe(false);
  });
});
