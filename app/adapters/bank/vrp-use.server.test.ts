import { createServer, type ServerResponse } from "node:http";
import { afterEach, beforeEach, expect, test } from "vitest";
import { asConsentId, asCustomerId } from "~/domain/shared/ids";
import { createHttpBank } from "./http.server";

let answer: (response: ServerResponse) => void;
let asked: string | undefined;
let server: ReturnType<typeof createServer>;
let bank: ReturnType<typeof createHttpBank>;

beforeEach(async () => {
  server = createServer((request, response) => {
    asked = request.url;
    answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  bank = createHttpBank({ baseUrl: `http://127.0.0.1:${port}`, tls: { cert: "", key: "", ca: "" }, timeoutMs: 3_000 });
});

afterEach(async () => {
  await bank.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const use = () => bank.vrpUseOf(asCustomerId("a/b"), asConsentId("c?d"), { correlationId: "c-1" });
const LIMIT = {
  period: "month",
  alignment: "calendar",
  from: "2026-02-06T00:00:00.000Z",
  to: "2026-03-01T00:00:00.000Z",
  used: { amount: "90.00", currency: "GBP" },
};
const answers =
  (body: unknown, status = 200) =>
  (response: ServerResponse) =>
    response.writeHead(status).end(typeof body === "string" ? body : JSON.stringify(body));

test("P-20: what was paid within each limit, asked for this customer and this consent", async () => {
  answer = answers({ limits: [LIMIT] });
  expect(await use()).toEqual([
    {
      period: "month",
      alignment: "calendar",
      from: new Date("2026-02-06T00:00:00Z"),
      to: new Date("2026-03-01T00:00:00Z"),
      used: { minor: 9_000n, currency: "GBP" },
    },
  ]);
  expect(asked).toBe("/customers/a%2Fb/vrp-use/c%3Fd");
});

test.each<[string, unknown, number?]>([
  ["a consent that was never paid with, whatever is said with it", { limits: [LIMIT] }, 404],
  ["rubbish", "<html>"],
  ["a period of tomorrow", { limits: [{ ...LIMIT, period: "decade" }] }],
  ["a period without an end", { limits: [{ ...LIMIT, to: undefined }] }],
  ["an outage", { limits: [LIMIT] }, 503],
])("%s: nothing is known, and nothing fails", async (_, body, status) => {
  answer = answers(body, status);
  expect(await use()).toBeUndefined();
});

test("a sum that cannot be shown exactly is left out", async () => {
  answer = answers({ limits: [{ ...LIMIT, used: { amount: "1.005", currency: "GBP" } }] });
  expect(await use()).toEqual([]);
});

test("nobody waits long for it", async () => {
  answer = () => {};
  const since = performance.now();
  expect(await use()).toBeUndefined();
  expect(performance.now() - since).toBeLessThan(2_000);
});
