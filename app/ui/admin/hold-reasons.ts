/** Why the bank holds a consent back (T9), as staff choose it. */
export const HOLD_REASONS = {
  "fraud-suspected": "We suspect fraud",
  "scheme-hold": "The scheme's rules ask for it",
} as const satisfies Record<string, string>;

export type HoldReason = keyof typeof HOLD_REASONS;

export const isHoldReason = (code: unknown): code is HoldReason =>
  typeof code === "string" && Object.hasOwn(HOLD_REASONS, code);
