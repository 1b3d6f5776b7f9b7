import { CompactSign, type CompactVerifyGetKey, type CryptoKey, compactVerify } from "jose";

/**
 * The detached signature of a message body, header `x-jws-signature` (UK Read/Write API, message signing; RFC 7515
 * appendix F). PS256, with the three critical header parameters that the standard names.
 */
const IAT = "http://openbanking.org.uk/iat";
const ISS = "http://openbanking.org.uk/iss";
const TAN = "http://openbanking.org.uk/tan";
const CRITICAL = { [IAT]: true, [ISS]: true, [TAN]: true };

export interface MessageSigner {
  readonly key: CryptoKey;
  readonly kid: string;
  /** `{organisation id}/{software id}`. */
  readonly issuer: string;
}

/**
 * @param type the media type of `body`. `cty` can say JSON only, and is left out for anything else.
 * @returns `<header>..<signature>` over exactly the bytes of `body`.
 */
export async function signMessage(
  body: string,
  signer: MessageSigner,
  now = new Date(),
  type = "application/json",
): Promise<string> {
  const compact = await new CompactSign(new TextEncoder().encode(body))
    .setProtectedHeader({
      alg: "PS256",
      kid: signer.kid,
      typ: "JOSE",
      ...(type === "application/json" ? { cty: type } : {}),
      [IAT]: Math.floor(now.getTime() / 1000),
      [ISS]: signer.issuer,
      [TAN]: "openbanking.org.uk",
      crit: [IAT, ISS, TAN],
    })
    .sign(signer.key, { crit: CRITICAL });
  const [header, , signature] = compact.split(".");
  return `${header}..${signature}`;
}

/** Whether `signature` is one of `key`'s over exactly the bytes of `body`. */
export async function verifyMessage(signature: string, body: string, key: CompactVerifyGetKey): Promise<boolean> {
  const [header, payload, mac, ...rest] = signature.split(".");
  if (!header || payload !== "" || !mac || rest.length > 0) return false;
  const compact = `${header}.${Buffer.from(body).toString("base64url")}.${mac}`;
  try {
    await compactVerify(compact, key, { algorithms: ["PS256"], crit: CRITICAL });
    return true;
  } catch {
    return false;
  }
}
