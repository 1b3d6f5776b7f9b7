import { CompactSign, compactVerify, importJWK, type JWK } from "jose";
import { z } from "zod";
import { badRequest } from "../gateway/refusal.ts";

/**
 * Detached signatures of message bodies, header `x-jws-signature` (UK Read/Write API, message signing; RFC 7515
 * appendix F). PS256 only.
 */
const IAT = "http://openbanking.org.uk/iat";
const ISS = "http://openbanking.org.uk/iss";
const TAN = "http://openbanking.org.uk/tan";
const TRUST_ANCHOR = "openbanking.org.uk";
const CRITICAL = { [IAT]: true, [ISS]: true, [TAN]: true };
const HEADER = "x-jws-signature";
/** How far a signer's clock may run ahead of ours. */
const LEEWAY_SECONDS = 10;

/** Whose signature is expected. */
export interface ExpectedSigner {
  readonly key: JWK;
  readonly organisationId: string;
}

const NAMES = ["alg", "kid", IAT, ISS, TAN, "crit"] as const;

/** @throws Refusal 400 with the Signature code that fits. */
export async function verifySignature(
  signature: string | undefined,
  body: Uint8Array,
  signer: ExpectedSigner,
  now: Date,
): Promise<void> {
  if (signature === undefined || signature === "") {
    throw badRequest("Signature.Missing", "The message must be signed.", HEADER);
  }
  const [, encoded, mac] = /^([\w-]+)\.\.([\w-]+)$/.exec(signature) ?? [];
  const header = encoded === undefined ? undefined : headerOf(encoded);
  if (!header || mac === undefined)
    throw badRequest("Signature.Malformed", "This is not a detached signature.", HEADER);
  const missing = NAMES.find((name) => !(name in header));
  if (missing !== undefined) throw badRequest("Signature.MissingClaim", `The header lacks ${missing}.`, HEADER);
  const wrong = expectedHeader(signer, now).safeParse(header).error?.issues[0];
  if (wrong) {
    const what = String(wrong.path[0] ?? "further parameters");
    throw badRequest("Signature.InvalidClaim", `Wrong in the header: ${what}.`, HEADER);
  }
  const compact = `${encoded}.${Buffer.from(body).toString("base64url")}.${mac}`;
  try {
    await compactVerify(compact, await importJWK(signer.key, "PS256"), { algorithms: ["PS256"], crit: CRITICAL });
  } catch {
    throw badRequest("Signature.Invalid", "The signature does not fit the message and the key.", HEADER);
  }
}

/** Signs the bank's own answers. The trust anchor is the sandbox's, whose root signed the bank's certificate. */
export async function createMessageSigner(
  key: JWK,
  issuer: string,
  now: () => Date,
): Promise<(body: string) => Promise<string>> {
  const privateKey = await importJWK(key, "PS256");
  return async (body) => {
    const compact = await new CompactSign(new TextEncoder().encode(body))
      .setProtectedHeader({
        alg: "PS256",
        ...(key.kid !== undefined && { kid: key.kid }),
        typ: "JOSE",
        cty: "application/json",
        [IAT]: Math.floor(now().getTime() / 1000),
        [ISS]: issuer,
        [TAN]: TRUST_ANCHOR,
        crit: [IAT, ISS, TAN],
      })
      .sign(privateKey, { crit: CRITICAL });
    const [header, , mac] = compact.split(".");
    return `${header}..${mac}`;
  };
}

const expectedHeader = ({ key, organisationId }: ExpectedSigner, now: Date) =>
  z.strictObject({
    alg: z.literal("PS256"),
    kid: z.literal(key.kid ?? ""),
    typ: z.literal("JOSE").optional(),
    cty: z.enum(["json", "application/json"]).optional(),
    [IAT]: z.number().max(now.getTime() / 1000 + LEEWAY_SECONDS),
    // `{organisation id}/{software statement id}`; the sandbox has no software statements to look the second part up.
    [ISS]: z.string().startsWith(`${organisationId}/`),
    [TAN]: z.literal(TRUST_ANCHOR),
    crit: z.array(z.enum([IAT, ISS, TAN])).refine((names) => new Set(names).size === 3 && names.length === 3),
  });

function headerOf(encoded: string): Record<string, unknown> | undefined {
  try {
    const header: unknown = JSON.parse(Buffer.from(encoded, "base64url").toString("utf8"));
    return typeof header === "object" && header !== null ? (header as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
