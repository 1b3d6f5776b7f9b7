import { describe, expect, test } from "vitest";
import { ACCOUNTS } from "../../personas.ts";
import type { Caller } from "../testing/bank-world.ts";
import { expectToFitOpenApi, openApiIsHere } from "../testing/openapi.ts";
import { issueClientToken, issueToken } from "../testing/tokens.ts";
import {
  type Consented,
  consented,
  consumptions,
  type Order,
  order,
  paid,
  refused,
  world,
} from "./payments.harness.ts";

describe("what differs from the consent", () => {
  const CONSENT_MISMATCH = "UK.OBIE.Resource.ConsentMismatch";
  const changed = (payment: Consented, Initiation: Record<string, unknown>) => ({
    ...payment.message,
    Data: { ...payment.message.Data, Initiation: { ...payment.message.Data.Initiation, ...Initiation } },
  });

  test.each<[string, (payment: Consented) => unknown]>([
    [
      "Data.Initiation.InstructedAmount.Amount",
      (it) => changed(it, { InstructedAmount: { Amount: "42.51", Currency: "GBP" } }),
    ],
    [
      "Data.Initiation.InstructedAmount.Amount",
      (it) => changed(it, { InstructedAmount: { Amount: "42.5", Currency: "GBP" } }),
    ],
    ["Data.Initiation.LocalInstrument", (it) => changed(it, { LocalInstrument: "UK.OBIE.FPS" })],
    ["Data.Initiation.EndToEndIdentification", (it) => changed(it, { EndToEndIdentification: undefined })],
    ["Risk.PaymentContextCode", (it) => ({ ...it.message, Risk: {} })],
  ])("%s is named, and nothing is paid", async (path, change) => {
    for (const [version, code] of [
      ["v3.1", CONSENT_MISMATCH],
      ["v4.0", "U008"],
    ] as const) {
      const payment = consented({}, { api_version: version });
      expect(await refused(await order(payment, { version, message: change(payment) }))).toEqual([400, code, path]);
      expect(consumptions(payment.consentId)).toBe(0);
    }
  });

  test("another version than the consent's", async () => {
    expect(await refused(await order(consented(), { version: "v4.0" }))).toEqual([400, "U008", "Data.ConsentId"]);
  });

  test("another account than the one that the consent names to pay from", async () => {
    const debtor = (Identification: string) => ({
      DebtorAccount: { SchemeName: "UK.OBIE.SortCodeAccountNumber", Identification },
    });
    const other = consented(debtor("30712012345678"));
    expect(await refused(await order(other))).toEqual([400, CONSENT_MISMATCH, "Data.Initiation.DebtorAccount"]);
    expect(consumptions(other.consentId)).toBe(0);
    const { number } = ACCOUNTS.find(({ id }) => id === "acc-arun-main") as (typeof ACCOUNTS)[number];
    expect((await order(consented(debtor(number)))).status).toBe(201);
  });

  test("another consent than the token's", async () => {
    const [mine, others] = [consented(), consented()];
    expect(await refused(await order(mine, { message: others.message }))).toEqual([403, undefined, undefined]);
  });
});

describe("who may order", () => {
  test.each<[string, number, (payment: Consented) => Promise<{ status: number }>]>([
    ["nobody without a certificate", 401, (it) => order(it, { as: "nobody" })],
    ["nobody with another TPP's certificate", 401, (it) => order(it, { as: "tpp-tallybook" })],
    ["nobody without a token", 401, (it) => order({ ...it, token: "" })],
    ["no TPP with its own token", 403, (it) => order({ ...it, token: issueClientToken(world) })],
    ["no token without the scope", 403, () => order(scoped("openid accounts"))],
    ["no account-access consent", 403, (it) => order({ ...it, token: issueToken(world) })],
    ["no account that the customer does not own", 403, () => order(consented({}, { account_ids: ["acc-grace-main"] }))],
    ["no savings account", 403, () => order(consented({}, { account_ids: ["acc-arun-rainy"] }))],
    [
      "no choice of two accounts",
      403,
      () => order(consented({}, { account_ids: ["acc-arun-main", "acc-arun-bills"] })),
    ],
    ["no consent that was not authorised", 400, () => order(consented({}, { status: "awaiting_authorisation" }))],
  ])("%s: %d", async (_, status, attempt) => {
    const payment = consented();
    expect((await attempt(payment)).status).toBe(status);
    expect(consumptions(payment.consentId)).toBe(0);
  });

  const scoped = (scope: string): Consented => {
    const payment = consented();
    return { ...payment, token: issueToken(world, { id: payment.consentId, type: "domestic_payment" }, { scope }) };
  };
});

