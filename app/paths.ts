import type { VisitId } from "./domain/shared/ids";

/** Every address of ours that is built in code. */
export const paths = {
  consent: (visit: VisitId) => `/consent/${visit}`,
  consentOutcome: (visit: VisitId) => `/consent/${visit}/outcome`,
  receipt: (visit: VisitId) => `/consent/${visit}/receipt`,
  receiptPdf: (visit: VisitId) => `/consent/${visit}/receipt.pdf`,
  receiptJson: (visit: VisitId) => `/consent/${visit}/receipt.json`,
  receiptCheck: "/receipts/check",
  language: "/language",
} as const;
