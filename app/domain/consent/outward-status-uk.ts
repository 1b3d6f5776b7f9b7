import type { ConsentKind } from "../consent-kinds/index";
import { AS_FOUND, type ConsentStatus, type MoveReason } from "./lifecycle";
import type { OutwardFacts, OutwardNames } from "./outward-status";

/** UK Read/Write API v3.1.11: access that ends at the bank leaves the status as it is, but of funds confirmations. */
const UK_V3 = {
  "awaiting-upload": "AwaitingUpload",
  pending: "AwaitingAuthorisation",
  "partially-authorised": "AwaitingAuthorisation",
  authorised: "Authorised",
  suspended: "Authorised",
  consumed: "Consumed",
  rejected: "Rejected",
  revoked: "Authorised",
  terminated: "Authorised",
  expired: "Authorised",
} as const satisfies OutwardNames;

export const ukV3Status = ({ status }: OutwardFacts, kind: ConsentKind): string =>
  kind === "funds-confirmation" && (status === "revoked" || status === "terminated") ? "Revoked" : UK_V3[status];

/** UK Read/Write API v4.0. */
const UK_V4 = {
  "awaiting-upload": "AWUP",
  pending: "AWAU",
  "partially-authorised": "AWAU",
  authorised: "AUTH",
  suspended: "AUTH",
  consumed: "COND",
  rejected: "RJCT",
  revoked: "CANC",
  terminated: "CANC",
  expired: "EXPD",
} as const satisfies OutwardNames;

/** `StatusReasonCode`: what the status alone does not say. Codes of the standard's external set, and of ISO 20022. */
const UK_V4_REASON = {
  imported: "U036",
  "file-uploaded": "U036",
  "customer-approved": undefined,
  "signer-approved": "U040",
  "signers-complete": undefined,
  "customer-declined": "CUST",
  "wrong-app": "CUST",
  "not-me": "CUST",
  "changed-mind": "CUST",
  "asks-too-much": "CUST",
  "wrong-account": "CUST",
  "not-recognised": "CUST",
  "other-reason": "CUST",
  "signer-declined": "CUST",
  "timed-out": "U037",
  "sca-failed": "U037",
  "risk-blocked": "U037",
  "no-eligible-account": "U037",
  "tpp-not-authorised": "U037",
  technical: "U037",
  reauthorised: undefined,
  amended: undefined,
  "account-added": undefined,
  "account-removed": undefined,
  "customer-pause": undefined,
  "fraud-suspected": undefined,
  "tpp-suspended": undefined,
  "scheme-hold": undefined,
  resumed: undefined,
  "pause-over": undefined,
  "customer-stopped": "CUST",
  "app-not-used": "CUST",
  "lost-trust": "CUST",
  superseded: "CUST",
  "tpp-deleted": "U042",
  "client-instruction-via-agent": "CUST",
  "tpp-request": "U042",
  regulatory: "RR04",
  // A TPP is not told what the bank suspects: an access that ended, and a token that is no good any more.
  fraud: "TKSP",
  "tpp-deauthorised": "U042",
  "customer-deceased": "U042",
  "account-all-closed": "AC04",
  "end-date": "TKXP",
  inactivity: "TKXP",
  "annual-limit": "TKXP",
  used: "U038",
  "account-closed": "AC04",
  "cass-switch": "AC04",
  "account-barred": "AC06",
  "mandate-ended": "U042",
  "coholder-removed": "U042",
  "reauthorised-after-stop": undefined,
} as const satisfies Readonly<Record<MoveReason, string | undefined>>;

/** Where only the state was found, and no reason. */
const UK_V4_FOUND = {
  "awaiting-upload": undefined,
  pending: "U036",
  "partially-authorised": "U040",
  authorised: undefined,
  suspended: undefined,
  consumed: "U038",
  rejected: "U037",
  revoked: "U042",
  terminated: "U042",
  expired: "TKXP",
} as const satisfies Readonly<Record<ConsentStatus, string | undefined>>;

/** The reason belongs to a status that is not plainly in force: one account that left is told by an event of its own. */
export function ukV4Status({ status, reason }: OutwardFacts): { readonly status: string; readonly reason?: string } {
  const inForce = status === "authorised" || status === "suspended" || status === "awaiting-upload";
  const code = inForce ? undefined : reason === AS_FOUND ? UK_V4_FOUND[status] : UK_V4_REASON[reason];
  return { status: UK_V4[status], ...(code && { reason: code }) };
}
