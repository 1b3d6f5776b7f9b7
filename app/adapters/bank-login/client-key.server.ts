import { importJWK } from "jose";
import { z } from "zod";

/** The key by which the identity provider knows us (private_key_jwt, RFC 7523). */
export type ClientKey = () => Promise<{ readonly key: CryptoKey; readonly kid: string }>;

const part = z.string().min(1);
const key = z.union([
  z.looseObject({ kty: z.literal("RSA"), kid: part, n: part, e: part, d: part }),
  z.looseObject({ kty: z.literal("EC"), crv: z.literal("P-256"), kid: part, x: part, y: part, d: part }),
]);
const keySet = z.object({ keys: z.tuple([key]).rest(z.unknown()) });

/** What the FAPI profiles take for each kind of key. */
const ALGORITHM = { RSA: "PS256", EC: "ES256" } as const;

/**
 * The first key of a set.
 *
 * @param set the text of a JWK Set of private keys, newest first, each with a `kid`.
 * @throws Error that names BANK_LOGIN_KEY_FILE and repeats nothing of it
 */
export function clientKeyOf(set: string): ClientKey {
  const jwk = read(set);
  return async () => {
    const imported = await importJWK({ ...jwk }, ALGORITHM[jwk.kty]).catch(() => undefined);
    if (imported === undefined || imported instanceof Uint8Array) throw unusable();
    return { key: imported, kid: jwk.kid };
  };
}

function read(set: string) {
  try {
    return keySet.parse(JSON.parse(set)).keys[0];
  } catch {
    throw unusable();
  }
}

const unusable = () =>
  new Error("BANK_LOGIN_KEY_FILE must be a JWK Set of private keys, RSA (PS256) or P-256 (ES256), each with a kid");
