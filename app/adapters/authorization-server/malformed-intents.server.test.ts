import { createServer } from "node:http";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anOffer } from "~/domain/consent/builders";
import type { ConsentRequest } from "~/domain/consent/consent-request";
import type { ConsentKind } from "~/domain/consent-kinds/index";
import { payloadText } from "~/domain/evidence/shown-page";
import { HOSTILE_CORPUS } from "~/domain/shared/hostile-corpus.harness";
import { CATALOGUES } from "~/i18n/catalogues";
import { AuthorityError } from "~/ports/authorization-server";
import { presentConsent } from "~/ui/consent-question/present";
import { createAcpAuthorizationServer } from "./acp.server";
import { repeatsKey } from "./repeated-keys";

const COMMON = {
  consent_id: "c-1",
  status: "AwaitingAuthorisation",
  client_id: "tpp-beacon",
  client_info: { client_name: "Budget Beacon", organisation_id: "PSDGB-FCA-731904", description: "To show you." },
  subject: "cus-1",
  requested_scopes: [{ requested_name: "openid" }],
};
const ACCESS = {
  ...COMMON,
  type: "account_access",
  account_access_consent: { Status: "AwaitingAuthorisation", Permissions: ["ReadAccountsDetail", "ReadBalances"] },
};
const INITIATION = {
  InstructedAmount: { Amount: "42.50", Currency: "GBP" },
  CreditorAccount: {
    SchemeName: "UK.OBIE.SortCodeAccountNumber",
    Identification: "20405012345678",
    Name: "Harbour Books Ltd",
  },
};
const PAYMENT = {
  ...COMMON,
  type: "domestic_payment",
  domestic_payment_consent: { Status: "AwaitingAuthorisation", Initiation: INITIATION },
};

let sent: string;
let server: ReturnType<typeof createServer>;
let adapter: ReturnType<typeof createAcpAuthorizationServer>;

