import { describe, expect, test } from "vitest";
import { API_VERSIONS } from "../gateway/api-version.ts";
import { expectToFitOpenApi, openApiIsHere } from "../testing/openapi.ts";
import { issueClientToken, issueToken } from "../testing/tokens.ts";
import { consentOf, placed, read } from "./kinds.harness.ts";
import { PAYMENT_KINDS, type PaymentKind, RESOURCES } from "./payment-kinds.ts";
import { arunsBalance, consumptions, described, order, refused, world } from "./payments.harness.ts";

const api = (kind: PaymentKind) => (kind === "domestic_vrp" ? "vrp" : "pisp");
/** The official files call one parameter otherwise than the property. */
const parameter = (kind: PaymentKind) =>
  kind === "international_standing_order" ? "InternationalStandingOrderPaymentId" : RESOURCES[kind].id;
const operations = (kind: PaymentKind) => {
  const { collection } = RESOURCES[kind];
  const one = `/${collection}/{${parameter(kind)}}`;
  return { place: `POST /${collection}`, read: `GET ${one}`, details: `GET ${one}/payment-details` };
};
for (const kind of PAYMENT_KINDS) described.push([api(kind), Object.values(operations(kind))]);

const FIRST = {
  once: ["AcceptedSettlementCompleted", "ACSC"],
  once_abroad: ["AcceptedSettlementCompleted", "ACSC"],
  later: ["InitiationPending", "RCVD"],
  later_abroad: ["InitiationPending", "PDNG"],
  repeated: ["InitiationPending", "RCVD"],
  file: ["InitiationCompleted", "INCO"],
} as const;

describe.each(API_VERSIONS)("%s", (version) => {
  const mismatch = version === "v3.1" ? "UK.OBIE.Resource.ConsentMismatch" : "U008";

  test.each(PAYMENT_KINDS)(
    "%s: what was consented to is ordered once, and answered again with the same key",
    async (kind) => {
      const payment = consentOf(kind, version);
      const before = await arunsBalance();
      const first = await placed(kind, await order(payment, { version }));
      const moved = before - (await arunsBalance());
      expect(first.status).toBe(FIRST[RESOURCES[kind].statuses][version === "v3.1" ? 0 : 1]);
      expect(first.Data).toMatchObject({ ConsentId: payment.consentId, Initiation: payment.message.Data.Initiation });
      const now = { domestic_payment: 4_250, international_payment: 4_750, file_payment: 3_000, domestic_vrp: 4_000 };
      expect(moved).toBe((now as Partial<Record<PaymentKind, number>>)[kind] ?? 0);
      expect(consumptions(payment.consentId)).toBe(kind === "domestic_vrp" ? 0 : 1);
      expect(await placed(kind, await order(payment, { version }))).toEqual(first);
      expect(await placed(kind, await read(kind, version, first.id))).toEqual(first);
      expect(before - (await arunsBalance())).toBe(moved);
    },
  );

  test.each(PAYMENT_KINDS)("%s: what differs from the consent is named, and nothing is written", async (kind) => {
    const payment = consentOf(kind, version);
    const { Data } = payment.message;
    const message = {
      ...payment.message,
      Data: { ...Data, Initiation: { ...Data.Initiation, SupplementaryData: {} } },
    };
    const path = "Data.Initiation.SupplementaryData";
    expect(await refused(await order(payment, { version, message }))).toEqual([400, mismatch, path]);
    if (kind !== "file_payment") {
      const risky = { ...payment.message, Risk: {} };
      const risk = "Risk.PaymentContextCode";
      expect(await refused(await order(payment, { version, message: risky }))).toEqual([400, mismatch, risk]);
    }
    const other = version === "v3.1" ? "v4.0" : "v3.1";
    expect((await refused(await order(payment, { version: other })))[2]).toBe("Data.ConsentId");
    expect((await order(payment, { version })).status).toBe(201);
  });

  test.each(PAYMENT_KINDS)("%s: no other kind's token orders or reads it", async (kind) => {
    const payment = consentOf(kind, version);
    for (const type of [...PAYMENT_KINDS.filter((it) => it !== kind), "account_access", "funds_confirmation"]) {
      const token = issueToken(world, { id: payment.consentId, type, api_version: version });
      expect((await order({ ...payment, token }, { version })).status).toBe(403);
    }
    const { id } = await placed(kind, await order(payment, { version }));
    for (const other of PAYMENT_KINDS.filter((it) => it !== kind)) {
      expect((await read(other, version, id)).status).toBe(400);
    }
  });
});

describe.skipIf(!openApiIsHere).each(API_VERSIONS)("%s: the official description fits", (version) => {
  test.each(PAYMENT_KINDS)("%s: 201, 200, payment-details, 400, 401, 403, 405, 406, 415", async (kind) => {
    const { place, read: reading, details } = operations(kind);
    const fits = (response: Awaited<ReturnType<typeof order>>, operation = place) =>
      expectToFitOpenApi(response, version, operation);
    const payment = consentOf(kind, version);
    const created = await order(payment, { version });
    const copy = created.clone();
    expect(created.status).toBe(201);
    await fits(created);
    const { id } = await placed(kind, copy);
    await fits(await read(kind, version, id), reading);
    await fits(await read(kind, version, id, "/payment-details"), details);
    await fits(await read(kind, version, "pay-0"), reading);
    await fits(await read(kind, version, "pay-0", "/payment-details"), details);
    await fits(await order(payment, { version, key: "" }));
    await fits(await order(payment, { version, as: "tpp-tallybook" }));
    await fits(await order({ ...payment, token: issueClientToken(world) }, { version }));
    await fits(await order(payment, { version, headers: { accept: "text/html" } }));
    await fits(await order(payment, { version, headers: { "content-type": "text/plain" } }));
    await fits(await world.call(`/open-banking/${version}/pisp/${RESOURCES[kind].collection}`, { method: "PUT" }));
  });
});
