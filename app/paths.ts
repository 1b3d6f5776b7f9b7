import type { VisitId } from "./domain/shared/ids";

/** Every address of ours that is built in code. */
export const paths = {
  consent: (visit: VisitId) => `/consent/${visit}`,
  consentConfirm: (visit: VisitId) => `/consent/${visit}/confirm`,
  consentFile: (visit: VisitId) => `/consent/${visit}/file`,
  consentOutcome: (visit: VisitId) => `/consent/${visit}/outcome`,
  consentPhone: (visit: VisitId) => `/consent/${visit}/phone`,
  receipt: (visit: VisitId) => `/consent/${visit}/receipt`,
  receiptPdf: (visit: VisitId) => `/consent/${visit}/receipt.pdf`,
  receiptJson: (visit: VisitId) => `/consent/${visit}/receipt.json`,
  receiptCheck: "/receipts/check",
  secondDevice: "/second-device",
  /** Where whoever has brought the code says the number. */
  secondDeviceNumber: (visit: VisitId) => `/second-device?${new URLSearchParams({ visit })}`,
  language: "/language",
  dashboard: "/dashboard",
  /** Whose signature is waited for, by its own name. */
  signature: (id: string) => `/dashboard/signatures/${id}`,
  sessions: "/dashboard/sessions",
  /** @param to the page of the dashboard that comes after it. */
  logIn: (to: string) => `/dashboard/log-in?${new URLSearchParams({ to })}`,
  logInReturn: "/dashboard/log-in/callback",
  logOut: "/dashboard/log-out",
} as const;
