import {
  CompactSign,
  compactVerify,
  decodeProtectedHeader,
  importJWK,
  type JWK,
  type ProtectedHeaderParameters,
} from "jose";
import { type ProblemName, Refusal } from "./problem.ts";

/**
 * The detached signature of a message body in the header `x-jws-signature` (UK Read/Write API, message signing): the
 * payload is left out of the compact form (RFC 7515 appendix F) and is base64url-encoded as usual (no `b64`).
 */
const IAT = "http://openbanking.org.uk/iat";
const ISS = "http://openbanking.org.uk/iss";
const TAN = "http://openbanking.org.uk/tan";
const CRITICAL = [IAT, ISS, TAN];
const UNDERSTOOD = Object.fromEntries(CRITICAL.map((name) => [name, true]));
const ALLOWED = new Set(["alg", "kid", "typ", "cty", "crit", ...CRITICAL]);
const TRUST_ANCHOR = "openbanking.org.uk";
/** How far a signer's clock may run ahead, in seconds. */
const CLOCK_SKEW = 10;

export interface Signer {
  readonly key: JWK;
  /** `{organisation id}/{software id}` of a TPP; the certificate subject of a bank that has no organisation id. */
  readonly issuer: string;
}

/** @returns `<header>..<signature>` over exactly these bytes. */
export async function signMessage(body: Uint8Array, { key, issuer }: Signer): Promise<string> {
  const signed = await new CompactSign(body)
    .setProtectedHeader({
      alg: "PS256",
      kid: key.kid as string,
      typ: "JOSE",
      cty: "application/json",
      [IAT]: Math.floor(Date.now() / 1000),
      [ISS]: issuer,
      [TAN]: TRUST_ANCHOR,
      crit: CRITICAL,
    })
    .sign(await importJWK(key, "PS256"), { crit: UNDERSTOOD });
  const [header, , signature] = signed.split(".");
  return `${header}..${signature}`;
}

/** @throws Refusal naming which of the standard's rules the signature breaks. */
export async function verifyMessage(signature: string | undefined, body: Uint8Array, signer: Signer): Promise<void> {
  if (!signature) throw refused("Signature.Missing", "A detached JWS of the body is required");
  const header = headerOf(signature);
  for (const name of ["alg", "kid", "crit", ...CRITICAL]) {
    if (header[name] === undefined) throw refused("Signature.MissingClaim", `The header parameter ${name} is required`);
  }
  const wrong = wrongParameter(header, signer);
  if (wrong) throw refused("Signature.InvalidClaim", `The header parameter ${wrong} is not acceptable`);
  const compact = signature.replace("..", `.${Buffer.from(body).toString("base64url")}.`);
  try {
    await compactVerify(compact, await importJWK(signer.key, "PS256"), { algorithms: ["PS256"], crit: UNDERSTOOD });
  } catch {
    throw refused("Signature.Invalid", "The signature is not one of this body by this signer's key");
  }
}

function headerOf(signature: string): ProtectedHeaderParameters & Record<string, unknown> {
  if (/^[\w-]+\.\.[\w-]+$/.test(signature)) {
    try {
      return decodeProtectedHeader(signature) as ProtectedHeaderParameters & Record<string, unknown>;
    } catch {
      // Not base64url of a JSON object: malformed like the rest.
    }
  }
  throw refused("Signature.Malformed", "Expected <base64url JOSE header>..<base64url signature>");
}

function wrongParameter(header: Record<string, unknown>, signer: Signer): string | undefined {
  const unknown = Object.keys(header).find((name) => !ALLOWED.has(name));
  if (unknown) return unknown.slice(0, 100);
  const iat = header[IAT];
  const critical = Array.isArray(header.crit) ? [...header.crit].sort() : [];
  const wrong: Readonly<Record<string, boolean>> = {
    alg: header.alg !== "PS256",
    kid: header.kid !== signer.key.kid,
    typ: header.typ !== undefined && header.typ !== "JOSE",
    cty: header.cty !== undefined && !["json", "application/json"].includes(header.cty as string),
    crit: critical.join(" ") !== CRITICAL.join(" "),
    [IAT]: typeof iat !== "number" || iat > Date.now() / 1000 + CLOCK_SKEW,
    [ISS]: header[ISS] !== signer.issuer,
    [TAN]: header[TAN] !== TRUST_ANCHOR,
  };
  return Object.keys(wrong).find((name) => wrong[name]);
}

function refused(name: ProblemName, message: string): Refusal {
  return new Refusal(400, { name, message, path: "x-jws-signature" });
}
