import { createHash } from "node:crypto";
import type { Hono } from "hono";
import { type ExpectedSigner, verifySignature } from "../payments/message-signature.ts";
import type { PaymentOrder } from "../payments/payment-order.ts";
import { readPaymentRequest } from "../payments/payment-request.ts";
import { paymentResource } from "../payments/payment-resource.ts";
import { type OrderDesk, type Orderer, placeOrder } from "../payments/place-order.ts";
import type { Introspect } from "./access-token.ts";
import { API_VERSIONS } from "./api-version.ts";
import {
  bearerToken,
  type GatewayContext,
  type GatewayEnvironment,
  requireCertificate,
  requireJsonAccepted,
  requireToken,
} from "./caller.ts";
import { insufficientScope } from "./data-access.ts";
import { limitBody, requireJsonSent } from "./json-request.ts";
import { badRequest, Refusal, unauthorised } from "./refusal.ts";
import { type SignMessage, signedAnswer } from "./signed-answer.ts";

export interface PaymentRoutesParts {
  readonly desk: OrderDesk;
  readonly introspect: Introspect;
  /** The TPPs' signing keys, by client id. */
  readonly signers: ReadonlyMap<string, ExpectedSigner>;
  readonly sign: SignMessage;
  /** The gateway's own origin, for links. */
  readonly origin: string;
}

/** Domestic payments of the UK Read/Write API, in both versions: POST is signed and idempotent, GET answers signed. */
export function paymentRoutes(app: Hono<GatewayEnvironment>, parts: PaymentRoutesParts): void {
  const { desk, introspect, origin } = parts;
  for (const version of API_VERSIONS) {
    const path = `/open-banking/${version}/pisp/domestic-payments`;
    const answer = (context: GatewayContext, order: PaymentOrder, status: 200 | 201) =>
      signedAnswer(context, parts.sign, paymentResource(order, `${origin}${path}`), status);

    app.post(path, limitBody(), async (context) => {
      requireJsonAccepted(context);
      const orderer = await requireOrderer(context, parts);
      requireJsonSent(context);
      const idempotencyKey = requireIdempotencyKey(context);
      const body = new Uint8Array(await context.req.arrayBuffer());
      const signer = parts.signers.get(orderer.clientId);
      if (!signer) throw new Refusal(403);
      await verifySignature(context.req.header("x-jws-signature"), body, signer, desk.now());
      const request = readPaymentRequest(body);
      const interactionId = context.get("interactionId");
      const order = await placeOrder(desk, orderer, { version, idempotencyKey, body, request, interactionId });
      return answer(context, order, 201);
    });

    app.get(`${path}/:paymentId`, async (context) => {
      requireJsonAccepted(context);
      const token = await requireToken(context, introspect);
      // A payment is read with the TPP's own token (UK Read/Write API, domestic payments).
      if (token.consent) throw new Refusal(403);
      if (!token.scopes.has("payments")) throw insufficientScope("payments");
      const order = await desk.orders.byId(context.req.param("paymentId"));
      // The same answer for another TPP's payment: it must not learn that there is one.
      if (order?.clientId !== token.clientId || order.apiVersion !== version) {
        throw badRequest("Resource.NotFound", "There is no such payment.", "DomesticPaymentId");
      }
      return answer(context, order, 200);
    });
  }
}

/**
 * The customer's token of an order. It dies when its order has consumed the consent, but the standard wants a repeat
 * answered for 24 hours: so a dead token still stands for the order that was placed with it, from the same certificate.
 */
async function requireOrderer(context: GatewayContext, { desk, introspect }: PaymentRoutesParts): Promise<Orderer> {
  const bearer = bearerToken(context);
  const tokenHash = createHash("sha256").update(bearer).digest("hex");
  const tokenBoundTo = requireCertificate(context).thumbprint;
  const token = await introspect(bearer, context.get("interactionId"));
  if (!token) {
    const spent = await desk.orders.byToken(tokenHash, tokenBoundTo, desk.now());
    if (!spent) throw unauthorised("invalid_token");
    return { clientId: spent.clientId, consentId: spent.consentId, tokenHash, tokenBoundTo };
  }
  if (token.boundTo !== tokenBoundTo) throw unauthorised("invalid_token");
  const { clientId, consent } = token;
  if (!consent) throw new Refusal(403);
  if (!token.scopes.has("payments")) throw insufficientScope("payments");
  if (consent.type !== "domestic_payment") throw new Refusal(403);
  return { clientId, consentId: consent.id, consent, tokenHash, tokenBoundTo };
}

function requireIdempotencyKey(context: GatewayContext): string {
  const key = context.req.header("x-idempotency-key");
  if (key === undefined || key === "") {
    throw badRequest("Header.Missing", "The idempotency key is missing.", "x-idempotency-key");
  }
  if (key.length > 40) throw badRequest("Header.Invalid", "The key is longer than 40 characters.", "x-idempotency-key");
  return key;
}
