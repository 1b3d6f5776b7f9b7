import { createHash } from "node:crypto";
import { PASSKEY_SCRIPT, USE_PASSKEY_SCRIPT } from "./pages/passkey-script.ts";
import { STYLES } from "./pages/styles.ts";

const POLICY = "content-security-policy";
const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/**
 * On every page. Two of these were hard-won:
 * - `form-action` names every loopback origin, because browsers apply it to the redirects after a form as well
 *   (CSP 3, section 6.4.1), and the last form here leads back through the authorization server to the app or the TPP.
 * - `Referrer-Policy: no-referrer` would make browsers send `Origin: null` with our own forms (Fetch, "append a
 *   request Origin header"), and the origin check would refuse them.
 */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  [POLICY]: [
    "default-src 'none'",
    `style-src ${hashOf(STYLES)}`,
    "img-src data:",
    "form-action 'self' http://*.localhost:*",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "cache-control": "no-store",
  "referrer-policy": "same-origin",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
};

/** On the pages of passkeys, which nobody can make or use without script: those two and no other. */
export const PASSKEY_PAGE_HEADERS: Readonly<Record<string, string>> = {
  ...SECURITY_HEADERS,
  [POLICY]: `${SECURITY_HEADERS[POLICY]}; script-src ${hashOf(PASSKEY_SCRIPT)} ${hashOf(USE_PASSKEY_SCRIPT)}`,
};
