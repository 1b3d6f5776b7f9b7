import { createServer } from "node:http";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { asCustomerId } from "~/domain/shared/ids";
import { FactorsUnavailable } from "~/ports/factors";
import { createHttpFactors, NO_FACTORS } from "./http.server";

const customer = asCustomerId("cus/1");
const context = { correlationId: "c-1" };
const MESSAGE = { code: "123456", reference: "3F0A", text: "Your code is 123456.", lifetimeSeconds: 180 };
const KNOWN = { passkeys: [{ id: "a2V5", publicKey: "cHVi", counter: 7, transports: ["usb"] }], phone: "…4567" };

let answer: { status: number; body: string };
let asked: { method: string | undefined; url: string | undefined; body: string }[];
let server: ReturnType<typeof createServer>;
let factors: ReturnType<typeof createHttpFactors>;

beforeEach(async () => {
  asked = [];
  server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    asked.push({ method: request.method, url: request.url, body });
    response.writeHead(answer.status, { "content-type": "application/json" }).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  factors = createHttpFactors({
    baseUrl: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    tls: { cert: "", key: "", ca: "" },
    timeoutMs: 1_000,
  });
});
afterEach(async () => {
  await factors.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const answering = (status: number, body: unknown = "") => {
  answer = { status, body: typeof body === "string" ? body : JSON.stringify(body) };
};

describe("P-22: what the identity provider has of a customer", () => {
  test("is read, of the phone its end alone", async () => {
    answering(200, KNOWN);
    expect(await factors.of(customer, context)).toEqual({ passkeys: KNOWN.passkeys, phoneEnding: "4567" });
    expect(asked).toEqual([{ method: "GET", url: "/factors/cus%2F1", body: "" }]);
  });

  test.each([
    ["no phone", { ...KNOWN, phone: null }],
    ["a phone without digits", { ...KNOWN, phone: "…" }],
  ])("%s is none", async (_, body) => {
    answering(200, body);
    expect(await factors.of(customer, context)).toEqual({ passkeys: KNOWN.passkeys });
  });

  test("whoever it does not know has nothing", async () => {
    answering(404, { error: "unknown" });
    expect(await factors.of(customer, context)).toBeUndefined();
  });

  test.each([
    ["an error", 500, KNOWN],
    ["no permission", 403, KNOWN],
    ["rubbish", 200, "<html>"],
    ["a key that is no key", 200, { ...KNOWN, passkeys: [{ ...KNOWN.passkeys[0], publicKey: "<script>" }] }],
    ["a counter that is none", 200, { ...KNOWN, passkeys: [{ ...KNOWN.passkeys[0], counter: -1 }] }],
    ["more passkeys than anybody has", 200, { ...KNOWN, passkeys: Array(51).fill(KNOWN.passkeys[0]) }],
  ])("%s is an outage", async (_, status, body) => {
    answering(status, body);
    await expect(factors.of(customer, context)).rejects.toThrow(FactorsUnavailable);
  });
});

describe("the use of a passkey", () => {
  test.each([
    [204, true],
    [409, false],
  ])("is told once, and answered %i", async (status, isNoted) => {
    answering(status);
    expect(await factors.passkeyUsed(customer, "a2V5", 8, context)).toBe(isNoted);
    expect(asked).toEqual([{ method: "POST", url: "/factors/cus%2F1/passkeys/a2V5/used", body: '{"counter":8}' }]);
  });

  test.each([200, 400, 404, 500])("is unknown when it is answered %i", async (status) => {
    answering(status);
    await expect(factors.passkeyUsed(customer, "a2V5", 8, context)).rejects.toThrow(FactorsUnavailable);
  });
});

describe("a code", () => {
  test("is sent once, in the body and in no address", async () => {
    answering(202);
    await factors.sendCode(customer, MESSAGE, context);
    expect(asked).toEqual([{ method: "POST", url: "/factors/cus%2F1/codes", body: JSON.stringify(MESSAGE) }]);
  });

  test.each([200, 404, 409, 429, 500])(
    "is not sent when it is answered %i, and no error repeats it",
    async (status) => {
      answering(status);
      const failure = await factors.sendCode(customer, MESSAGE, context).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(FactorsUnavailable);
      expect(String(failure)).not.toContain(MESSAGE.code);
      expect(asked).toHaveLength(1);
    },
  );
});

test("a bank without factors has none to give", async () => {
  await expect(NO_FACTORS.of(customer, context)).rejects.toThrow(FactorsUnavailable);
});
