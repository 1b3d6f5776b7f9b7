/**
 * The headers of every answer, whichever surface or error it comes from. Set in one place, so that no page can forget
 * them and none can weaken them.
 */
export interface AnswerFacts {
  /** The customer reaches us over https, so that the browser may be told to never try http again. */
  readonly https: boolean;
  /** Present when the page carries script: only scripts with this nonce, and what they load, may run. */
  readonly scriptNonce?: string | undefined;
}

const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  // Chromium holds the whole redirect chain of a form post to this: answers leave for other sites by a page, not by 303.
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

const PERMISSIONS =
  "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), publickey-credentials-get=(self), usb=()";

const TWO_YEARS = 63_072_000;

export function setSecurityHeaders(headers: Headers, { https, scriptNonce }: AnswerFacts): void {
  const scripts = scriptNonce === undefined ? "" : `; script-src 'nonce-${scriptNonce}' 'strict-dynamic'`;
  headers.set("Content-Security-Policy", POLICY + scripts);
  headers.set("X-Content-Type-Options", "nosniff");
  headers.set("X-Frame-Options", "DENY");
  // Not `no-referrer`: browsers then send `Origin: null` with our own forms, and the origin check would rest on
  // Sec-Fetch-Site alone, which older Safari does not send. Other sites get no referrer either way.
  headers.set("Referrer-Policy", "same-origin");
  headers.set("Cross-Origin-Opener-Policy", "same-origin");
  headers.set("Cross-Origin-Resource-Policy", "same-origin");
  headers.set("Permissions-Policy", PERMISSIONS);
  if (https) headers.set("Strict-Transport-Security", `max-age=${TWO_YEARS}; includeSubDomains`);
  if (!isPublic(headers)) headers.set("Cache-Control", "no-store");
}

/** Static files and the route manifest say so themselves; everything else may hold somebody's data. */
function isPublic(headers: Headers): boolean {
  return headers.get("Cache-Control")?.startsWith("public,") === true && !headers.has("Set-Cookie");
}
