import { compactVerify, createRemoteJWKSet, errors } from "jose";
import { z } from "zod";

/** What arrives, as far as it is looked at. */
const EVENT = z.looseObject({
  id: z.uuid(),
  type: z.string(),
  occurredAt: z.string(),
  consentId: z.string().min(1),
  version: z.number().int().positive(),
});

export type ConsentEvent = z.infer<typeof EVENT>;

/**
 * Reads events that the consent app signed (compact JWS, PS256).
 *
 * @param keys where it publishes its keys.
 * @returns undefined for whatever it did not sign, or that is no event.
 */
export function createEventReader(keys: URL): (body: string) => Promise<ConsentEvent | undefined> {
  const published = createRemoteJWKSet(keys, { timeoutDuration: 3_000 });
  return async (body) => {
    const verified = await compactVerify(body, published, { algorithms: ["PS256"] }).catch(notSigned);
    if (verified?.protectedHeader.typ !== "consent-event+jws") return undefined;
    const read = EVENT.safeParse(parsed(Buffer.from(verified.payload).toString("utf8")));
    return read.success ? read.data : undefined;
  };
}

/** A signature that does not hold, told from keys that cannot be had: what could not be checked has to come again. */
function notSigned(error: unknown): undefined {
  if (error instanceof errors.JWSInvalid || error instanceof errors.JWSSignatureVerificationFailed) return undefined;
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JOSEAlgNotAllowed) return undefined;
  throw error;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
