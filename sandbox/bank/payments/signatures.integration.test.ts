import { afterEach, describe, expect, test } from "vitest";
import { openSchema } from "../../database.ts";
import { CUSTOMERS } from "../../personas.ts";
import { API_VERSIONS } from "../gateway/api-version.ts";
import type { Caller } from "../testing/bank-world.ts";
import { expectToFitOpenApi } from "../testing/openapi.ts";
import { consentOf, LIMITS, placed, read, vrpPayment } from "./kinds.harness.ts";
import { PAYMENT_KINDS, RESOURCES } from "./payment-kinds.ts";
import {
  bookedBalance,
  CONSUME,
  consented,
  consumptions,
  described,
  NOW,
  order,
  refused,
  world,
} from "./payments.harness.ts";

const KINDS = PAYMENT_KINDS.filter((kind) => kind !== "domestic_vrp");
described.push(["pisp", KINDS.map((kind) => `POST /${RESOURCES[kind].collection}`)]);

const { isla, jonah, keiko } = CUSTOMERS;
const BY_TWO = { account_ids: ["acc-tide-main"], subject: isla.id };
const DUE = "2026-02-17T12:00:00.000Z";
const tell = (consentId: string, told: object, as: Caller = "app") =>
  world.call(`${world.topology.bankInternal}/consents/${consentId}/signatures`, {
    as,
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ required: 2, received: 1, dueAt: DUE, lastAt: NOW.toISOString(), ...told }),
  });
const balance = () => bookedBalance("acc-tide-main", isla.id);

describe.each(API_VERSIONS)("P-28 in %s", (version) => {
  const later = version === "v3.1" ? "AwaitingFurtherAuthorisation" : "AWAF";
  const [authorised, rejected] = version === "v3.1" ? ["Authorised", "Rejected"] : ["AUTH", "RJCT"];

  test.each(KINDS)("%s: waits for the second signature, then goes on", async (kind) => {
    const payment = consentOf(kind, version, { consent: BY_TWO });
    const before = await balance();
    const response = await order(payment, { version });
    await expectToFitOpenApi(response.clone() as never, version, `POST /${RESOURCES[kind].collection}`);
    const first = await placed(kind, response);
    expect(first.Data).toMatchObject({
      MultiAuthorisation: { Status: later, NumberRequired: 2, NumberReceived: 1, ExpirationDateTime: DUE },
    });
    const words = { "v3.1": /Pending$/, "v4.0": kind === "file_payment" ? /^PDNG$/ : /^PATC$/ };
    expect(first.status).toMatch(words[version]);
    expect([await balance(), consumptions(payment.consentId)]).toEqual([before, 0]);

    expect((await tell(payment.consentId, { state: "complete", received: 2 })).status).toBe(204);
    const then = await placed(kind, await read(kind, version, first.id));
    expect(then.Data).toMatchObject({ MultiAuthorisation: { Status: authorised, NumberReceived: 2 } });
    expect(consumptions(payment.consentId)).toBe(1);
    const now = { domestic_payment: 4_250, international_payment: 4_750, file_payment: 3_000 };
    expect(before - (await balance())).toBe((now as Record<string, number>)[kind] ?? 0);
  });

  test("a refusal ends the order, and nothing is paid", async () => {
    const payment = consentOf("domestic_payment", version, { consent: BY_TWO });
    const before = await balance();
    const { id } = await placed("domestic_payment", await order(payment, { version }));
    expect((await tell(payment.consentId, { state: "rejected" })).status).toBe(204);
    const then = await placed("domestic_payment", await read("domestic_payment", version, id));
    expect(then.status).toBe(version === "v3.1" ? "Rejected" : "RJCT");
    expect(then.Data).toMatchObject({ MultiAuthorisation: { Status: rejected } });
    // What comes after its end changes nothing.
    await tell(payment.consentId, { state: "complete", received: 2, lastAt: "2026-02-11T12:00:00Z" });
    expect((await placed("domestic_payment", await read("domestic_payment", version, id))).status).toBe(then.status);
    expect([await balance(), consumptions(payment.consentId)]).toEqual([before, 0]);
  });
});

