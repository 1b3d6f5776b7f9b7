/** Why a TPP could not use a token (RFC 8935 section 2.4, RFC 8936 section 2.6). */
export const TOKEN_FAULTS = [
  "invalid_request",
  "invalid_key",
  "invalid_issuer",
  "invalid_audience",
  "authentication_failed",
  "access_denied",
] as const;

export type TokenFault = (typeof TOKEN_FAULTS)[number];
