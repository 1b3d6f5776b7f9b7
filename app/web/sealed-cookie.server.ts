import { EncryptJWT, errors, jwtDecrypt } from "jose";
import type { z } from "zod";
import { env } from "~/env.server";

/**
 * A small value that the browser carries and cannot read or change. `__Host-` ties it to this host, without a Domain
 * (RFC 6265bis, section 4.1.3.2); Lax, because the authorization server sends the customer here by a cross-site GET.
 */
export interface SealedCookie<T> {
  /** The `Set-Cookie` value that stores `payload`. */
  seal(payload: T): Promise<string>;
  /** What the request's cookie holds; `undefined` when absent, expired, changed, foreign or of another shape. */
  open(request: Request): Promise<T | undefined>;
  /** The `Set-Cookie` value that removes it. */
  clear(): string;
}

/** Browsers may drop cookies beyond 4096 bytes (RFC 6265, section 6.1); ours stay far below. */
const MAX_BYTES = 1_024;

/**
 * @param name also the audience of what is sealed, so that one cookie's value is refused under another's name.
 * @param keys raw 32-byte keys, newest first; SESSION_KEYS unless told otherwise.
 */
export function sealedCookie<T>(options: {
  readonly name: `__Host-${string}`;
  readonly schema: z.ZodType<T>;
  readonly maxAgeSeconds: number;
  readonly keys?: () => readonly Uint8Array[];
}): SealedCookie<T> {
  const { name, schema, maxAgeSeconds, keys = sessionKeys } = options;
  return {
    async seal(payload) {
      const [newest] = keys();
      if (!newest) throw new Error("there is no session key to seal with");
      const value = await new EncryptJWT({ v: payload })
        .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
        .setAudience(name)
        .setExpirationTime(Math.floor(Date.now() / 1_000) + maxAgeSeconds)
        .encrypt(newest);
      if (name.length + value.length > MAX_BYTES)
        throw new RangeError(`cookie ${name} would exceed ${MAX_BYTES} bytes`);
      return setCookie(value, maxAgeSeconds);
    },
    async open(request) {
      const value = cookieNamed(request.headers.get("cookie"), name);
      if (value === undefined) return undefined;
      for (const key of keys()) {
        const sealed = await decrypt(value, key, name);
        if (sealed !== undefined) return schema.safeParse(sealed["v"]).data;
      }
      return undefined;
    },
    clear: () => setCookie("", 0),
  };

  function setCookie(value: string, maxAge: number): string {
    return `${name}=${value}; Max-Age=${maxAge}; Path=/; Secure; HttpOnly; SameSite=Lax`;
  }
}

async function decrypt(
  value: string,
  key: Uint8Array,
  audience: string,
): Promise<{ readonly [claim: string]: unknown } | undefined> {
  try {
    const { payload } = await jwtDecrypt(value, key, {
      audience,
      requiredClaims: ["exp"],
      keyManagementAlgorithms: ["dir"],
      contentEncryptionAlgorithms: ["A256GCM"],
    });
    return payload;
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}

function cookieNamed(header: string | null, name: string): string | undefined {
  return header
    ?.split(";")
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);
}

function sessionKeys(): readonly Uint8Array[] {
  return env().SESSION_KEYS.map((key) => key.bytes);
}
