import { createHash } from "node:crypto";
import type { ApiVersion, Consent } from "../consents/consent.ts";
import { CONSENT_KINDS, type ConsentType, isLasting } from "../consents/consent-kinds.ts";
import type { IdempotencyKey } from "../consents/idempotency.ts";
import type { Answer, Exchange, IntentApiDeps, Resource } from "./exchange.ts";
import { findIntent } from "./find-intent.ts";
import { intentBody } from "./intent-body.ts";
import { INTENT_KINDS } from "./kinds/index.ts";
import { verifyMessage } from "./message-signature.ts";
import { Refusal } from "./problem.ts";
import { quotedTerms } from "./quoted-terms.ts";
import { parseJson } from "./read-body.ts";
import { idempotencyKeyOf } from "./request-headers.ts";

/**
 * The intents of one kind: create, read and, where they last, delete. Those of the scope `payments` are signed both
 * ways, and their creation is idempotent for 24 hours; the others are neither.
 */
export function intentResource(
  type: ConsentType,
  version: ApiVersion,
  { consents, quotes, baseUrl, clients }: IntentApiDeps,
) {
  const kind = INTENT_KINDS[type];
  const { scope, resource: path } = CONSENT_KINDS[type];
  const signed = scope === "payments";
  const resource = { version, scope, signed } as const;

  async function create({ token, body, headers, interactionId }: Exchange): Promise<Answer> {
    let once: Omit<IdempotencyKey, "requestHash"> | undefined;
    if (signed) {
      once = { endpoint: `${version} ${path.split("/")[1]}`, key: idempotencyKeyOf(headers) };
      const client = clients(token.clientId);
      if (!client) throw new Refusal(401);
      const signer = { key: client.jwk, issuer: `${client.organisationId}/${token.clientId}` };
      await verifyMessage(headers.get("x-jws-signature") ?? undefined, body, signer);
    }
    const sent = parseJson(body);
    const { expiresAt, quote } = kind.admit(version, sent, new Date());
    const { Data, Risk } = sent as Consent["request"];
    const created = await consents.create(
      {
        clientId: token.clientId,
        type,
        apiVersion: version,
        request: { Data, ...(Risk && { Risk }) },
        ...(expiresAt && { expiresAt }),
        ...(quote && { terms: await quotedTerms(quotes, quote, interactionId) }),
        ...(kind.awaitsFile && { awaitsFile: true }),
        interactionId,
      },
      once && { ...once, requestHash: createHash("sha256").update(JSON.stringify(sent)).digest("base64url") },
    );
    switch (created.outcome) {
      case "created":
      case "repeated":
        return { status: 201, body: intentBody(created.consent, version, baseUrl) };
      case "changed": {
        const message = "The key was used for another body in the last 24 hours";
        throw new Refusal(400, { name: "Header.Invalid", message, path: "x-idempotency-key" });
      }
      case "already_expired": {
        const message = "The expiration date has passed";
        throw new Refusal(400, { name: "Field.InvalidDate", message, path: kind.endsAt ?? "Data" });
      }
    }
  }

  async function read(exchange: Exchange): Promise<Answer> {
    const consent = await findIntent(consents, type, exchange);
    return { status: 200, body: intentBody(consent, version, baseUrl) };
  }

  async function remove(exchange: Exchange): Promise<Answer> {
    const consent = await findIntent(consents, type, exchange);
    await consents.delete(consent.id, exchange.interactionId);
    return { status: 204 };
  }

  return {
    collection: { ...resource, methods: { POST: create } },
    item: { ...resource, methods: { GET: read, ...(isLasting(type) && { DELETE: remove }) } },
  } satisfies Record<string, Resource>;
}
