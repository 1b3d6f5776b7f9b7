import { createHmac, hkdfSync } from "node:crypto";
import type { JWK } from "jose";

/** A secret of our own for each purpose, the same after a restart and in every process that holds the signing key. */
export function deriveSecret(signingKey: JWK, purpose: string): Buffer {
  if (typeof signingKey.d !== "string") throw new TypeError("a private signing key is needed");
  return Buffer.from(hkdfSync("sha256", signingKey.d, "", `assent authorization server: ${purpose}`, 32));
}

/** The `sub` that one client sees of a customer; two clients cannot compare notes (OIDC Core section 8.1). */
export function pairwiseSubject(signingKey: JWK, clientId: string, customerId: string): string {
  return createHmac("sha256", deriveSecret(signingKey, "pairwise subjects"))
    .update(JSON.stringify([clientId, customerId]))
    .digest("base64url");
}
