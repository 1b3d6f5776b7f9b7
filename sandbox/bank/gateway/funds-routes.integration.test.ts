import { describe, expect, test } from "vitest";
import { consentOf } from "../payments/kinds.harness.ts";
import { described, refused, world } from "../payments/payments.harness.ts";
import { expectToFitOpenApi, openApiIsHere } from "../testing/openapi.ts";
import { issueClientToken, issueToken } from "../testing/tokens.ts";
import { API_VERSIONS } from "./api-version.ts";

const BEFORE = {
  domestic_payment: "domestic-payment-consents",
  international_payment: "international-payment-consents",
  international_scheduled_payment: "international-scheduled-payment-consents",
} as const;
const KINDS = Object.keys(BEFORE) as (keyof typeof BEFORE)[];
const operation = (kind: keyof typeof BEFORE) => `GET /${BEFORE[kind]}/{ConsentId}/funds-confirmation`;
const CARD = "POST /funds-confirmations";
described.push(["pisp", KINDS.map(operation)], ["cbpii", [CARD]]);

describe.each(API_VERSIONS)("%s: before a payment", (version) => {
  const ask = (kind: keyof typeof BEFORE, consentId: string, token: string) =>
    world.call(`/open-banking/${version}/pisp/${BEFORE[kind]}/${consentId}/funds-confirmation`, { token });
  const amount = (Amount: string) => ({ initiation: { InstructedAmount: { Amount, Currency: "GBP" } } });

  test.each(KINDS)("%s: yes or no, signed, and asking changes nothing", async (kind) => {
    for (const [sum, expected] of [
      ["1.00", true],
      ["999999.00", false],
    ] as const) {
      const { consentId, token } = consentOf(kind, version, amount(sum));
      for (const _ of [1, 2]) {
        const response = await ask(kind, consentId, token);
        expect(response.status).toBe(200);
        expect(response.headers.get("x-jws-signature")).toMatch(/^[\w-]+\.\.[\w-]+$/);
        const { Data } = (await response.json()) as { Data: { FundsAvailableResult: object } };
        expect(Data.FundsAvailableResult).toEqual({
          FundsAvailableDateTime: "2026-02-10T12:00:00.000Z",
          FundsAvailable: expected,
        });
      }
    }
  });

  test.each(KINDS)("%s: only with the token of this very consent, and while it can be used", async (kind) => {
    const { consentId, token } = consentOf(kind, version);
    expect((await ask(kind, "another", token)).status).toBe(403);
    expect((await ask(kind, consentId, issueClientToken(world))).status).toBe(403);
    expect((await ask(kind, consentId, issueToken(world, { id: consentId }))).status).toBe(403);
    const spent = consentOf(kind, version, { consent: { status: "consumed" } });
    const code = version === "v3.1" ? "UK.OBIE.Resource.InvalidConsentStatus" : "U009";
    expect(await refused(await ask(kind, spent.consentId, spent.token))).toEqual([400, code, undefined]);
  });

  test.skipIf(!openApiIsHere).each(KINDS)("%s: the official description fits", async (kind) => {
    const { consentId, token } = consentOf(kind, version);
    const spent = consentOf(kind, version, { consent: { status: "consumed" } });
    for (const response of [
      await ask(kind, consentId, token),
      await ask(kind, spent.consentId, spent.token),
      await ask(kind, consentId, "unknown"),
    ]) {
      await expectToFitOpenApi(response, version, operation(kind));
    }
  });
});

