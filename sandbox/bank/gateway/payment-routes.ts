import { createHash } from "node:crypto";
import type { Hono } from "hono";
import type { OrderDesk } from "../payments/carry-out.ts";
import { type ExpectedSigner, verifySignature } from "../payments/message-signature.ts";
import { PAYMENT_KINDS, type PaymentKind, RESOURCES } from "../payments/payment-kinds.ts";
import type { PaymentOrder } from "../payments/payment-order.ts";
import { readPaymentRequest } from "../payments/payment-request.ts";
import { paymentDetails, paymentResource } from "../payments/payment-resource.ts";
import { type Orderer, placeOrder } from "../payments/place-order.ts";
import { signaturesShown } from "../payments/signatures.ts";
import { idOfOrder, readerOf } from "../reads/given-read.ts";
import type { ReadLog } from "../reads/read-log.ts";
import type { Introspect } from "./access-token.ts";
import { API_VERSIONS, type ApiVersion } from "./api-version.ts";
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
  /** What an app was given, or did, is written down there before it is answered. */
  readonly reads: Pick<ReadLog, "add">;
  /** The gateway's own origin, for links. */
  readonly origin: string;
}

/**
 * Payment orders of the UK Read/Write API, in both versions: POST is signed and idempotent, GET answers signed. The
 * report file of a file payment is conditional and not offered: 404.
 */
export function paymentRoutes(app: Hono<GatewayEnvironment>, parts: PaymentRoutesParts): void {
  for (const version of API_VERSIONS) {
    for (const kind of PAYMENT_KINDS) orderRoutes(app, parts, version, kind);
  }
}

function orderRoutes(
  app: Hono<GatewayEnvironment>,
  parts: PaymentRoutesParts,
  version: ApiVersion,
  kind: PaymentKind,
): void {
  const { desk, introspect, sign } = parts;
  const { collection, id } = RESOURCES[kind];
  const path = `/open-banking/${version}/pisp/${collection}`;
  const address = `${parts.origin}${path}`;
  const answer = async (context: GatewayContext, order: PaymentOrder, status: 200 | 201, resource = paymentResource) =>
    signedAnswer(
      context,
      sign,
      resource(
        order,
        await desk.orders.paymentsOf(order.id),
        address,
        signaturesShown(order, await desk.signatures.of(order.consentId)),
      ),
      status,
    );

  /** @throws Refusal also for another TPP's payment, the same: it must not learn that there is one. */
  const ownOrder = async (context: GatewayContext) => {
    requireJsonAccepted(context);
    const token = await requireToken(context, introspect);
    // A payment is read with the TPP's own token (UK Read/Write API, domestic payments).
    if (token.consent) throw new Refusal(403);
    if (!token.scopes.has("payments")) throw insufficientScope("payments");
    const order = await desk.orders.byId(context.req.param("paymentId") ?? "");
    if (order?.clientId !== token.clientId || order.apiVersion !== version || order.kind !== kind) {
      throw badRequest("Resource.NotFound", "There is no such payment.", id);
    }
    return order;
  };

  app.post(path, limitBody(), async (context) => {
    requireJsonAccepted(context);
    const orderer = await requireOrderer(context, parts, kind);
    requireJsonSent(context);
    const idempotencyKey = requireIdempotencyKey(context);
    const body = await signedBody(context, parts, orderer.clientId);
    const request = readPaymentRequest(kind, body);
    const interactionId = context.get("interactionId");
    const order = await placeOrder(desk, orderer, { kind, version, idempotencyKey, body, request, interactionId });
    // A use of the consent, and no more than once for all repeats of its order.
    await parts.reads.add({
      ...readerOf(context, order.consentId, order.clientId),
      id: idOfOrder(order.id, order.createdAt),
      at: order.createdAt,
      resource: "payments",
      accounts: [{ id: order.debtorAccount, records: 1 }],
    });
    return answer(context, order, 201);
  });
  app.get(`${path}/:paymentId`, async (context) => answer(context, await ownOrder(context), 200));
  app.get(`${path}/:paymentId/payment-details`, async (context) =>
    answer(context, await ownOrder(context), 200, paymentDetails),
  );
}

/**
 * The body of a message that its TPP has signed.
 *
 * @throws Refusal 400 with the Signature code that fits
 */
export async function signedBody(
  context: GatewayContext,
  { signers, desk }: Pick<PaymentRoutesParts, "signers" | "desk">,
  clientId: string,
): Promise<Uint8Array> {
  const body = new Uint8Array(await context.req.arrayBuffer());
  const signer = signers.get(clientId);
  if (!signer) throw new Refusal(403);
  await verifySignature(context.req.header("x-jws-signature"), body, signer, desk.now());
  return body;
}

/**
 * The customer's token of an order. It dies when its order has consumed the consent, but the standard wants a repeat
 * answered for 24 hours: so a dead token still stands for the order that was placed with it, from the same certificate.
 */
async function requireOrderer(
  context: GatewayContext,
  { desk, introspect }: PaymentRoutesParts,
  kind: PaymentKind,
): Promise<Orderer> {
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
  if (consent.type !== kind) throw new Refusal(403);
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
