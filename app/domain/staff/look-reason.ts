/** Why somebody of the staff looks at one customer's consent: each is a purpose that the bank can answer for. */
export const LOOK_REASONS = {
  "customer-asked": "The customer asked us",
  "case-in-hand": "I work on a case or a complaint about it",
  "fraud-check": "It may be fraud",
  "tpp-question": "The TPP asked us",
  "authority-request": "A court, the police or a regulator asked us",
  "quality-check": "Checking that our own work was right",
} as const satisfies Record<string, string>;

export type LookReason = keyof typeof LOOK_REASONS;

export const isLookReason = (code: string): code is LookReason => Object.hasOwn(LOOK_REASONS, code);