describe("what is wrong with the message", () => {
  test.each<[string, Order, unknown[]]>([
    ["no key", { key: "" }, [400, "UK.OBIE.Header.Missing", "x-idempotency-key"]],
    ["a long key", { key: "k".repeat(41) }, [400, "UK.OBIE.Header.Invalid", "x-idempotency-key"]],
    ["no signature", { headers: { "x-jws-signature": "" } }, [400, "UK.OBIE.Signature.Missing", "x-jws-signature"]],
    [
      "a malformed signature",
      { headers: { "x-jws-signature": "x" } },
      [400, "UK.OBIE.Signature.Malformed", "x-jws-signature"],
    ],
    ["another TPP's signature", { signedBy: "tallybook" }, [400, "UK.OBIE.Signature.InvalidClaim", "x-jws-signature"]],
    ["not JSON", { message: "{" }, [400, "UK.OBIE.Resource.InvalidFormat", undefined]],
    [
      "no consent id",
      { message: { Data: { Initiation: {} }, Risk: {} } },
      [400, "UK.OBIE.Field.Missing", "Data.ConsentId"],
    ],
    ["another type", { headers: { "content-type": "text/plain" } }, [415, undefined, undefined]],
    ["another answer wanted", { headers: { accept: "text/html" } }, [406, undefined, undefined]],
    ["too much of it", { message: "x".repeat(70_000) }, [413, undefined, undefined]],
  ])("%s", async (_, options, expected) => {
    const payment = consented();
    expect(await refused(await order(payment, options))).toEqual(expected);
    expect(consumptions(payment.consentId)).toBe(0);
  });

  test("an amount with a fraction of a penny", async () => {
    const payment = consented({ InstructedAmount: { Amount: "1.005", Currency: "GBP" } });
    expect(await refused(await order(payment))).toEqual([
      400,
      "UK.OBIE.Field.Invalid",
      "Data.Initiation.InstructedAmount.Amount",
    ]);
  });
});

describe("reading a payment", () => {
  const read = (id: string, token: string, { version = "v3.1", as = "tpp-beacon" as Caller } = {}) =>
    world.call(`/open-banking/${version}/pisp/domestic-payments/${id}`, { token, as });

  test("needs the TPP's own token, of the TPP that ordered it, in the version in which it did", async () => {
    const { id } = await paid(await order(consented()));
    const own = issueClientToken(world);
    expect(await paid(await read(id, own))).toEqual({ http: 200, id, status: "AcceptedSettlementCompleted" });
    expect((await read(id, consented().token)).status).toBe(403);
    expect((await read(id, issueClientToken(world, { scope: "accounts" }))).status).toBe(403);
    const notFound = [400, "UK.OBIE.Resource.NotFound", "DomesticPaymentId"];
    expect(await refused(await read("pay-0", own))).toEqual(notFound);
    const others = issueClientToken(world, { boundTo: "tpp-tallybook" });
    expect(await refused(await read(id, others, { as: "tpp-tallybook" }))).toEqual(notFound);
    expect(await refused(await read(id, own, { version: "v4.0" }))).toEqual([400, "U011", "DomesticPaymentId"]);
  });
});

describe.skipIf(!openApiIsHere).each(["v3.1", "v4.0"] as const)(
  "domestic payments %s fit the official description",
  (version) => {
    test("201, 200, 400, 401, 403, 405, 406, 415", async () => {
      const payment = consented({}, { api_version: version });
      const fits = (response: Awaited<ReturnType<typeof order>>, operation = "POST /domestic-payments") =>
        expectToFitOpenApi(response, version, operation);
      const created = await order(payment, { version });
      const copy = created.clone();
      expect(created.status).toBe(201);
      await fits(created);
      const { id } = await paid(copy);
      const tooMuch = consented(
        { InstructedAmount: { Amount: "999999.00", Currency: "GBP" } },
        { api_version: version },
      );
      await fits(await order(tooMuch, { version }));
      await fits(await order(payment, { version, key: "" }));
      await fits(await order(payment, { version, as: "tpp-tallybook" }));
      await fits(await order({ ...payment, token: issueClientToken(world) }, { version }));
      await fits(await order(payment, { version, headers: { accept: "text/html" } }));
      await fits(await order(payment, { version, headers: { "content-type": "text/plain" } }));
      const path = `/open-banking/${version}/pisp/domestic-payments`;
      await fits(await world.call(path, { method: "PUT", body: "{}" }));
      const one = "GET /domestic-payments/{DomesticPaymentId}";
      await fits(await world.call(`${path}/${id}`, { token: issueClientToken(world) }), one);
      await fits(await world.call(`${path}/pay-0`, { token: issueClientToken(world) }), one);
    });
  },
);
