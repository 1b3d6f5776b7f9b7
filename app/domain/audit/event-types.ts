import type { AuditEvent } from "./audit-event";

export type AuditEventType = AuditEvent["type"];

/** What each kind of event is called where staff look for it. */
const CALLED = {
  "request-opened": "Request opened",
  "decision-intended": "Decision made",
  "decision-settled": "Decision settled",
  "decision-not-accepted": "Decision not accepted",
  "consent-moved": "Consent moved",
  "change-intended": "Change asked for",
  "change-settled": "Change settled",
  "change-not-accepted": "Change not accepted",
  "moment-shown": "Warning shown",
  "other-log-in-asked": "Other log-in asked for",
  "factor-asked": "Factor asked for",
  "factor-code-sent": "Code sent",
  "factor-failed": "Factor failed",
  "factor-met": "Factor met",
  "signature-given": "Signature given",
  "second-device-offered": "Second device offered",
  "second-device-joined": "Second device joined",
  "second-device-refused": "Second device refused",
  "second-device-matched": "Second device matched",
  "second-device-ended": "Second device ended",
  "case-opened": "Case opened",
  "tpp-subscribed": "TPP subscribed",
  "tpp-unsubscribed": "TPP unsubscribed",
  "staff-logged-in": "Staff logged in",
  "staff-refused": "Staff refused",
  "approval-asked": "Approval asked",
  "approval-decided": "Approval decided",
  "approval-withdrawn": "Approval withdrawn",
  "approval-run-out": "Approval run out",
  "approval-glass-broken": "Approval glass broken",
  "approval-reviewed": "Approval reviewed",
  "approval-ended": "Approval ended",
  "approval-delegated": "Approval delegated",
  "approval-delegation-ended": "Approval delegation ended",
  "approval-policy-changed": "Approval policy changed",
  "revocation-prepared": "Bulk revocation prepared",
  "revocation-frozen": "Bulk revocation listed",
  "revocation-started": "Bulk revocation started",
  "revocation-not-run": "Bulk revocation not run",
  "revocation-stopped": "Bulk revocation stopped",
  "revocation-ended": "Bulk revocation ended",
  "consent-looked": "Consent looked at",
  "consents-searched": "Consents searched",
  "consents-exported": "Consents exported",
  "check-asked": "Check asked for",
  "check-ended": "Check ended",
  "evidence-searched": "Evidence searched",
  "evidence-opened": "Evidence opened",
  "evidence-exported": "Evidence exported",
  "job-asked": "Job asked for",
  "deliveries-replayed": "Deliveries sent again",
  "drift-repaired": "Difference settled",
  "tpp-suspended": "TPP suspended",
  "tpp-suspension-lifted": "TPP suspension lifted",
  "tpp-override-changed": "Bank's own word on a TPP changed",
  "tpp-register-changed": "Register's word on a TPP changed",
  "customer-erased": "Customer erased",
  "customer-dispute-settled": "Disputed customer settled",
} as const satisfies Record<AuditEventType, string>;

export const AUDIT_EVENT_TYPES = Object.keys(CALLED) as readonly AuditEventType[];

export const isAuditEventType = (text: string): text is AuditEventType => Object.hasOwn(CALLED, text);

/** A type that was written by another version of the app is called as it is written. */
export const calledEvent = (type: string): string => (isAuditEventType(type) ? CALLED[type] : type);
