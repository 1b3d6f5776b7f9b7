import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { missingPermissions, PERMISSIONS } from "../consents/permissions.ts";
import { type Call, type RunningIntentApi, startIntentApi } from "./intent-api.harness.ts";
import { warnWithoutOpenApi } from "./openapi.harness.ts";

let api: RunningIntentApi;
let token: string;

beforeAll(async () => {
  warnWithoutOpenApi();
  api = await startIntentApi();
  token = api.tokenOf("tpp-beacon");
});
afterAll(() => api?.close());

const path = (version: string) => `${version}/aisp/account-access-consents`;
const asked = { Data: { Permissions: ["ReadAccountsDetail", "ReadBalances"] }, Risk: {} };
const call = (over: Partial<Call> & Pick<Call, "method" | "path">) => api.call({ token, ...over });
const create = (version: string, body: unknown = asked) => call({ method: "POST", path: path(version), body });
const created = async (version = "v4.0", body: unknown = asked) => {
  const reply = await create(version, body);
  expect(reply.status).toBe(201);
  return reply.body.Data.ConsentId as string;
};
const read = (version: string, id: string) => call({ method: "GET", path: `${path(version)}/${id}` });
const authorise = (id: string) =>
  api.sql.begin((transaction) => api.consents.authorise(transaction, id, { subject: "s", accountIds: ["a"] }));

describe.each(["v3.1", "v4.0"])("%s", (version) => {
  test("an intent is made, read as it was asked, and taken back", async () => {
    const body = {
      Data: {
        Permissions: ["ReadTransactionsDebits", "ReadTransactionsDetail", "ReadAccountsBasic"],
        ExpirationDateTime: "2090-01-01T00:00:00+01:00",
        TransactionFromDateTime: "2026-01-01T00:00:00Z",
        TransactionToDateTime: "2026-06-01T00:00:00Z",
      },
      Risk: {},
    };
    const id = await created(version, body);
    const { status, body: answer } = await read(version, id);
    expect(status).toBe(200);
    expect(answer).toMatchObject({ ...body, Data: { ...body.Data, ConsentId: id } });
    expect(answer.Data.Status).toBe(version === "v3.1" ? "AwaitingAuthorisation" : "AWAU");
    expect(answer.Links.Self).toBe(`https://as.test/open-banking/${path(version)}/${id}`);
    const gone = await call({ method: "DELETE", path: `${path(version)}/${id}` });
    expect([gone.status, gone.text]).toEqual([204, ""]);
    expect((await read(version, id)).status).toBe(400);
  });

  const code = (v3: string, v4: string) => (version === "v3.1" ? `UK.OBIE.${v3}` : v4);
  const without = (field: string) => ({ ...asked, [field]: undefined });
  const data = (over: object) => ({ ...asked, Data: { ...asked.Data, ...over } });
  test.each([
    ["no JSON", "{", "Resource.InvalidFormat", "U010", undefined],
    ["no object", "[]", "Resource.InvalidFormat", "U010", undefined],
    ["no Data", without("Data"), "Field.Missing", "U004", "Data"],
    ["no Risk", without("Risk"), "Field.Missing", "U004", "Risk"],
    ["a Risk that is not empty", { ...asked, Risk: { a: 1 } }, "Field.Unexpected", "U005", "Risk.a"],
    ["no permission", data({ Permissions: [] }), "Field.Invalid", "U002", "Data.Permissions"],
    ["an unknown permission", data({ Permissions: ["ReadAll"] }), "Field.Invalid", "U002", "Data.Permissions[0]"],
    ["no account permission", data({ Permissions: ["ReadBalances"] }), "Field.Expected", "U001", "Data.Permissions"],
    ["no date", data({ ExpirationDateTime: "soon" }), "Field.InvalidDate", "U003", "Data.ExpirationDateTime"],
    [
      "a past expiry",
      data({ ExpirationDateTime: "2020-01-01T00:00:00Z" }),
      "Field.InvalidDate",
      "U003",
      "Data.ExpirationDateTime",
    ],
    [
      "a period that ends before it begins",
      data({ TransactionFromDateTime: "2026-02-01T00:00:00Z", TransactionToDateTime: "2026-01-01T00:00:00Z" }),
      "Field.InvalidDate",
      "U003",
      "Data.TransactionToDateTime",
    ],
  ] as const)("refuses %s by the standard's code", async (_what, body, v3, v4, at) => {
    const reply = await create(version, body);
    expect(reply.status).toBe(400);
    expect(reply.body.Errors[0]).toMatchObject({ ErrorCode: code(v3, v4), ...(at && { Path: at }) });
    expect(reply.body.Errors[0].Path).toBe(at);
  });

  test("any set of permissions is taken or refused by the rules of combination", async () => {
    await fc.assert(
      fc.asyncProperty(fc.subarray([...PERMISSIONS], { minLength: 1 }), async (Permissions) => {
        const { status } = await create(version, { Data: { Permissions }, Risk: {} });
        expect(status).toBe(missingPermissions(Permissions).length === 0 ? 201 : 400);
      }),
      { numRuns: 25 },
    );
  });

  test("an unknown id is 400, another TPP's 403, to read and to delete", async () => {
    const id = await created(version);
    const other = { token: api.tokenOf("tpp-tallybook"), certificate: "tpp-tallybook" } as const;
    for (const method of ["GET", "DELETE"]) {
      expect((await call({ method, path: `${path(version)}/${id}`, ...other })).status).toBe(403);
      expect((await call({ method, path: `${path(version)}/aac-${randomUUID()}` })).status).toBe(400);
    }
    expect((await read(version, id)).status).toBe(200);
  });

  test("a payment is not read as account access", async () => {
    const { id } = await paymentOf("tpp-beacon");
    expect((await read(version, id)).status).toBe(400);
  });
});

