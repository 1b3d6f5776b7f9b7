import type { Hono } from "hono";
import { z } from "zod";
import { ACCOUNTS, type Account } from "../../personas.ts";
import { isKnownAs } from "../core/accounts.ts";
import type { Book } from "../core/book.ts";
import { covers, coversConsent } from "../payments/funds.ts";
import { type FundsConfirmations, newFundsConfirmationId } from "../payments/funds-confirmations.ts";
import type { PaymentKind } from "../payments/payment-kinds.ts";
import { payingAccount } from "../payments/place-order.ts";
import { readerOf } from "../reads/given-read.ts";
import type { AccessToken, LiveConsent } from "./access-token.ts";
import { API_VERSIONS, type ApiVersion } from "./api-version.ts";
import { type GatewayContext, type GatewayEnvironment, requireJsonAccepted, requireToken } from "./caller.ts";
import { insufficientScope, longLivedConsent } from "./data-access.ts";
import { limitBody, readJson, requireJsonSent } from "./json-request.ts";
import { type PaymentRoutesParts, signedBody } from "./payment-routes.ts";
import { badRequest, Refusal } from "./refusal.ts";
import { signedAnswer } from "./signed-answer.ts";

export interface FundsRoutesParts extends PaymentRoutesParts {
  readonly book: Book;
  readonly confirmations: FundsConfirmations;
}

/** The consents of one payment that can be asked about before it is ordered (UK payment initiation). */
const ASKED_BEFORE: Readonly<Partial<Record<PaymentKind, string>>> = {
  domestic_payment: "domestic-payment-consents",
  international_payment: "international-payment-consents",
  international_scheduled_payment: "international-scheduled-payment-consents",
};

const amountShape = z.strictObject({
  Amount: z.string().regex(/^\d{1,13}(\.\d{1,5})?$/),
  Currency: z.string().regex(/^[A-Z]{3}$/),
});
const question = { ConsentId: z.string().min(1).max(128), InstructedAmount: amountShape };
const vrpQuestion = z.strictObject({
  Data: z.strictObject({ ...question, Reference: z.string().min(1).max(35).optional() }),
});
const cardQuestion = z.strictObject({ Data: z.strictObject({ ...question, Reference: z.string().min(1).max(35) }) });

/** Confirmation of funds: before a payment, for a VRP, and for card issuers. Each answers yes or no, never how much. */
export function fundsRoutes(app: Hono<GatewayEnvironment>, parts: FundsRoutesParts): void {
  for (const version of API_VERSIONS) {
    for (const [kind, collection] of Object.entries(ASKED_BEFORE)) {
      app.get(`/open-banking/${version}/pisp/${collection}/:consentId/funds-confirmation`, (context) =>
        beforePayment(context, parts, version, kind as PaymentKind),
      );
    }
    app.post(
      `/open-banking/${version}/pisp/domestic-vrp-consents/:consentId/funds-confirmation`,
      limitBody(),
      (context) => forVrp(context, parts, version),
    );
    app.post(`/open-banking/${version}/cbpii/funds-confirmations`, limitBody(), (context) =>
      forCardIssuer(context, parts, version),
    );
  }
}

async function beforePayment(context: GatewayContext, parts: FundsRoutesParts, version: ApiVersion, kind: PaymentKind) {
  requireJsonAccepted(context);
  const token = await requireToken(context, parts.introspect);
  const consent = consentNamed(context, token, version, kind);
  const now = parts.desk.now();
  const account = payingAccount(consent);
  const FundsAvailable = await coversConsent(parts.book, account, consent, now);
  await noteAnswer(context, parts, { token, consent, account, available: FundsAvailable, now });
  const resource = {
    Data: { FundsAvailableResult: { FundsAvailableDateTime: now.toISOString(), FundsAvailable } },
    Links: { Self: `${parts.origin}${context.req.path}` },
    Meta: {},
  };
  return signedAnswer(context, parts.sign, resource, 200);
}

