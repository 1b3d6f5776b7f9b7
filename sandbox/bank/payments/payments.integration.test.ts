import { CompactSign, compactVerify, createLocalJWKSet, importJWK, type JSONWebKeySet } from "jose";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../db/testing.ts";
import { ACCOUNTS, CUSTOMERS, TPPS } from "../../personas.ts";
import { signingKey } from "../../pki.ts";
import { type BankWorld, bankWorld, type Caller } from "../testing/bank-world.ts";
import { expectToFitOpenApi, openApiIsHere, prepareOpenApi } from "../testing/openapi.ts";
import { issueClientToken, issueToken } from "../testing/tokens.ts";

const NOW = new Date("2026-02-10T12:00:00Z");
const IAT = "http://openbanking.org.uk/iat";
const ISS = "http://openbanking.org.uk/iss";
const TAN = "http://openbanking.org.uk/tan";
const CRITICAL = { [IAT]: true, [ISS]: true, [TAN]: true };
const CONSUME = (id: string) => `/default/system/servers/openbanking/open-banking/consents/${id}/consume`;

let database: TestDatabase;
let world: BankWorld;
let serial = 0;

beforeAll(async () => {
  prepareOpenApi("pisp", ["POST /domestic-payments", "GET /domestic-payments/{DomesticPaymentId}"]);
  database = await createTestDatabase();
  world = await bankWorld(database.url, NOW);
});
afterAll(async () => {
  await world?.close();
  await database?.drop();
});
afterEach(() => {
  world.authorizationServer.misbehaving.clear();
  world.setNow(NOW);
});

interface Consented {
  readonly token: string;
  readonly consentId: string;
  readonly message: { Data: { ConsentId: string; Initiation: Record<string, unknown> }; Risk: Record<string, unknown> };
}

/** A payment that the customer has authorised: £42.50 from Arun's main account to a bookshop, as overridden. */
function consented(initiation: Record<string, unknown> = {}, consent: Record<string, unknown> = {}): Consented {
  serial += 1;
  const consentId = `dpc-${serial}`;
  const Initiation = {
    InstructionIdentification: `INSTR-${serial}`,
    EndToEndIdentification: "E2E-7781",
    InstructedAmount: { Amount: "42.50", Currency: "GBP" },
    CreditorAccount: {
      SchemeName: "UK.OBIE.SortCodeAccountNumber",
      Identification: "30712012345678",
      Name: "Harbour Books Ltd",
    },
    ...initiation,
  };
  const Risk = { PaymentContextCode: "TransferToThirdParty" };
  const token = issueToken(world, {
    id: consentId,
    type: "domestic_payment",
    permissions: undefined,
    account_ids: ["acc-arun-main"],
    initiation: Initiation,
    risk: Risk,
    ...consent,
  });
  world.authorizationServer.consumable.add(consentId);
  return { token, consentId, message: { Data: { ConsentId: consentId, Initiation }, Risk } };
}

interface Order {
  readonly version?: "v3.1" | "v4.0";
  readonly key?: string;
  readonly as?: Caller;
  readonly message?: unknown;
  readonly headers?: Record<string, string>;
  readonly signedBy?: keyof typeof TPPS;
}

async function order({ token, message: consentedMessage }: Consented, options: Order = {}) {
  const { version = "v3.1", key = `key-${serial}`, as = "tpp-beacon", message = consentedMessage } = options;
  const body = typeof message === "string" ? message : JSON.stringify(message);
  return world.call(`/open-banking/${version}/pisp/domestic-payments`, {
    as,
    token,
    method: "POST",
    body,
    headers: {
      "content-type": "application/json",
      "x-idempotency-key": key,
      "x-jws-signature": await signature(body, options.signedBy ?? "beacon"),
      ...options.headers,
    },
  });
}

async function signature(body: string, by: keyof typeof TPPS): Promise<string> {
  const { id, organisationId } = TPPS[by];
  const key = await signingKey(world.topology.pkiFolder, id);
  const header = {
    alg: "PS256",
    kid: key.kid as string,
    [IAT]: NOW.getTime() / 1000,
    [ISS]: `${organisationId}/${id}`,
    [TAN]: "openbanking.org.uk",
    crit: [IAT, ISS, TAN],
  };
  const compact = await new CompactSign(new TextEncoder().encode(body))
    .setProtectedHeader(header)
    .sign(await importJWK(key, "PS256"), { crit: CRITICAL });
  return compact.replace(/\..*\./, "..");
}

async function bookedBalance(account: string, subject: string): Promise<number> {
  const token = issueToken(world, { account_ids: [account], subject });
  const response = await world.call(`/open-banking/v3.1/aisp/accounts/${account}/balances`, { token });
  const { Data } = (await response.json()) as { Data: { Balance: { Amount: { Amount: string } }[] } };
  return Math.round(Number(Data.Balance[0]?.Amount.Amount) * 100);
}
const arunsBalance = () => bookedBalance("acc-arun-main", CUSTOMERS.arun.id);

async function paid(response: { status: number; json(): Promise<unknown> }) {
  const { Data } = (await response.json()) as { Data: { DomesticPaymentId: string; Status: string } };
  return { http: response.status, id: Data.DomesticPaymentId, status: Data.Status };
}

async function refused(response: { status: number; text(): Promise<string> }) {
  const text = await response.text();
  const [error] = text === "" ? [] : (JSON.parse(text) as { Errors: { ErrorCode: string; Path?: string }[] }).Errors;
  return [response.status, error?.ErrorCode, error?.Path];
}

const consumptions = (consentId: string) =>
  world.authorizationServer.calls.filter(({ path }) => path === CONSUME(consentId)).length;

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
