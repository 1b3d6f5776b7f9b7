import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Call, type RunningIntentApi, startIntentApi } from "../intent-api.harness.ts";
import { aFileRequest, JSON_FILE } from "../kinds/requests.builder.ts";
import { warnWithoutOpenApi } from "../openapi.harness.ts";
import { V4_CODES } from "../problem.ts";
import { PAIN_FILE } from "./pain-001.builder.ts";

let api: RunningIntentApi;
let token: string;

beforeAll(async () => {
  warnWithoutOpenApi();
  api = await startIntentApi();
  token = api.tokenOf("tpp-beacon", ["payments"]);
});
afterAll(() => api?.close());

describe.each(["v3.1", "v4.0"] as const)("%s", (version) => {
  const path = `${version}/pisp/file-payment-consents`;
  const said = (v3: string, v4: string) => (version === "v3.1" ? v3 : v4);
  const announce = async (body: object = aFileRequest(JSON_FILE)) => {
    const headers = { "x-idempotency-key": randomUUID() };
    const made = await api.call({ method: "POST", path, token, sign: true, body, headers });
    expect(made.status, made.text).toBe(201);
    return made.body.Data.ConsentId as string;
  };
  const upload = (id: string, file: Buffer = JSON_FILE, key: string = randomUUID(), over: Partial<Call> = {}) =>
    api.call({
      method: "POST",
      path: `${path}/${id}/file`,
      token,
      sign: true,
      body: file.toString(),
      ...over,
      headers: { "x-idempotency-key": key, ...over.headers },
    });
  const get = (id: string, part = "") => api.call({ method: "GET", path: `${path}/${id}${part}`, token });
  const statusOf = async (id: string) => (await get(id)).body.Data.Status;

  test("a consent awaits its file, then the customer; the file is read as it came", async () => {
    const id = await announce();
    expect(await statusOf(id)).toBe(said("AwaitingUpload", "AWUP"));
    expect((await get(id, "/file")).status).toBe(400);
    const uploaded = await upload(id);
    expect([uploaded.status, uploaded.text]).toEqual([200, ""]);
    expect(await statusOf(id)).toBe(said("AwaitingAuthorisation", "AWAU"));
    expect((await get(id)).body.Data).not.toHaveProperty("FileContent");
    const read = await get(id, "/file");
    expect([read.status, read.text]).toEqual([200, JSON_FILE.toString()]);
    expect(read.headers.get("x-jws-signature")).toBeTruthy();
    const kept = await api.consents.get(id);
    expect(kept?.terms?.FileContent).toEqual({
      NumberOfTransactions: 2,
      Totals: [{ Amount: "42.60", Currency: "GBP" }],
      FirstRows: [
        expect.objectContaining({ InstructedAmount: { Amount: "42.50", Currency: "GBP" }, Reference: "A 1" }),
        expect.objectContaining({ InstructedAmount: { Amount: "0.10", Currency: "GBP" }, Reference: "A 2" }),
      ],
    });
  });

  test("ISO 20022 is read too, where it was announced", async () => {
    const id = await announce(
      aFileRequest(PAIN_FILE, { FileType: "UK.OBIE.pain.001.001.08", NumberOfTransactions: "3", ControlSum: 61.35 }),
    );
    const asJson = await upload(id, PAIN_FILE);
    expect(asJson.status).toBe(415);
    expect((await upload(id, PAIN_FILE, randomUUID(), { headers: { "content-type": "text/xml" } })).status).toBe(200);
    expect(await statusOf(id)).toBe(said("AwaitingAuthorisation", "AWAU"));
  });

  test.each([
    ["another file", {}, "FileHash", Buffer.from(`${JSON_FILE} `)],
    ["another number of payments", { NumberOfTransactions: "3" }, "NumberOfTransactions", JSON_FILE],
    ["another sum", { ControlSum: 42.61 }, "ControlSum", JSON_FILE],
    ["a sum that is another by less than can be paid", { ControlSum: 42.6000001 }, "ControlSum", JSON_FILE],
  ])("%s than announced: refused, and the consent is over", async (_what, over, member, file) => {
    const id = await announce(aFileRequest(JSON_FILE, over));
    const refused = await upload(id, file);
    expect(refused.body.Errors).toMatchObject([
      {
        ErrorCode: said("UK.OBIE.Resource.ConsentMismatch", V4_CODES["Resource.ConsentMismatch"]),
        Path: `Data.Initiation.${member}`,
      },
    ]);
    expect(await statusOf(id)).toBe(said("Rejected", "RJCT"));
    const late = await upload(id);
    expect(late.body.Errors[0].ErrorCode).toBe(said("UK.OBIE.Resource.InvalidConsentStatus", "U009"));
  });

  test("another file with a key that was used says so, whatever became of the first; the same one is answered alike", async () => {
    const used = { ErrorCode: said("UK.OBIE.Header.Invalid", V4_CODES["Header.Invalid"]), Path: "x-idempotency-key" };
    const [other, key] = [Buffer.from(`${JSON_FILE} `), randomUUID()];
    const taken = await announce();
    expect((await upload(taken, JSON_FILE, key)).status).toBe(200);
    expect((await upload(taken, other, key)).body.Errors).toMatchObject([used]);
    expect((await upload(taken, JSON_FILE, key)).status).toBe(200);
    const refused = await announce();
    const mismatch = (await upload(refused, other, key)).body.Errors[0].ErrorCode;
    expect(mismatch).toBe(said("UK.OBIE.Resource.ConsentMismatch", V4_CODES["Resource.ConsentMismatch"]));
    expect((await upload(refused, JSON_FILE, key)).body.Errors).toMatchObject([used]);
    expect((await upload(refused, other, key)).body.Errors[0].ErrorCode).toBe(mismatch);
  });

  test("a file that is not of its type is refused, and the consent is over", async () => {
    const file = Buffer.from('{"Data":{"DomesticPayments":[]}}');
    const id = await announce(aFileRequest(file, { NumberOfTransactions: "0", ControlSum: 0 }));
    const refused = await upload(id, file);
    expect(refused.body.Errors[0].ErrorCode).toBe(said("UK.OBIE.Resource.InvalidFormat", "U010"));
    expect(await statusOf(id)).toBe(said("Rejected", "RJCT"));
  });

  test("a sum is the number that was written, however many digits it has", async () => {
    const row = {
      CreditorAccount: { SchemeName: "UK.OBIE.IBAN", Identification: "GB29NWBK60161331926819", Name: "A" },
    };
    const payment = { ...row, InstructedAmount: { Amount: "9999999999999.1", Currency: "GBP" } };
    const file = Buffer.from(JSON.stringify({ Data: { DomesticPayments: [payment] } }));
    const id = await announce(aFileRequest(file, { NumberOfTransactions: "1", ControlSum: 9999999999999.1 }));
    expect((await upload(id, file)).status).toBe(200);
  });

  test("an upload is signed, has a key, and is one upload however often it comes", async () => {
    const id = await announce();
    expect((await upload(id, JSON_FILE, randomUUID(), { sign: false })).body.Errors[0].ErrorCode).toBe(
      said("UK.OBIE.Signature.Missing", "U019"),
    );
    const key = randomUUID();
    const both = await Promise.all([upload(id, JSON_FILE, key), upload(id, JSON_FILE, key)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect((await upload(id)).body.Errors[0].ErrorCode).toBe(said("UK.OBIE.Resource.InvalidConsentStatus", "U009"));
    const [row] = await api.sql`select count(*)::int as files from consent_file where consent_id = ${id}`;
    expect(row?.["files"]).toBe(1);
    const other = { token: api.tokenOf("tpp-tallybook", ["payments"]), certificate: "tpp-tallybook" } as const;
    expect((await api.call({ method: "GET", path: `${path}/${id}/file`, ...other })).status).toBe(403);
  });

  test("nobody is told of a file payment before its file", async () => {
    const id = await announce();
    const told = () => api.sql`select cause, status from consent_event where consent_id = ${id}`;
    expect(await told()).toEqual([]);
    await upload(id);
    expect(await told()).toEqual([{ cause: "created", status: "awaiting_authorisation" }]);
    expect(
      createHash("sha256")
        .update((await get(id, "/file")).text)
        .digest("base64"),
    ).toBe((await get(id)).body.Data.Initiation.FileHash);
  });
});
