/**
 * Base64url in the one way that its bytes have: the last letter may carry bits that decoders leave out (RFC 4648, section
 * 3.5), so that a changed letter would go unnoticed there.
 */
const PART = "(?=[\\w-])(?:[\\w-]{4})*(?:[\\w-][AQgw]|[\\w-]{2}[AEIMQUYcgkosw048])?";

/** Header, payload and signature (RFC 7515, section 3.1). */
const COMPACT_JWS = new RegExp(`^${PART}\\.${PART}\\.${PART}$`);

/** Whether a text looks like a compact JWS, and is the only one of its bytes: decoders also pass over white space. */
export const isCompactJws = (text: string): boolean => COMPACT_JWS.test(text);
