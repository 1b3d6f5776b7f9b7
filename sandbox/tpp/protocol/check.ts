/** One thing that was looked at before an answer was believed. */
export interface Check {
  /** As the page says it: `nonce is the one we sent`. */
  readonly name: string;
  readonly passed: boolean;
  /** The clause that asks for it. */
  readonly clause: string;
}
