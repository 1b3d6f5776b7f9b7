/** What was on the screen when the customer answered. */
export interface Evidence {
  /** BCP 47. */
  readonly locale: string;
  /** Digest of the words that the page was made of. */
  readonly catalogueVersion: string;
  /** SHA-256 of the request as the authorization server described it (canonical text), base64url. */
  readonly payloadHash: string;
  /** SHA-256 of what was shown (canonical text), base64url. */
  readonly shownHash: string;
  /** What it takes to show it again: about a person, so it is kept under that person's key. Anything JSON can hold. */
  readonly shown: unknown;
}