describe.each(API_VERSIONS)("%s: a card issuer's question", (version) => {
  let serial = 0;
  const consent = (change: Record<string, unknown> = {}, scope = "fundsconfirmations") => {
    serial += 1;
    const id = `cof-${version}-${serial}`;
    const debtor_account = { SchemeName: "UK.OBIE.SortCodeAccountNumber", Identification: "20405022334401" };
    const facts = {
      id,
      type: "funds_confirmation",
      permissions: undefined,
      account_ids: ["acc-arun-main"],
      debtor_account,
    };
    return { id, token: issueToken(world, { ...facts, api_version: version, ...change }, { scope }) };
  };
  const ask = (
    { id, token }: { id: string; token: string },
    { Amount = "1.00", Currency = "GBP", Reference = "CARD-1", ConsentId = id } = {},
  ) =>
    world.call(`/open-banking/${version}/cbpii/funds-confirmations`, {
      token,
      method: "POST",
      body: JSON.stringify({ Data: { ConsentId, Reference, InstructedAmount: { Amount, Currency } } }),
      headers: { "content-type": "application/json" },
    });
  const code = (v3: string, v4: string) => (version === "v3.1" ? `UK.OBIE.${v3}` : v4);

  test("is answered yes or no and nothing else", async () => {
    const asked = consent();
    const response = await ask(asked);
    expect(response.status).toBe(201);
    const { Data } = (await response.json()) as { Data: object };
    expect(Data).toEqual({
      FundsConfirmationId: expect.stringMatching(/^fc-.{1,37}$/),
      ConsentId: asked.id,
      Reference: "CARD-1",
      CreationDateTime: "2026-02-10T12:00:00.000Z",
      InstructedAmount: { Amount: "1.00", Currency: "GBP" },
      FundsAvailable: true,
    });
    const much = (await (await ask(asked, { Amount: "999999.00", Reference: "CARD-2" })).json()) as { Data: object };
    expect(much.Data).toMatchObject({ FundsAvailable: false });
  });

  test("with a reference that was asked about before is refused, also when two ask at once; another consent's is not", async () => {
    const asked = consent();
    const answers = await Promise.all([ask(asked), ask(asked), ask(asked)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400]);
    const again = [400, code("Rules.DuplicateReference", "U013"), "Data.Reference"];
    expect(await refused(await ask(asked))).toEqual(again);
    expect((await ask(consent())).status).toBe(201);
  });

  test.each<[string, number, () => Promise<{ status: number }>]>([
    ["a token of another consent", 403, () => ask(consent(), { ConsentId: "another" })],
    ["a TPP's own token", 403, () => ask({ id: "cof", token: issueClientToken(world) })],
    ["a token without the scope", 403, () => ask(consent({}, "accounts payments"))],
    ["a token for payments", 403, () => ask(consent({ type: "domestic_payment" }))],
    ["a consent that was ended", 403, () => ask(consent({ status: "revoked" }))],
    ["a consent that others have yet to sign", 403, () => ask(consent({ status: "awaiting_authorisation" }))],
    ["a consent that is suspended", 403, () => ask(consent({ status: "suspended" }))],
    ["a consent that has expired", 401, () => ask(consent({ expires_at: "2026-02-10T12:00:00Z" }))],
    ["another account than was chosen", 403, () => ask(consent({ account_ids: ["acc-arun-bills"] }))],
    ["an account that is not the customer's", 403, () => ask(consent({ account_ids: ["acc-grace-main"] }))],
    ["another currency", 400, () => ask(consent(), { Currency: "EUR" })],
    ["no amount", 400, () => ask(consent(), { Amount: "much" })],
    ["a long reference", 400, () => ask(consent(), { Reference: "r".repeat(36) })],
  ])("%s: %d", async (_, status, attempt) => expect((await attempt()).status).toBe(status));

  test.skipIf(!openApiIsHere)("fits the official description", async () => {
    const asked = consent();
    for (const response of [
      await ask(asked),
      await ask(asked),
      await ask(consent({ status: "revoked" })),
      await ask({ id: "cof", token: "unknown" }),
    ]) {
      await expectToFitOpenApi(response, version, CARD);
    }
  });
});

test("a consent of v4.0 is not used in v3.1; the other way round it is (confirmation of funds)", async () => {
  for (const [made, used, status] of [
    ["v4.0", "v3.1", 403],
    ["v3.1", "v4.0", 201],
  ] as const) {
    const facts = { id: `cof-${made}`, type: "funds_confirmation", account_ids: ["acc-arun-main"], api_version: made };
    const response = await world.call(`/open-banking/${used}/cbpii/funds-confirmations`, {
      token: issueToken(world, facts, { scope: "fundsconfirmations" }),
      method: "POST",
      body: JSON.stringify({
        Data: { ConsentId: `cof-${made}`, Reference: "R", InstructedAmount: { Amount: "1.00", Currency: "GBP" } },
      }),
      headers: { "content-type": "application/json" },
    });
    expect([made, response.status]).toEqual([made, status]);
  }
});