describe("P-28", () => {
  test("signed before it is ordered, it is paid at once; one that a signer refused is not", async () => {
    const signed = consented({}, BY_TWO);
    await tell(signed.consentId, { state: "complete", received: 2 });
    expect((await placed("domestic_payment", await order(signed))).status).toBe("AcceptedSettlementCompleted");
    const refusedOne = consented({}, BY_TWO);
    await tell(refusedOne.consentId, { state: "rejected" });
    expect((await placed("domestic_payment", await order(refusedOne))).status).toBe("Rejected");
  });

  test("told late and twice it is as told once; what could not be carried out is told again", async () => {
    const payment = consented({}, BY_TWO);
    const before = await balance();
    const { id } = await placed("domestic_payment", await order(payment));
    world.authorizationServer.misbehaving.set(CONSUME(payment.consentId), "status 500");
    const lastAt = "2026-02-10T13:00:00Z";
    expect((await tell(payment.consentId, { state: "complete", received: 2, lastAt })).status).toBe(500);
    world.authorizationServer.misbehaving.clear();
    expect((await tell(payment.consentId, { state: "awaiting" })).status).toBe(204);
    expect((await tell(payment.consentId, { state: "complete", received: 2, lastAt })).status).toBe(204);
    expect((await placed("domestic_payment", await read("domestic_payment", "v3.1", id))).status).toBe(
      "AcceptedSettlementCompleted",
    );
    expect(before - (await balance())).toBe(4_250);
  });

  test("the same order again waits as the first did, and another one is refused", async () => {
    const payment = consented({}, BY_TWO);
    const first = await placed("domestic_payment", await order(payment, { key: "k-1" }));
    expect(await placed("domestic_payment", await order(payment, { key: "k-1" }))).toEqual(first);
    expect((await refused(await order(payment, { key: "k-2" })))[0]).toBe(400);
  });

  test.each([
    ["20.00", 1],
    ["20.01", 2],
    ["200.01", 3],
  ])("£%s takes %i by its amount", async (Amount, required) => {
    const payment = consented(
      { InstructedAmount: { Amount, Currency: "GBP" } },
      { account_ids: ["acc-tide-suppliers"], subject: keiko.id },
    );
    const { Data } = await placed("domestic_payment", await order(payment));
    const multi = (Data as { MultiAuthorisation?: { NumberRequired: number } }).MultiAuthorisation;
    expect(multi?.NumberRequired).toBe(required === 1 ? undefined : required);
  });

  test("only the consent app may tell, and only what can be meant", async () => {
    expect((await tell("c-1", { state: "complete", received: 2 }, "authorization-server")).status).toBe(403);
    expect((await tell("c-1", { state: "complete" })).status).toBe(400);
    expect((await tell("c-1", { state: "awaiting", required: 0 })).status).toBe(400);
  });

  describe.each(API_VERSIONS)("%s: a payment within limits, when the last one has signed", (version) => {
    const reasonOf = (Data: Record<string, unknown>) =>
      (Data["StatusReason"] as { StatusReasonCode: string }[] | undefined)?.[0]?.StatusReasonCode;
    const waiting = async (control = {}) => {
      const consent = { ...BY_TWO, control_parameters: { ...LIMITS, ...control } };
      const vrp = consentOf("domestic_vrp", version, { consent });
      world.authorizationServer.consents.set(vrp.consentId, { status: "Authorised" });
      const { id } = await placed("domestic_vrp", await order(vrp, { version }));
      const signed = async (on = NOW.toISOString()) => {
        world.setNow(new Date(on));
        expect((await tell(vrp.consentId, { state: "complete", received: 2 })).status).toBe(204);
        const { status, Data } = await placed("domestic_vrp", await read("domestic_vrp", version, id));
        return [status, version === "v4.0" ? reasonOf(Data) : undefined];
      };
      return { vrp, id, signed };
    };
    const paid = [version === "v3.1" ? "AcceptedSettlementCompleted" : "ACSC", undefined];
    const refusedFor = (reason: string) => (version === "v3.1" ? ["Rejected", undefined] : ["RJCT", reason]);

    test("P-20: is paid where its consent still holds", async () => {
      expect(await (await waiting()).signed()).toEqual(paid);
    });

    test.each([
      ["paused", { status: "Suspended" }],
      ["stopped", { status: "Revoked" }],
      ["over", { status: "Authorised", expires_at: "2026-02-10T11:59:59Z" }],
      ["unknown", undefined],
    ])("P-20: is not paid by a consent that is %s", async (_, consent) => {
      const { vrp, signed } = await waiting();
      if (consent) world.authorizationServer.consents.set(vrp.consentId, consent);
      else world.authorizationServer.consents.delete(vrp.consentId);
      expect(await signed()).toEqual(refusedFor("MD01"));
    });

    test("P-20: is not paid after the last day of its consent", async () => {
      const { signed } = await waiting({ ValidToDateTime: "2026-02-12T00:00:00Z" });
      expect(await signed("2026-02-12T00:00:00Z")).toEqual(refusedFor("MD01"));
    });

    test("P-20: counts in the week in which it is paid", async () => {
      const { vrp, signed } = await waiting();
      expect(await signed("2026-02-14T12:00:00Z")).toEqual(paid);
      const url = `${world.topology.bankInternal}/customers/${isla.id}/vrp-use/${vrp.consentId}`;
      const use = (await (await world.call(url, { as: "app" })).json()) as { limits: object[] };
      expect(use.limits[0]).toMatchObject({ from: "2026-02-13T00:00:00.000Z", used: { amount: "40.00" } });
    });

    test("P-20: is not paid above the limit of the week in which it would be paid", async () => {
      const { vrp, signed } = await waiting();
      world.setNow(new Date("2026-02-14T12:00:00Z"));
      const message = { ...vrp.message, Data: { ...vrp.message.Data, ...vrpPayment("50.01") } };
      const week = [{ PeriodType: "Week", PeriodAlignment: "Consent", Amount: "90.00", Currency: "GBP" }];
      const { consent } = world.authorizationServer.tokens.get(vrp.token) as { consent: Record<string, unknown> };
      consent["control_parameters"] = {
        ...LIMITS,
        MaximumIndividualAmount: { Amount: "90.00", Currency: "GBP" },
        PeriodicLimits: week,
      };
      await placed("domestic_vrp", await order(vrp, { version, message, key: `${vrp.consentId}-2` }));
      // The other one waited for the same signature, and is paid.
      expect(await signed("2026-02-14T12:00:01Z")).toEqual(refusedFor("AM14"));
    });
  });

  describe("who signs no more", () => {
    afterEach(async () => {
      const sql = await openSchema(world.topology.databaseUrl, "bank", "");
      await sql`delete from former_signer`;
      await sql.end();
    });

    test("is no signer at the look-up, and may order nothing", async () => {
      const sql = await openSchema(world.topology.databaseUrl, "bank", "");
      await sql`insert into former_signer values ('acc-tide-main', ${isla.id})`;
      await sql.end();
      expect((await order(consented({}, BY_TWO))).status).toBe(403);
      const answer = await world.call(`${world.topology.bankInternal}/customers/${isla.id}/accounts`, { as: "app" });
      const { accounts } = (await answer.json()) as { accounts: { id: string; mandate?: object }[] };
      expect(accounts.find(({ id }) => id === "acc-tide-main")?.mandate).toEqual({
        signers: [
          { customer: jonah.id, name: "Jonah Adler", group: "A" },
          { customer: keiko.id, name: "Keiko Mori", group: "A" },
        ],
        pay: [{ anyOf: [{ A: 2 }] }],
      });
    });
  });
});
