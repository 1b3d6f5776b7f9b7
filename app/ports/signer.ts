/** Signs in the bank's name what others must be able to check without asking us. */
export interface Signer {
  /**
   * @param type `typ` of the token (RFC 7515, section 4.1.9), so that nothing signed for one end can serve another.
   * @returns a compact JWS, PS256, with the `kid` of the newest key.
   */
  sign(payload: object, type: string): Promise<string>;
  /** What was signed with a key that we know, for this end; undefined for everything else. */
  verify(signed: string, type: string): Promise<unknown>;
  /** The public halves of all keys, newest first: a JWK Set (RFC 7517, section 5). */
  readonly publicKeys: { readonly keys: readonly PublicKey[] };
}

export interface PublicKey {
  readonly kty: string;
  readonly kid: string;
  readonly alg: "PS256";
  readonly use: "sig";
  readonly n: string;
  readonly e: string;
}
