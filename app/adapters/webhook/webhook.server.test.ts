import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { asClientId, asConsentId } from "~/domain/shared/ids";
import type { Delivery } from "~/ports/delivery";
import { createWebhook } from "./webhook.server";

let server: Server | undefined;
let webhook: ReturnType<typeof createWebhook> | undefined;
afterEach(async () => {
  await webhook?.close();
  await new Promise((closed) => server?.close(closed).closeAllConnections());
});

const DELIVERY: Delivery = {
  id: "0190c2c0-0000-7000-8000-000000000001",
  channel: "analytics",
  recipient: "analytics",
  endpoint: "analytics",
  clientId: asClientId("tpp-beacon"),
  consentId: asConsentId("aac-1"),
  correlationId: "c-1",
  body: "header.payload.signature",
  attempts: 1,
  claim: "",
};

async function sendTo(answer: RequestListener) {
  server = createServer(answer);
  await new Promise<void>((listening) => server?.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  webhook = createWebhook({ url: `http://127.0.0.1:${port}/events`, times: { connectMs: 300, totalMs: 300 } });
  return webhook.send(DELIVERY, new AbortController().signal);
}

test("an event is posted as it was signed", async () => {
  let asked: unknown;
  const sent = await sendTo(async (request, response) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk as Uint8Array);
    asked = [request.method, request.url, request.headers["content-type"], Buffer.concat(chunks).toString()];
    response.writeHead(202).end();
  });
  expect(sent).toEqual({ outcome: "delivered", code: 202 });
  expect(asked).toEqual(["POST", "/events", "application/jose", "header.payload.signature"]);
});

test.each([
  [200, "delivered"],
  [204, "delivered"],
  [400, "refused"],
  [413, "refused"],
  [422, "refused"],
  // Settings of ours or theirs, which somebody mends: no event is lost by them.
  [301, "failed"],
  [401, "failed"],
  [403, "failed"],
  [404, "failed"],
  [500, "failed"],
])("%s means %s", async (code, outcome) => {
  const sent = await sendTo((_, response) => response.writeHead(code, { location: "/elsewhere" }).end());
  expect(sent).toMatchObject({ outcome, code });
});

test("silence is no answer", async () => {
  expect(await sendTo(() => {})).toEqual({ outcome: "failed", problem: "no answer in time" });
});
