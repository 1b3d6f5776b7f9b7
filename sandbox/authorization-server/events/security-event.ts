import { CompactSign, importJWK, type JWK } from "jose";
import { STATUS_NAMES } from "../internal-api/outward-consent.ts";
import type { ConsentEvent } from "./event-store.ts";

const CONSENT_CHANGED = "urn:assent:event:consent-changed";

export interface SigningParty {
  /** The OAuth issuer, whose published keys check the signature. */
  readonly issuer: string;
  readonly audience: string;
  readonly signingKey: JWK;
  readonly clientName: (clientId: string) => string | undefined;
}

/** Makes signed security event tokens (RFC 8417), compact, PS256. */
export async function createEventSigner({ issuer, audience, signingKey, clientName }: SigningParty) {
  const key = await importJWK(signingKey, "PS256");
  const header = { alg: "PS256", typ: "secevent+jwt", kid: signingKey.kid as string };
  return (event: ConsentEvent): Promise<string> => {
    const at = Math.floor(event.happenedAt.getTime() / 1000);
    const claims = {
      iss: issuer,
      aud: audience,
      // Issued with the change itself, so that every attempt says the same.
      iat: at,
      toe: at,
      jti: event.id,
      txn: event.interactionId ?? undefined,
      events: { [CONSENT_CHANGED]: changed(event, clientName(event.clientId)) },
    };
    return new CompactSign(Buffer.from(JSON.stringify(claims))).setProtectedHeader(header).sign(key);
  };
}

function changed(event: ConsentEvent, clientName: string | undefined) {
  return {
    consent_id: event.consentId,
    client_id: event.clientId,
    client_name: clientName,
    type: event.type,
    api_version: event.apiVersion,
    status: STATUS_NAMES[event.status],
    cause: event.cause,
    changed_by: event.changedBy,
    change_reason: event.reason ?? undefined,
    superseded_by: event.supersededBy ?? undefined,
    revision: event.revision,
    created_at: event.createdAt.toISOString(),
    updated_at: event.happenedAt.toISOString(),
    expires_at: event.expiresAt?.toISOString(),
    subject: event.subject ?? undefined,
    account_ids: event.accountIds,
    permissions: event.type === "account_access" ? event.request.Data["Permissions"] : undefined,
  };
}
