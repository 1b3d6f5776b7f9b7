import { signMessage } from "../protocol/message-signature.ts";
import type { TppIdentity } from "../protocol/tpp-identity.ts";

/** Headers of a payment POST: the detached signature over `body`, and the key that makes a repeat harmless. */
export async function signedHeaders(
  identity: TppIdentity,
  body: string,
  idempotencyKey: string,
  type?: string,
): Promise<Record<string, string>> {
  const { key, kid, tpp } = identity;
  const issuer = `${tpp.organisationId}/${tpp.id}`;
  return {
    // At most 40 characters (UK Read/Write API, request headers).
    "x-idempotency-key": idempotencyKey.replaceAll("-", "").slice(0, 40),
    "x-jws-signature": await signMessage(body, { key, kid, issuer }, new Date(), type),
  };
}
