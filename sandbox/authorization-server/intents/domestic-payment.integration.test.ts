import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publicSigningKey } from "../../pki.ts";
import { type Call, type RunningIntentApi, startIntentApi } from "./intent-api.harness.ts";
import { verifyMessage } from "./message-signature.ts";
import { warnWithoutOpenApi } from "./openapi.harness.ts";

let api: RunningIntentApi;
let token: string;

beforeAll(async () => {
  warnWithoutOpenApi();
  api = await startIntentApi();
  token = api.tokenOf("tpp-beacon");
});
afterAll(() => api?.close());

const path = (version: string) => `${version}/pisp/domestic-payment-consents`;
const initiation = {
  InstructionIdentification: "INSTR-1",
  EndToEndIdentification: "E2E-1",
  InstructedAmount: { Amount: "42.50", Currency: "GBP" },
  CreditorAccount: {
    SchemeName: "UK.OBIE.SortCodeAccountNumber",
    Identification: "20405012345678",
    Name: "Harbour Books Ltd",
  },
};
const asked = (over: object = {}) => ({ Data: { Initiation: { ...initiation, ...over } }, Risk: {} });
const pay = (version: string, over: Partial<Call> = {}, key: string = randomUUID()) =>
  api.call({
    method: "POST",
    path: path(version),
    token,
    sign: true,
    body: asked(),
    ...over,
    headers: { "x-idempotency-key": key, ...over.headers },
  });
const read = (version: string, id: string, over: Partial<Call> = {}) =>
  api.call({ method: "GET", path: `${path(version)}/${id}`, token, ...over });

describe.each(["v3.1", "v4.0"])("%s", (version) => {
  const code = (v3: string, v4: string) => (version === "v3.1" ? `UK.OBIE.${v3}` : v4);

  test("an intent is made, echoed as it was sent, and read, each answer signed by the bank", async () => {
    const body = {
      Risk: { PaymentContextCode: "TransferToThirdParty" },
      Data: {
        ReadRefundAccount: "Yes",
        Initiation: { ...initiation, SupplementaryData: { z: 1, a: { y: [2] } } },
      },
    };
    const made = await pay(version, { body });
    const got = await read(version, made.body.Data.ConsentId);
    expect([made.status, got.status]).toEqual([201, 200]);
    const key = await publicSigningKey(api.folder, "authorization-server");
    for (const reply of [made, got]) {
      expect(JSON.stringify(reply.body.Data.Initiation)).toBe(JSON.stringify(body.Data.Initiation));
      expect(reply.body.Risk).toEqual(body.Risk);
      expect(reply.body.Data.Status).toBe(version === "v3.1" ? "AwaitingAuthorisation" : "AWAU");
      const signature = reply.headers.get("x-jws-signature") ?? undefined;
      await verifyMessage(signature, Buffer.from(reply.text), { key, issuer: "the-bank" });
    }
  });

  test("a body that was changed after signing is refused, and the refusal is signed", async () => {
    const { headers } = await pay(version, { body: asked() });
    expect(headers.get("x-jws-signature")).toBeTruthy();
    const unsigned = await pay(version, { sign: false });
    expect(unsigned.body.Errors[0].ErrorCode).toBe(code("Signature.Missing", "U019"));
    const key = await publicSigningKey(api.folder, "authorization-server");
    const signature = unsigned.headers.get("x-jws-signature") ?? undefined;
    await verifyMessage(signature, Buffer.from(unsigned.text), { key, issuer: "the-bank" });
    const foreign = await pay(version, { token: api.tokenOf("tpp-tallybook"), certificate: "tpp-tallybook" });
    expect([foreign.status, foreign.body.Errors[0].ErrorCode]).toEqual([400, code("Signature.InvalidClaim", "U016")]);
  });

  test.each([
    [
      "nothing",
      { InstructedAmount: { Amount: "0.00", Currency: "GBP" } },
      "Field.Invalid",
      "U002",
      "InstructedAmount.Amount",
    ],
    [
      "a comma",
      { InstructedAmount: { Amount: "4,20", Currency: "GBP" } },
      "Field.Invalid",
      "U002",
      "InstructedAmount.Amount",
    ],
    ["no payee", { CreditorAccount: undefined }, "Field.Missing", "U004", "CreditorAccount"],
    ["more than foreseen", { Tip: "1.00" }, "Field.Unexpected", "U005", "Tip"],
    [
      "half a sort code",
      { DebtorAccount: { ...initiation.CreditorAccount, Identification: "2040501234" } },
      "Unsupported.AccountIdentifier",
      "U021",
      "DebtorAccount.Identification",
    ],
  ])("refuses %s by the standard's code", async (_what, over, v3, v4, at) => {
    const reply = await pay(version, { body: asked(over) });
    expect(reply.status).toBe(400);
    expect(reply.body.Errors).toMatchObject([{ ErrorCode: code(v3, v4), Path: `Data.Initiation.${at}` }]);
  });

  test("the idempotency key: mandatory, at most 40 characters", async () => {
    const missing = await api.call({ method: "POST", path: path(version), token, sign: true, body: asked() });
    expect(missing.body.Errors[0]).toMatchObject({
      ErrorCode: code("Header.Missing", "U007"),
      Path: "x-idempotency-key",
    });
    expect((await pay(version, {}, "k".repeat(41))).body.Errors[0].ErrorCode).toBe(code("Header.Invalid", "U006"));
    expect((await pay(version, {}, "k".repeat(40))).status).toBe(201);
  });

  test("the same request again answers the same consent as it is now; a changed one is refused", async () => {
    const key = randomUUID();
    const { body: first } = await pay(version, {}, key);
    const id = first.Data.ConsentId as string;
    await api.sql.begin((transaction) => api.consents.authorise(transaction, id, { subject: "s", accountIds: ["a"] }));
    const again = await pay(version, {}, key);
    expect([again.status, again.body.Data.ConsentId]).toEqual([201, id]);
    expect(again.body.Data.Status).toBe(version === "v3.1" ? "Authorised" : "AUTH");
    const changed = await pay(version, { body: asked({ InstructedAmount: { Amount: "4250", Currency: "GBP" } }) }, key);
    expect(changed.status).toBe(400);
    expect((await read(version, id)).body.Data.Initiation.InstructedAmount.Amount).toBe("42.50");
  });

  test("consumed, and not deletable", async () => {
    const { body } = await pay(version);
    const id = body.Data.ConsentId as string;
    await api.sql.begin((transaction) => api.consents.authorise(transaction, id, { subject: "s", accountIds: ["a"] }));
    await api.consents.consume(id);
    expect((await read(version, id)).body.Data.Status).toBe(version === "v3.1" ? "Consumed" : "COND");
    const deleted = await read(version, id, { method: "DELETE" });
    expect([deleted.status, deleted.headers.get("allow")]).toEqual([405, "GET"]);
  });
});

test("consent and order are of one version, so a payment is not read in another", async () => {
  const [old, young] = [await pay("v3.1"), await pay("v4.0")];
  expect((await read("v4.0", old.body.Data.ConsentId)).status).toBe(400);
  expect((await read("v3.1", young.body.Data.ConsentId)).status).toBe(400);
});

test("another TPP's payment is not read", async () => {
  const { body } = await pay("v4.0");
  const other = { token: api.tokenOf("tpp-tallybook"), certificate: "tpp-tallybook" } as const;
  expect((await read("v4.0", body.Data.ConsentId, other)).status).toBe(403);
});
