/**
 * Every state that a consent can be in (T1–T17). The last five never leave, except that a scheme may let a customer
 * authorise again what was revoked (T17).
 */
export const CONSENT_STATUSES = [
  "awaiting-upload",
  "pending",
  "partially-authorised",
  "authorised",
  "suspended",
  "consumed",
  "rejected",
  "revoked",
  "terminated",
  "expired",
] as const;
export type ConsentStatus = (typeof CONSENT_STATUSES)[number];
