import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { sendResponse } from "./node-response";

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function ask(response: Response, html: string | undefined, method = "GET") {
  const server = createServer(
    (_, outgoing) => void sendResponse(response, new Headers(response.headers), outgoing, html),
  );
  servers.push(server.listen(0, "127.0.0.1"));
  await once(server, "listening");
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { method });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

const CAFÉ = "<p>café</p>";

describe("a page in one piece", () => {
  const page = () => new Response(null, { status: 422, headers: { "Content-Type": "text/html; charset=utf-8" } });

  test("is sent with its length, its status and its headers", async () => {
    const { status, headers, text } = await ask(page(), CAFÉ);
    expect([status, headers.get("content-type"), text]).toEqual([422, "text/html; charset=utf-8", CAFÉ]);
    expect([headers.get("content-length"), headers.get("transfer-encoding")]).toEqual(["12", null]);
  });

  test("who asks for the head alone gets the length and no page", async () => {
    const { headers, text } = await ask(page(), CAFÉ, "HEAD");
    expect([headers.get("content-length"), text]).toEqual(["12", ""]);
  });
});

test("a stream is sent as it comes, and every cookie by itself", async () => {
  const headers = new Headers([
    ["set-cookie", "a=1"],
    ["set-cookie", "b=2"],
  ]);
  const answer = await ask(new Response(CAFÉ, { headers }), undefined);
  expect(answer.text).toBe(CAFÉ);
  expect(answer.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
});
