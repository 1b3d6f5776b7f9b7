import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from "jose";
import postgres from "postgres";
import { describe, expect, test } from "vitest";
import { CUSTOMERS } from "../../personas.ts";
import { issueToken } from "../testing/tokens.ts";
import {
  arunsBalance,
  bookedBalance,
  CONSUME,
  CRITICAL,
  consented,
  consumptions,
  IAT,
  ISS,
  NOW,
  order,
  paid,
  refused,
  TAN,
  world,
} from "./payments.harness.ts";

describe("a payment", () => {
  test("moves the money once, shows in both books, and consumes its consent with the bank's own token", async () => {
    const account = {
      SchemeName: "UK.OBIE.SortCodeAccountNumber",
      Identification: "20405011223301",
      Name: "Grace Okoye",
    };
    const payment = consented({ CreditorAccount: account, RemittanceInformation: { Reference: "DINNER" } });
    const before = [await arunsBalance(), await bookedBalance("acc-grace-main", CUSTOMERS.grace.id)];
    const { http, id, status } = await paid(await order(payment));
    expect([http, status]).toEqual([201, "AcceptedSettlementCompleted"]);
    const after = [await arunsBalance(), await bookedBalance("acc-grace-main", CUSTOMERS.grace.id)];
    expect(after).toEqual([(before[0] ?? 0) - 4_250, (before[1] ?? 0) + 4_250]);
    expect(consumptions(payment.consentId)).toBe(1);
    expect(world.authorizationServer.calls.find(({ path }) => path === CONSUME(payment.consentId))).toMatchObject({
      caller: "bank",
      listener: "internal",
    });

    const token = issueToken(world);
    const list = await world.call("/open-banking/v3.1/aisp/accounts/acc-arun-main/transactions", { token });
    const { Data } = (await list.json()) as { Data: { Transaction: Record<string, unknown>[] } };
    expect(Data.Transaction.find((it) => it["TransactionId"] === `${id}-out`)).toMatchObject({
      Amount: { Amount: "42.50", Currency: "GBP" },
      CreditDebitIndicator: "Debit",
      TransactionInformation: "DINNER",
      CreditorAccount: account,
    });
  });

  test.each(["v3.1", "v4.0"] as const)("%s: the answers are signed by the bank, errors too", async (version) => {
    const keys = (await (await world.call("/.well-known/jwks.json")).json()) as JSONWebKeySet;
    const payment = consented({}, { api_version: version });
    for (const key of ["signed", ""]) {
      const response = await order(payment, { version, key });
      const [header, , mac] = (response.headers.get("x-jws-signature") ?? "").split(".");
      const compact = `${header}.${Buffer.from(await response.text()).toString("base64url")}.${mac}`;
      const { protectedHeader } = await compactVerify(compact, createLocalJWKSet(keys), { crit: CRITICAL });
      expect(protectedHeader).toMatchObject({ alg: "PS256", kid: "bank-1", crit: [IAT, ISS, TAN] });
    }
    expect(JSON.stringify(keys)).not.toContain('"d"');
  });

  test("more than the account holds is an order that the bank rejects, and the consent is spent", async () => {
    const before = await arunsBalance();
    const tooMuch = { InstructedAmount: { Amount: "999999.00", Currency: "GBP" } };
    const v3 = await paid(await order(consented(tooMuch)));
    expect([v3.http, v3.status]).toEqual([201, "Rejected"]);
    const response = await order(consented(tooMuch, { api_version: "v4.0" }), { version: "v4.0" });
    expect(await response.json()).toMatchObject({
      Data: { Status: "RJCT", StatusReason: [{ StatusReasonCode: "AM04" }] },
    });
    const euros = { InstructedAmount: { Amount: "1.00", Currency: "EUR" } };
    const other = await order(consented(euros, { api_version: "v4.0" }), { version: "v4.0" });
    expect(await other.json()).toMatchObject({
      Data: { Status: "RJCT", StatusReason: [{ StatusReasonCode: "AM03" }] },
    });
    expect(await arunsBalance()).toBe(before);
  });

  test("two at once cannot both spend what is there for one", async () => {
    const half = { InstructedAmount: { Amount: ((await arunsBalance()) / 200 + 50).toFixed(2), Currency: "GBP" } };
    const [one, two] = [consented(half), consented(half)];
    const answers = await Promise.all(
      [order(one, { key: "half-1" }), order(two, { key: "half-2" })].map(async (it) => paid(await it)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual(["AcceptedSettlementCompleted", "Rejected"]);
  });
});

describe("a repeat", () => {
  test("with the same key is answered with the same payment, also when its token has died, for 24 hours", async () => {
    const payment = consented();
    const first = await paid(await order(payment));
    const before = await arunsBalance();
    expect(await paid(await order(payment))).toEqual(first);
    world.authorizationServer.tokens.delete(payment.token);
    expect(await paid(await order(payment))).toEqual(first);
    expect(await arunsBalance()).toBe(before);
    expect(consumptions(payment.consentId)).toBe(1);
    world.setNow(new Date(NOW.getTime() + 25 * 3_600_000));
    expect((await order(payment)).status).toBe(401);
  });

  test("with another key is a second order of a spent consent, the token dead or alive", async () => {
    const payment = consented();
    await order(payment);
    expect(await refused(await order(payment, { key: "another" }))).toEqual([
      400,
      "UK.OBIE.Resource.InvalidConsentStatus",
      undefined,
    ]);
    world.authorizationServer.tokens.delete(payment.token);
    expect(await refused(await order(payment, { key: "another" }))).toEqual([
      400,
      "UK.OBIE.Resource.InvalidConsentStatus",
      undefined,
    ]);
  });

  test("with the same key and another body changes nothing", async () => {
    const payment = consented();
    const first = await paid(await order(payment));
    const message = { ...payment.message, Risk: { PaymentContextCode: "TransferToSelf" } };
    expect(await refused(await order(payment, { message }))).toEqual([
      400,
      "UK.OBIE.Header.Invalid",
      "x-idempotency-key",
    ]);
    expect(await paid(await order(payment))).toEqual(first);
  });

  test("a dead token answers nobody else", async () => {
    const payment = consented();
    await order(payment);
    world.authorizationServer.tokens.delete(payment.token);
    expect((await order(payment, { as: "tpp-tallybook", signedBy: "tallybook" })).status).toBe(401);
  });

  test("eight at once are one payment", async () => {
    const payment = consented();
    const before = await arunsBalance();
    const answers = await Promise.all(Array.from({ length: 8 }, async () => paid(await order(payment))));
    expect(new Set(answers.map((it) => JSON.stringify(it))).size).toBe(1);
    expect(answers[0]).toMatchObject({ http: 201, status: "AcceptedSettlementCompleted" });
    expect(await arunsBalance()).toBe(before - 4_250);
  });

  test.each(["hangs up", "status 500", "rubbish"] as const)(
    "when the authorization server %s, nothing is paid, and a repeat pays once",
    async (trouble) => {
      const payment = consented();
      const before = await arunsBalance();
      world.authorizationServer.misbehaving.set(CONSUME(payment.consentId), trouble);
      expect(await refused(await order(payment))).toEqual([503, "UK.OBIE.UnexpectedError", undefined]);
      expect(await arunsBalance()).toBe(before);
      world.authorizationServer.misbehaving.clear();
      expect(await paid(await order(payment))).toMatchObject({ http: 201, status: "AcceptedSettlementCompleted" });
      expect(await arunsBalance()).toBe(before - 4_250);
    },
  );

  test("after a crash between consuming and paying, with the token dead, a repeat pays", async () => {
    const payment = consented();
    const before = await arunsBalance();
    const { id } = await paid(await order(payment));
    const sql = postgres(world.topology.databaseUrl, { max: 1 });
    await sql`update bank.payment_order set status = 'received' where id = ${id}`;
    await sql`update bank.payment set status = 'waiting' where order_id = ${id}`;
    await sql.end();
    world.authorizationServer.tokens.delete(payment.token);
    await world.restartBank();
    expect(await arunsBalance()).toBe(before);
    expect(await paid(await order(payment))).toEqual({ http: 201, id, status: "AcceptedSettlementCompleted" });
    expect(await arunsBalance()).toBe(before - 4_250);
  });

  test("a consent that ended before it was consumed leaves no order behind", async () => {
    const payment = consented();
    world.authorizationServer.consumable.delete(payment.consentId);
    expect(await refused(await order(payment))).toEqual([400, "UK.OBIE.Resource.InvalidConsentStatus", undefined]);
    world.authorizationServer.consumable.add(payment.consentId);
    expect(await paid(await order(payment, { key: "fresh" }))).toMatchObject({ http: 201 });
  });
});