async function paymentOf(clientId: string) {
  const made = await api.consents.create({
    clientId,
    type: "domestic_payment",
    apiVersion: "v4.0",
    request: { Data: {}, Risk: {} },
    interactionId: randomUUID(),
  });
  if (made.outcome !== "created") throw new Error(made.outcome);
  return made.consent;
}

describe("statuses and versions", () => {
  test("a consent of v3.1 is read in v4.0 by its names, and never the other way", async () => {
    const [old, young] = [await created("v3.1"), await created("v4.0")];
    await authorise(old);
    expect((await read("v3.1", old)).body.Data.Status).toBe("Authorised");
    expect((await read("v4.0", old)).body.Data.Status).toBe("AUTH");
    expect((await read("v3.1", young)).status).toBe(400);
    expect((await call({ method: "DELETE", path: `${path("v3.1")}/${young}` })).status).toBe(400);
    expect((await call({ method: "DELETE", path: `${path("v4.0")}/${old}` })).status).toBe(204);
  });

  test("ended by the bank: v3.1 keeps the status, v4.0 says CANC and why", async () => {
    const id = await created("v3.1");
    await authorise(id);
    await api.consents.revoke(id, { by: "bank" });
    expect((await read("v3.1", id)).body.Data.Status).toBe("Authorised");
    expect((await read("v4.0", id)).body.Data).toMatchObject({
      Status: "CANC",
      StatusReason: [{ StatusReasonCode: "U042" }],
    });
  });

  test("run out and rejected", async () => {
    const [expired, rejected] = [await created("v3.1"), await created("v3.1")];
    await authorise(expired);
    await api.sql`update consent set expires_at = now() where id = ${expired}`;
    await api.sql.begin((transaction) => api.consents.reject(transaction, rejected, { by: "system" }));
    expect((await read("v3.1", expired)).body.Data.Status).toBe("Authorised");
    expect((await read("v4.0", expired)).body.Data.Status).toBe("EXPD");
    expect((await read("v3.1", rejected)).body.Data.Status).toBe("Rejected");
    expect((await read("v4.0", rejected)).body.Data.Status).toBe("RJCT");
  });
});

describe("who may ask, and how", () => {
  const post = (over: Partial<Call>) => call({ method: "POST", path: path("v3.1"), body: asked, ...over });

  test("401 without a body: no token, unknown, of another certificate, without one, bound to nothing", async () => {
    const unbound = api.tokenOf("tpp-beacon", ["accounts"], false);
    for (const over of [
      { token: "" },
      { token: "unknown" },
      { certificate: "tpp-tallybook" },
      { certificate: null },
      { token: unbound },
    ] as const) {
      const reply = await post(over);
      expect([reply.status, reply.text], JSON.stringify(over)).toEqual([401, ""]);
    }
  });

  test("403 for a token of another scope", async () => {
    expect((await post({ token: api.tokenOf("tpp-beacon", ["payments"]) })).status).toBe(403);
  });

  test("405, 406, 415, 404, 413", async () => {
    const put = await call({ method: "PUT", path: path("v4.0"), body: asked });
    expect([put.status, put.headers.get("allow")]).toEqual([405, "POST"]);
    expect((await post({ headers: { accept: "application/xml" } })).status).toBe(406);
    expect((await post({ headers: { accept: "text/html, application/json;q=0.5" } })).status).toBe(201);
    expect((await post({ headers: { "content-type": "text/plain" } })).status).toBe(415);
    expect((await post({ path: "v2.0/aisp/account-access-consents" })).status).toBe(404);
    expect((await post({ body: " ".repeat(64 * 1024 + 1) })).status).toBe(413);
  });

  test("the interaction id is echoed on success and on errors, or made", async () => {
    const id = randomUUID();
    const headers = { "x-fapi-interaction-id": id };
    const tooLarge = { body: " ".repeat(64 * 1024 + 1) };
    for (const over of [{}, { token: "unknown" }, { body: "{" }, { path: "v2.0/aisp/x" }, tooLarge]) {
      expect((await post({ ...over, headers })).headers.get("x-fapi-interaction-id")).toBe(id);
    }
    const reply = await post({ headers });
    expect((await api.consents.get(reply.body.Data.ConsentId))?.interactionId).toBe(id);
    expect((await post({})).headers.get("x-fapi-interaction-id")).toMatch(/^[0-9a-f-]{36}$/);
  });

  test.each([
    ["x-fapi-interaction-id", "1 OR 1=1"],
    ["x-fapi-auth-date", "yesterday"],
    ["x-fapi-customer-ip-address", "300.1.1.1"],
  ])("a malformed %s is refused and not repeated", async (name, value) => {
    const reply = await post({ headers: { [name]: value } });
    expect(reply.status).toBe(400);
    expect(reply.body.Errors[0]).toMatchObject({ ErrorCode: "UK.OBIE.Header.Invalid", Path: name });
    expect(reply.text + reply.headers.get("x-fapi-interaction-id")).not.toContain(value);
  });

  test("well-formed optional headers are taken", async () => {
    const headers = {
      "x-fapi-auth-date": "Sun, 10 Sep 2017 19:43:31 GMT",
      "x-fapi-customer-ip-address": "2001:db8::1",
    };
    expect((await post({ headers })).status).toBe(201);
  });
});
