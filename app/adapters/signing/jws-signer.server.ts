import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { CompactSign, compactVerify, createLocalJWKSet, errors } from "jose";
import { z } from "zod";
import type { PublicKey, Signer } from "~/ports/signer";

/** PS256 is the one algorithm that the UK profile takes for messages. */
const ALGORITHM = "PS256";

const part = z.string().min(1);
const privateKey = z.object({ kty: z.literal("RSA"), kid: part, n: part, e: part, d: part, p: part, q: part });
const keySet = z.object({ keys: z.array(z.looseObject(privateKey.shape)).min(1) });

/**
 * Signs with the first key of a set, and knows what any of them signed: a key can be replaced while receipts that it
 * signed can still be checked.
 *
 * @param set the text of a JWK Set of private RSA keys, newest first, each with a `kid`.
 * @throws Error that names SIGNING_KEYS_FILE and repeats nothing of it.
 */
export function createJwsSigner(set: string): Signer {
  const [newest, ...older] = readKeys(set);
  if (!newest) throw unusable();
  const keys = [newest, ...older];
  const key = usable(newest);
  const publicKeys = keys.map(({ kty, kid, n, e }): PublicKey => ({ kty, kid, n, e, alg: ALGORITHM, use: "sig" }));
  const known = createLocalJWKSet({ keys: publicKeys.map((each) => ({ ...each })) });
  return {
    publicKeys: { keys: publicKeys },
    sign: (payload, typ) =>
      new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
        .setProtectedHeader({ alg: ALGORITHM, kid: newest.kid, typ })
        .sign(key),
    async verify(signed, type) {
      try {
        const { payload, protectedHeader } = await compactVerify(signed, known, { algorithms: [ALGORITHM] });
        return protectedHeader.typ === type ? JSON.parse(new TextDecoder().decode(payload)) : undefined;
      } catch (error) {
        if (error instanceof errors.JOSEError || error instanceof SyntaxError) return undefined;
        throw error;
      }
    },
  };
}

function readKeys(set: string) {
  try {
    return keySet.parse(JSON.parse(set)).keys;
  } catch {
    throw unusable();
  }
}

/** A key whose halves do not belong together would sign what nobody can check. */
function usable(jwk: z.infer<typeof privateKey>): KeyObject {
  try {
    const key = createPrivateKey({ key: jwk, format: "jwk" });
    const probe = Buffer.from("probe");
    if (verify("sha256", probe, createPublicKey({ key: jwk, format: "jwk" }), sign("sha256", probe, key))) return key;
  } catch {
    // Said below, without repeating what OpenSSL says of the key.
  }
  throw unusable();
}

const unusable = () =>
  new Error("SIGNING_KEYS_FILE must be a JWK Set of private RSA keys (PS256), newest first, each with a kid");
