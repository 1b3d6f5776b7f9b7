import { randomBytes } from "node:crypto";
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";

/** `__Host-` keeps it to this origin; browsers accept `Secure` on plain-http loopback names. */
const COOKIE = "tpp-session";
const SECONDS = 24 * 60 * 60;

/** The browser's session, if it has one. The value is a secret: its hash is what is stored. */
export function sessionOf(context: Context): string | undefined {
  const value = getCookie(context, COOKIE, "host");
  return value && /^[\w-]{43}$/.test(value) ? value : undefined;
}

/** The browser's session, a new one where it has none. */
export function ensureSession(context: Context): string {
  const session = sessionOf(context) ?? randomBytes(32).toString("base64url");
  // Lax, not Strict: the answer arrives by a redirect from the bank's site.
  setCookie(context, COOKIE, session, {
    prefix: "host",
    httpOnly: true,
    secure: true,
    sameSite: "Lax",
    path: "/",
    maxAge: SECONDS,
  });
  return session;
}
