import { createServer, type ServerResponse } from "node:http";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
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

const answers =
  (body: unknown, status = 200) =>
  (response: ServerResponse) =>
    response.writeHead(status).end(typeof body === "string" ? body : JSON.stringify(body));

const of = [asCustomerId("a/b"), asConsentId("c?d"), { correlationId: "c-1" }] as const;
const AT = "2026-02-06T10:00:00.000Z";
const AMOUNT = { amount: "90.00", currency: "GBP" };

describe.each([
  ["payments", () => bank.paymentsOf(...of), { at: AT, payee: "Harbour", amount: AMOUNT, status: "settled" }],
  ["answers", () => bank.fundsAnswersOf(...of), { at: AT, amount: AMOUNT, available: false }],
] as const)("%s", (name, ask, one) => {
  const [, ...rest] = Object.keys(one);

  test("D-17, R-13: each as the bank tells it, asked for this customer and this consent", async () => {
    answer = answers({ [name]: [one], total: 7 });
    const item = { ...one, at: new Date(AT), amount: { minor: 9_000n, currency: "GBP" } };
    expect(await ask()).toEqual({ items: [item], total: 7 });
    expect(asked).toBe(`/customers/a%2Fb/consents/c%3Fd/${name === "payments" ? "payments" : "funds-answers"}`);
  });

  test("none is an answer", async () => {
    answer = answers({ [name]: [], total: 0 });
    expect(await ask()).toEqual({ items: [], total: 0 });
  });

  test.each<[string, unknown, number?]>([
    ["an outage", { [name]: [one], total: 1 }, 503],
    ["rubbish", "<html>"],
    ["one among them without a part", { [name]: [one, { ...one, [rest[0] ?? ""]: undefined }], total: 2 }],
    [
      "an amount that cannot be shown exactly",
      { [name]: [{ ...one, amount: { amount: "1.005", currency: "GBP" } }], total: 1 },
    ],
    ["less than none", { [name]: [], total: -1 }],
  ])("%s: nothing is known, and nothing fails", async (_, body, status) => {
    answer = answers(body, status);
    expect(await ask()).toBeUndefined();
  });

  test("nobody waits long for it", async () => {
    answer = () => {};
    const since = performance.now();
    expect(await ask()).toBeUndefined();
    expect(performance.now() - since).toBeLessThan(2_000);
  });
});
