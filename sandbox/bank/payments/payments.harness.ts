import { CompactSign, importJWK } from "jose";
import { afterAll, afterEach, beforeAll } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../db/testing.ts";
import { CUSTOMERS, TPPS } from "../../personas.ts";
import { signingKey } from "../../pki.ts";
import { type BankWorld, bankWorld, type Caller } from "../testing/bank-world.ts";
import { type Api, prepareOpenApi } from "../testing/openapi.ts";
import { issueToken } from "../testing/tokens.ts";
import { type PaymentKind, RESOURCES } from "./payment-kinds.ts";

/** A running bank and payments to order from it. Whoever imports this gets one of its own, started and stopped. */

export const NOW = new Date("2026-02-10T12:00:00Z");
export const IAT = "http://openbanking.org.uk/iat";
export const ISS = "http://openbanking.org.uk/iss";
export const TAN = "http://openbanking.org.uk/tan";
export const CRITICAL = { [IAT]: true, [ISS]: true, [TAN]: true };
export const CONSUME = (id: string) => `/default/system/servers/openbanking/open-banking/consents/${id}/consume`;

/** What the official descriptions are read for; a test file adds its own while it is loaded. */
export const described: [Api, string[]][] = [
  ["pisp", ["POST /domestic-payments", "GET /domestic-payments/{DomesticPaymentId}"]],
];

let database: TestDatabase;
export let world: BankWorld;
let serial = 0;

beforeAll(async () => {
  for (const [api, operations] of described) prepareOpenApi(api, operations);
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

export interface Consented {
  readonly kind: PaymentKind;
  readonly token: string;
  readonly consentId: string;
  readonly message: {
    Data: { ConsentId: string; Initiation: Record<string, unknown> };
    Risk?: Record<string, unknown>;
  };
}

/** A payment that the customer has authorised: £42.50 from Arun's main account to a bookshop, as overridden. */
export function consented(initiation: Record<string, unknown> = {}, consent: Record<string, unknown> = {}): Consented {
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
  return grant("domestic_payment", consentId, Initiation, consent);
}

/** A consent of any kind that the customer has authorised, and the order that it allows. */
export function consentedTo(
  kind: PaymentKind,
  initiation: Record<string, unknown>,
  consent: Record<string, unknown> = {},
  data: Record<string, unknown> = {},
): Consented {
  serial += 1;
  const consentId = `pay-consent-${serial}`;
  const granted = grant(kind, consentId, initiation, consent);
  return { ...granted, message: { ...granted.message, Data: { ...granted.message.Data, ...data } } };
}

function grant(
  kind: PaymentKind,
  consentId: string,
  Initiation: Record<string, unknown>,
  consent: Record<string, unknown>,
): Consented {
  const risk = kind === "file_payment" ? {} : { Risk: { PaymentContextCode: "TransferToThirdParty" } };
  const token = issueToken(world, {
    id: consentId,
    type: kind,
    permissions: undefined,
    account_ids: ["acc-arun-main"],
    initiation: Initiation,
    ...(risk.Risk && { risk: risk.Risk }),
    ...consent,
  });
  world.authorizationServer.consumable.add(consentId);
  return { kind, token, consentId, message: { Data: { ConsentId: consentId, Initiation }, ...risk } };
}

export interface Order {
  readonly version?: "v3.1" | "v4.0";
  readonly key?: string;
  readonly as?: Caller;
  readonly message?: unknown;
  readonly headers?: Record<string, string>;
  readonly signedBy?: keyof typeof TPPS;
}

export async function order({ kind, token, message: consentedMessage }: Consented, options: Order = {}) {
  const { version = "v3.1", key = `key-${serial}`, as = "tpp-beacon", message = consentedMessage } = options;
  const body = typeof message === "string" ? message : JSON.stringify(message);
  return world.call(`/open-banking/${version}/pisp/${RESOURCES[kind].collection}`, {
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

export async function signature(body: string, by: keyof typeof TPPS): Promise<string> {
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

export async function bookedBalance(account: string, subject: string): Promise<number> {
  const token = issueToken(world, { account_ids: [account], subject });
  const response = await world.call(`/open-banking/v3.1/aisp/accounts/${account}/balances`, { token });
  const { Data } = (await response.json()) as { Data: { Balance: { Amount: { Amount: string } }[] } };
  return Math.round(Number(Data.Balance[0]?.Amount.Amount) * 100);
}
export const arunsBalance = () => bookedBalance("acc-arun-main", CUSTOMERS.arun.id);

export async function paid(response: { status: number; json(): Promise<unknown> }) {
  const { Data } = (await response.json()) as { Data: { DomesticPaymentId: string; Status: string } };
  return { http: response.status, id: Data.DomesticPaymentId, status: Data.Status };
}

export async function refused(response: { status: number; text(): Promise<string> }) {
  const text = await response.text();
  const [error] = text === "" ? [] : (JSON.parse(text) as { Errors: { ErrorCode: string; Path?: string }[] }).Errors;
  return [response.status, error?.ErrorCode, error?.Path];
}

export const consumptions = (consentId: string) =>
  world.authorizationServer.calls.filter(({ path }) => path === CONSUME(consentId)).length;
