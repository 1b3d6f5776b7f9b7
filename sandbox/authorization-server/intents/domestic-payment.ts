import { createHash } from "node:crypto";
import type { z } from "zod";
import type { ApiVersion, Consent } from "../consents/consent.ts";
import { domesticPaymentRequestV3 } from "./domestic-payment-request-v3.ts";
import { domesticPaymentRequestV4 } from "./domestic-payment-request-v4.ts";
import type { Answer, Exchange, IntentApiDeps, Resource } from "./exchange.ts";
import { findIntent } from "./find-intent.ts";
import { intentBody } from "./intent-body.ts";
import { verifyMessage } from "./message-signature.ts";
import { type Problem, Refusal } from "./problem.ts";
import { checkBody, parseJson } from "./read-body.ts";
import { idempotencyKeyOf } from "./request-headers.ts";

const REQUESTS: Readonly<Record<ApiVersion, z.ZodType<PaymentRequest>>> = {
  "v3.1": domesticPaymentRequestV3,
  "v4.0": domesticPaymentRequestV4,
};

/** Intents to pay once, at home: create and read. Signed both ways, creation idempotent for 24 hours. */
export function domesticPayment(version: ApiVersion, { consents, baseUrl, clients }: IntentApiDeps) {
  const resource = { version, scope: "payments", signed: true } as const;

  async function create({ token, body, headers, interactionId }: Exchange): Promise<Answer> {
    const key = idempotencyKeyOf(headers);
    const client = clients(token.clientId);
    if (!client) throw new Refusal(401);
    const signer = { key: client.jwk, issuer: `${client.organisationId}/${token.clientId}` };
    await verifyMessage(headers.get("x-jws-signature") ?? undefined, body, signer);
    const sent = parseJson(body);
    const { Data } = checkBody(REQUESTS[version], sent);
    const problems = checkMeaning(Data.Initiation);
    if (problems.length > 0) throw new Refusal(400, ...problems);
    const created = await consents.create(
      {
        clientId: token.clientId,
        type: "domestic_payment",
        apiVersion: version,
        request: sent as Consent["request"],
        interactionId,
      },
      {
        endpoint: `${version} domestic-payment-consents`,
        key,
        requestHash: createHash("sha256").update(JSON.stringify(sent)).digest("base64url"),
      },
    );
    if (created.outcome === "created" || created.outcome === "repeated") {
      return { status: 201, body: intentBody(created.consent, version, baseUrl) };
    }
    const message = "The key was used for another body in the last 24 hours";
    throw new Refusal(400, { name: "Header.Invalid", message, path: "x-idempotency-key" });
  }

  async function read(exchange: Exchange): Promise<Answer> {
    const consent = await findIntent(consents, "domestic_payment", exchange);
    return { status: 200, body: intentBody(consent, version, baseUrl) };
  }

  return {
    collection: { ...resource, methods: { POST: create } },
    item: { ...resource, methods: { GET: read } },
  } satisfies Record<string, Resource>;
}

/** What the rules beyond the schema look at, alike in both versions. */
interface PaymentRequest {
  readonly Data: {
    readonly Initiation: {
      readonly InstructedAmount: { readonly Amount: string };
      readonly CreditorAccount: { readonly SchemeName: string; readonly Identification: string };
      readonly DebtorAccount?: { readonly SchemeName: string; readonly Identification: string } | undefined;
    };
  };
}

function checkMeaning(initiation: PaymentRequest["Data"]["Initiation"]): readonly Problem[] {
  const problems: Problem[] = [];
  if (Number(initiation.InstructedAmount.Amount) === 0) {
    const path = "Data.Initiation.InstructedAmount.Amount";
    problems.push({ name: "Field.Invalid", message: "The amount must be more than nothing", path });
  }
  for (const name of ["CreditorAccount", "DebtorAccount"] as const) {
    const account = initiation[name];
    if (account?.SchemeName === "UK.OBIE.SortCodeAccountNumber" && !/^\d{14}$/.test(account.Identification)) {
      const message = "Expected a sort code of six digits and an account number of eight";
      problems.push({
        name: "Unsupported.AccountIdentifier",
        message,
        path: `Data.Initiation.${name}.Identification`,
      });
    }
  }
  return problems;
}