beforeAll(async () => {
  server = createServer((request, response) => {
    response.end(request.url === "/token" ? '{"access_token":"t","expires_in":300}' : sent);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  adapter = createAcpAuthorizationServer({
    baseUrl,
    tls: { cert: "", key: "", ca: "" },
    timeoutMs: 10_000,
    tenant: "default",
    systemServer: "system",
    workspace: "openbanking",
    tokenUrl: `${baseUrl}/token`,
    clientId: "assent",
    dialect: "current",
    issuer: "https://as.bank.example",
    jwksUrl: `${baseUrl}/jwks`,
  });
});
afterAll(async () => {
  await adapter.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** What becomes of an answer of the authorization server: a page that asks, one that stops, or none at all. */
async function outcomeOf(text: string, kind: ConsentKind): Promise<{ is: string; request?: ConsentRequest }> {
  sent = text;
  const handoff = { authority: "acp", kind, ref: "r", proof: "p" };
  try {
    const { request } = await adapter.describe(handoff, { correlationId: crypto.randomUUID() });
    // What is kept and hashed must be able to be.
    payloadText(request);
    const bank = { name: "Northlight Bank", phone: "0800 555 0199" };
    const now = new Date("2026-03-14T10:00:00Z");
    const page = presentConsent({ request, offered: [anOffer()], bank, now }, CATALOGUES["en-GB"]);
    return { is: page.state === "stopped" ? page.stop.is : page.state, request };
  } catch (error) {
    if (error instanceof AuthorityError) return { is: error.failure };
    throw error;
  }
}

const access = (over: object) =>
  JSON.stringify({ ...ACCESS, account_access_consent: { ...ACCESS.account_access_consent, ...over } });
const payment = (over: object, rest: object = {}) =>
  JSON.stringify({
    ...PAYMENT,
    domestic_payment_consent: { ...PAYMENT.domestic_payment_consent, Initiation: { ...INITIATION, ...over }, ...rest },
  });
const amount = (Amount: unknown, Currency: unknown = "GBP") => payment({ InstructedAmount: { Amount, Currency } });
const payee = (over: object) => payment({ CreditorAccount: { ...INITIATION.CreditorAccount, ...over } });
/** By the adapter, or by the page, from which "no" can be sent. */
const STOPPED = /^(?:request-)?not-understood$/;
const many = <T>(one: T) => Array.from({ length: 20_000 }, () => one);

test("what is in order is asked about", async () => {
  expect((await outcomeOf(JSON.stringify(ACCESS), "account-access")).is).toBe("question");
  expect((await outcomeOf(JSON.stringify(PAYMENT), "domestic-payment")).is).toBe("question");
});

describe("P-15: what a directory says of who asks", () => {
  const asked = async (info: object) =>
    await outcomeOf(JSON.stringify({ ...ACCESS, client_info: { ...ACCESS.client_info, ...info } }), "account-access");

  test("brand, agent and firm, each in its place", async () => {
    const info = { software_client_name: "Beacon", software_on_behalf_of_name: "Guides", org_name: "Beacon Tools Ltd" };
    expect((await asked({ ...info, org_status: "Active" })).request?.requester).toMatchObject({
      name: "Beacon",
      agent: "Guides",
      legalName: "Beacon Tools Ltd",
      standing: "active",
    });
    expect((await asked({ software_client_name: "\u200B" })).request?.requester.name).toBe("Budget Beacon");
  });

  test.each(["Suspended", "Withdrawn", "Revoked", "a word of tomorrow"])("%s: nobody is asked", async (org_status) => {
    expect((await asked({ org_status })).is).toBe("requester-barred");
  });
});

describe("C-05: what is not in order stops, with an alert and not with a question", () => {
  test.each<[string, string]>([
    ["no amount", payment({ InstructedAmount: undefined })],
    ["an amount that is null", payment({ InstructedAmount: null })],
    ["an amount that is a number", amount(42.5)],
    ["a negative amount", amount("-42.50")],
    ["an amount of nothing", amount("0.00")],
    ["twenty decimals", amount("42.50000000000000000001")],
    ["more decimals than the currency has", amount("42.505")],
    ["an exponent", amount("1e3")],
    ["digits of another script", amount("٤٢.٥٠")],
    ["an amount with a space", amount(" 42.50")],
    ["an amount of a thousand digits", amount("9".repeat(1_000))],
    ["an unknown currency", amount("42.50", "ZZZ")],
    ["a currency in small letters", amount("42.50", "gbp")],
    ["no currency", amount("42.50", null)],
    ["a list of amounts", payment({ InstructedAmount: [{ Amount: "1.00", Currency: "GBP" }] })],
    ["no payee", payment({ CreditorAccount: undefined })],
    ["a payee without a name", payee({ Name: undefined })],
    ["a payee of nothing that can be seen", payee({ Name: "\u200B\u202E" })],
    ["a sort code with letters", payee({ Identification: "2O4O5O12345678" })],
    ["a sort code of other digits", payee({ Identification: "２０４０５０12345678" })],
    ["an account number that is too short", payee({ Identification: "204050" })],
    [
      "an IBAN with a mark in it",
      payee({ SchemeName: "UK.OBIE.IBAN", Identification: "GB94NLGT2040\u202E5022334404" }),
    ],
    ["an account without a number", payee({ SchemeName: "X.Y", Identification: "\u200B" })],
    ["a name of a million characters", payee({ Name: "a".repeat(1_000_000) })],
    [
      "twenty thousand charges",
      payment({}, { Charges: many({ ChargeBearer: "x", Amount: { Amount: "1", Currency: "GBP" } }) }),
    ],
    [
      "thirty charges",
      payment(
        {},
        {
          Charges: Array.from({ length: 30 }, () => ({ ChargeBearer: "x", Amount: { Amount: "1", Currency: "GBP" } })),
        },
      ),
    ],
    [
      "a charge that cannot be shown",
      payment({}, { Charges: [{ ChargeBearer: "x", Amount: { Amount: "1", Currency: "?" } }] }),
    ],
    ["an amount twice", JSON.stringify(PAYMENT).replace('"Amount":"42.50"', '"Amount":"1.00","Amount":"42.50"')],
    [
      "an amount twice, once in disguise",
      JSON.stringify(PAYMENT).replace('"Amount":"42.50"', '"Am\\u006funt":"1.00","Amount":"42.50"'),
    ],
    ["two initiations", JSON.stringify(PAYMENT).replace('"Initiation":', '"Initiation":{},"Initiation":')],
    ["two intents", JSON.stringify({ ...PAYMENT, account_access_consent: ACCESS.account_access_consent })],
    ["an intent of another kind", JSON.stringify({ ...ACCESS, type: "domestic_payment" })],
    ["an unknown kind", JSON.stringify({ ...PAYMENT, type: "cryptocurrency" })],
    ["an id that no database keeps", JSON.stringify({ ...PAYMENT, consent_id: "c\0" })],
    ["a customer who is a list", JSON.stringify({ ...PAYMENT, subject: ["cus-1", "cus-2"] })],
  ])("payment: %s", async (_, text) => {
    expect((await outcomeOf(text, "domestic-payment")).is).toMatch(STOPPED);
  });

  test.each<[string, string]>([
    ["no permissions", access({ Permissions: [] })],
    ["permissions that are a text", access({ Permissions: "ReadBalances" })],
    ["an unknown permission", access({ Permissions: ["ReadBalances", "ReadMinds"] })],
    ["a permission of Object", access({ Permissions: ["constructor"] })],
    ["twenty thousand permissions", access({ Permissions: many("ReadBalances") })],
    ["an end that is no date", access({ ExpirationDateTime: "2026-02-30T00:00:00Z" })],
    ["an end without a zone", access({ ExpirationDateTime: "2027-01-01T00:00:00" })],
    ["an end in the past", access({ ExpirationDateTime: "2020-01-01T00:00:00Z" })],
    [
      "a past that ends before it begins",
      access({ TransactionFromDateTime: "2026-02-01T00:00:00Z", TransactionToDateTime: "2026-01-01T00:00:00Z" }),
    ],
    [
      "an end twice",
      access({ ExpirationDateTime: "2027-01-01T00:00:00Z" }).replace(
        '"ExpirationDateTime":',
        '"ExpirationDateTime":"2036-01-01T00:00:00Z","ExpirationDateTime":',
      ),
    ],
    ["no intent", JSON.stringify({ ...ACCESS, account_access_consent: undefined })],
    ["an intent that is a list", JSON.stringify({ ...ACCESS, account_access_consent: [] })],
  ])("access: %s", async (_, text) => {
    expect((await outcomeOf(text, "account-access")).is).toMatch(STOPPED);
  });
});

test("whatever one value is replaced by, nothing crashes, and no payment is asked about that was not sent", async () => {
  const paths = pathsIn(PAYMENT);
  const anything = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom(...HOSTILE_CORPUS),
    fc.constantFrom(null, "", "\0", -1, 1e308, [], {}, { __proto__: null }),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...paths), anything, async (path, value) => {
      const text = JSON.stringify(replaced(PAYMENT, path, value));
      const { is, request } = await outcomeOf(text, "domestic-payment");
      if (is !== "question" || request?.subject.kind !== "domestic-payment") return;
      const read = JSON.parse(text).domestic_payment_consent.Initiation.InstructedAmount;
      expect(`${request.subject.amount.minor}`).toBe(`${Math.round(Number(read.Amount) * 100)}`);
    }),
    { numRuns: 150 },
  );
}, 60_000);

test("a key twice is found however it is written, and nothing else is one", () => {
  expect(
    ['{"a":1,"a":2}', '{"a":1,"\\u0061":2}', '[{"x":{"b":1, "b" :2}}]', '{"a":"{\\"a\\":1}","a" : 1}'].map(repeatsKey),
  ).toEqual([true, true, true, true]);
  fc.assert(fc.property(fc.json(), (json) => !repeatsKey(JSON.stringify(JSON.parse(json)))));
  expect(repeatsKey(JSON.stringify({ a: { a: [{ a: "a" }, { a: ":" }] }, b: '"a":1,"a":2' }))).toBe(false);
});

function pathsIn(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [[...path]];
  return [
    ...(path.length > 0 ? [[...path]] : []),
    ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key])),
  ];
}

function replaced(whole: object, [key = "", ...rest]: readonly string[], value: unknown): object {
  const inner = (whole as Record<string, object>)[key];
  const copy: Record<string, unknown> = Array.isArray(whole) ? ([...whole] as never) : { ...whole };
  copy[key] = rest.length === 0 || !inner ? value : replaced(inner, rest, value);
  return copy;
}
