import type { z } from "zod";
import { createSeal } from "./seal.server";

/**
 * A small value that the browser carries and cannot read or change. `__Host-` ties it to this host, without a Domain
 * (RFC 6265bis, section 4.1.3.2); Lax, because the authorization server sends the customer here by a cross-site GET.
 */
export interface SealedCookie<T> {
  /**
   * The `Set-Cookie` value that stores `payload`.
   *
   * @throws RangeError when it would exceed the limit.
   */
  seal(payload: T): Promise<string>;
  /** What the request's cookie holds; `undefined` when absent, expired, changed, foreign or of another shape. */
  open(request: Request): Promise<T | undefined>;
  /** The `Set-Cookie` value that removes it. */
  clear(): string;
}

/** What is sealed. The browser's own Max-Age binds only the browser, hence the end in here. */
interface Envelope {
  readonly payload: unknown;
  /** As `Date.now()`. */
  readonly goodUntil: number;
}

/**
 * @param name also the purpose of what is sealed, so that one cookie's value is refused under another's name.
 * @param maxBytes of name and value together. Browsers drop cookies beyond 4096 bytes, attributes included (RFC 6265,
 *   section 6.1), and every request carries all of ours.
 * @param keys raw 32-byte keys, newest first; SESSION_KEYS unless told otherwise.
 */
export function sealedCookie<T>(options: {
  readonly name: `__Host-${string}`;
  readonly schema: z.ZodType<T>;
  readonly maxAgeSeconds: number;
  readonly maxBytes?: number;
  readonly keys?: () => readonly Uint8Array[];
}): SealedCookie<T> {
  const { name, schema, maxAgeSeconds, maxBytes = 1_024, keys } = options;
  const { seal, tryOpen } = createSeal(name, keys);
  return {
    async seal(payload) {
      const envelope: Envelope = { payload, goodUntil: Date.now() + maxAgeSeconds * 1_000 };
      const value = await seal(JSON.stringify(envelope));
      if (name.length + value.length > maxBytes) throw new RangeError(`cookie ${name} would exceed ${maxBytes} bytes`);
      return setCookie(value, maxAgeSeconds);
    },
    async open(request) {
      const value = cookieNamed(request.headers.get("cookie"), name);
      const text = value === undefined ? undefined : await tryOpen(value);
      if (text === undefined) return undefined;
      const { payload, goodUntil } = JSON.parse(text) as Envelope;
      return goodUntil > Date.now() ? schema.safeParse(payload).data : undefined;
    },
    clear: () => setCookie("", 0),
  };

  function setCookie(value: string, maxAge: number): string {
    return `${name}=${value}; Max-Age=${maxAge}; Path=/; Secure; HttpOnly; SameSite=Lax`;
  }
}

/** The value as it came; of two, the one that a browser sends first. */
export function cookieNamed(header: string | null, name: string): string | undefined {
  return header
    ?.split(";")
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);
}