async function forVrp(context: GatewayContext, parts: FundsRoutesParts, version: ApiVersion) {
  requireJsonAccepted(context);
  const token = await requireToken(context, parts.introspect);
  const consent = consentNamed(context, token, version, "domestic_vrp");
  requireJsonSent(context);
  const { Data } = readJson(await signedBody(context, parts, token.clientId), vrpQuestion, "Data");
  if (Data.ConsentId !== consent.id) {
    throw badRequest("Resource.ConsentMismatch", "This is another consent than the address names.", "Data.ConsentId");
  }
  const account = payingAccount(consent);
  requireCurrency(Data.InstructedAmount, account.currency);
  const now = parts.desk.now();
  const available = await covers(parts.book, account, Data.InstructedAmount, now);
  await noteAnswer(context, parts, { token, consent, account, available, now });
  const resource = {
    Data: {
      FundsConfirmationId: newFundsConfirmationId(),
      ...Data,
      CreationDateTime: now.toISOString(),
      FundsAvailableResult: {
        FundsAvailableDateTime: now.toISOString(),
        FundsAvailable: available ? "Available" : "NotAvailable",
      },
    },
    Links: { Self: `${parts.origin}${context.req.path}` },
    Meta: {},
  };
  return signedAnswer(context, parts.sign, resource, 201);
}

/** Neither signed nor repeatable: a reference is asked about once. */
async function forCardIssuer(context: GatewayContext, parts: FundsRoutesParts, version: ApiVersion) {
  requireJsonAccepted(context);
  const now = parts.desk.now();
  const token = await requireToken(context, parts.introspect);
  const wanted = { scope: "fundsconfirmations", type: "funds_confirmation" } as const;
  const consent = longLivedConsent(token, version, wanted, now);
  const account = namedAccount(consent);
  requireJsonSent(context);
  const { Data } = readJson(new Uint8Array(await context.req.arrayBuffer()), cardQuestion, "Data");
  if (Data.ConsentId !== consent.id) throw new Refusal(403);
  requireCurrency(Data.InstructedAmount, account.currency);
  const id = newFundsConfirmationId();
  const available = await covers(parts.book, account, Data.InstructedAmount, now);
  const { Amount: amount, Currency: currency } = Data.InstructedAmount;
  const { Reference: reference } = Data;
  if (
    !(await parts.confirmations.add({
      id,
      consentId: consent.id,
      customer: consent.subject,
      reference,
      amount,
      currency,
      available,
      createdAt: now,
    }))
  ) {
    throw badRequest("Rules.DuplicateReference", "This reference was asked about before.", "Data.Reference");
  }
  await noteAnswer(context, parts, { token, consent, account, available, now });
  const resource = {
    Data: { FundsConfirmationId: id, ...Data, CreationDateTime: now.toISOString(), FundsAvailable: available },
    Links: { Self: `${parts.origin}${context.req.path}/${id}` },
    Meta: {},
  };
  return context.json(resource, 201);
}

interface Answered {
  readonly token: AccessToken;
  readonly consent: LiveConsent;
  readonly account: Account;
  readonly available: boolean;
  readonly now: Date;
}

/** customers see what was asked and answered. As a read it has one record where the answer is yes. */
const noteAnswer = (
  context: GatewayContext,
  { reads }: FundsRoutesParts,
  { token, consent, account, available, now }: Answered,
): Promise<void> =>
  reads.add({
    ...readerOf(context, consent.id, token.clientId),
    at: now,
    resource: "funds",
    accounts: [{ id: account.id, records: available ? 1 : 0 }],
  });

/** The customer's token's own consent, which the address names too. */
function consentNamed(
  context: GatewayContext,
  token: AccessToken,
  version: ApiVersion,
  type: PaymentKind,
): LiveConsent {
  const { consent } = token;
  if (!consent) throw new Refusal(403);
  if (!token.scopes.has("payments")) throw insufficientScope("payments");
  if (consent.type !== type || consent.id !== context.req.param("consentId")) throw new Refusal(403);
  if (consent.api_version !== version) throw new Refusal(403);
  if (consent.status !== "authorised") {
    throw badRequest("Resource.InvalidConsentStatus", "This consent cannot be used for a payment.");
  }
  return consent;
}

/** The account that the card issuer named, which the customer chose no other than, and still owns. */
function namedAccount({ account_ids, subject, debtor_account }: LiveConsent) {
  const account = ACCOUNTS.find(({ id, owners }) => id === account_ids[0] && owners.includes(subject));
  if (!account || account_ids.length > 1 || account.status !== "Enabled") throw new Refusal(403);
  if (debtor_account && !isKnownAs(account, debtor_account.SchemeName, debtor_account.Identification)) {
    throw new Refusal(403);
  }
  return account;
}

function requireCurrency({ Currency }: { Currency: string }, currency: string): void {
  if (Currency === currency) return;
  throw badRequest("Unsupported.Currency", "The account is in another currency.", "Data.InstructedAmount.Currency");
}
