import type { Hono } from "hono";
import type { AccessToken, Introspect } from "../gateway/access-token.ts";
import { API_VERSIONS } from "../gateway/api-version.ts";
import { type GatewayContext, type GatewayEnvironment, requireJsonAccepted, requireToken } from "../gateway/caller.ts";
import { insufficientScope } from "../gateway/data-access.ts";
import { limitBody, readJson, requireJsonSent } from "../gateway/json-request.ts";
import { badRequest, Refusal } from "../gateway/refusal.ts";
import { type SignMessage, signedAnswer } from "../gateway/signed-answer.ts";
import { type ExpectedSigner, verifySignature } from "../payments/message-signature.ts";
import {
  changedSubscription,
  newSubscription,
  polling,
  subscriptionList,
  subscriptionResource,
} from "./event-message.ts";
import type { NotDone, TppEvents } from "./tpp-events.ts";

export interface EventRoutesParts {
  readonly events: TppEvents;
  readonly introspect: Introspect;
  /** The TPPs' signing keys, by client id. */
  readonly signers: ReadonlyMap<string, ExpectedSigner>;
  readonly sign: SignMessage;
  /** The gateway's own origin, for links. */
  readonly origin: string;
  readonly now: () => Date;
}

/** Any of a TPP's roles may hear of what it is told (UK Read/Write API, events). */
const SCOPES = ["accounts", "payments", "fundsconfirmations"];

/**
 * Subscriptions to events and polling for them, in both versions. Subscriptions are signed both ways; a poll is not,
 * since each event in its answer is signed by itself.
 */
export function eventRoutes(app: Hono<GatewayEnvironment>, parts: EventRoutesParts): void {
  const { events, sign, origin } = parts;
  for (const version of API_VERSIONS) {
    const path = `/open-banking/${version}/event-subscriptions`;
    const address = `${origin}${path}`;

    app.get(path, async (context) => {
      requireJsonAccepted(context);
      const { clientId } = await requireOwnToken(context, parts.introspect);
      const kept = await events.list(clientId, context.get("interactionId"));
      return signedAnswer(context, sign, subscriptionList(kept, address), 200);
    });

    app.post(path, limitBody(), async (context) => {
      const { clientId, body } = await requireSigned(context, parts);
      const added = await events.add(clientId, readJson(body, newSubscription, "Data"), context.get("interactionId"));
      if (!("done" in added)) throw refusalOf(added);
      return signedAnswer(context, sign, subscriptionResource(added.done, address), 201);
    });

    app.put(`${path}/:id`, limitBody(), async (context) => {
      const { clientId, body } = await requireSigned(context, parts);
      const { id, wanted } = readJson(body, changedSubscription, "Data");
      if (id !== context.req.param("id")) {
        throw badRequest("Field.Invalid", "This is not the subscription of the address.", "Data.EventSubscriptionId");
      }
      const changed = await events.replace(clientId, id, wanted, context.get("interactionId"));
      if (!("done" in changed)) throw refusalOf(changed);
      return signedAnswer(context, sign, subscriptionResource(changed.done, address), 200);
    });

    app.delete(`${path}/:id`, async (context) => {
      const { clientId } = await requireOwnToken(context, parts.introspect);
      const removed = await events.remove(clientId, context.req.param("id"), context.get("interactionId"));
      if (!("done" in removed)) throw refusalOf(removed);
      return context.body(null, 204);
    });

    app.post(`/open-banking/${version}/events`, limitBody(), async (context) => {
      requireJsonAccepted(context);
      const { clientId } = await requireOwnToken(context, parts.introspect);
      requireJsonSent(context);
      const poll = readJson(new Uint8Array(await context.req.arrayBuffer()), polling, undefined);
      const polled = await events.poll(clientId, poll, context.get("interactionId"));
      if (!("done" in polled)) throw refusalOf(polled);
      return context.json(polled.done);
    });
  }
}

/** The TPP's own token (client credentials): these calls are about the TPP and not about one customer. */
async function requireOwnToken(context: GatewayContext, introspect: Introspect): Promise<AccessToken> {
  const token = await requireToken(context, introspect);
  if (token.consent) throw new Refusal(403);
  if (!SCOPES.some((scope) => token.scopes.has(scope))) throw insufficientScope(SCOPES.join(" "));
  return token;
}

async function requireSigned(context: GatewayContext, { introspect, signers, now }: EventRoutesParts) {
  requireJsonAccepted(context);
  const { clientId } = await requireOwnToken(context, introspect);
  requireJsonSent(context);
  const body = new Uint8Array(await context.req.arrayBuffer());
  const signer = signers.get(clientId);
  if (!signer) throw new Refusal(403);
  await verifySignature(context.req.header("x-jws-signature"), body, signer, now());
  return { clientId, body };
}

/** What the standard says for what the consent app says. */
function refusalOf({ problem, field = "" }: NotDone): Refusal {
  switch (problem) {
    case "subscription-exists":
      return new Refusal(409);
    case "subscription-unknown":
      return badRequest("Resource.NotFound", "There is no such subscription.", "EventSubscriptionId");
    case "event-type-unsupported":
      return badRequest("Unsupported.EventType", "The bank does not send one of these events.", "Data.EventTypes");
    case "callback-not-allowed":
      return badRequest("Field.Invalid", "The bank does not call this address.", "Data.CallbackUrl");
    default:
      return badRequest("Field.Invalid", "An element has a value that the bank does not take.", elementOf(field));
  }
}

/** The element of the standard that stands for a field of the consent app's; below it are the TPP's own words. */
function elementOf(field: string): string | undefined {
  const [first = ""] = field.split(".");
  return FIELDS[first] ?? (first || undefined);
}

const FIELDS: Readonly<Record<string, string>> = {
  apiVersion: "Data.Version",
  callbackUrl: "Data.CallbackUrl",
  eventTypes: "Data.EventTypes",
};
