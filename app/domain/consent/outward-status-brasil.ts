import type { ActorType } from "../audit/actor";
import type { ConsentStatus } from "./lifecycle";
import type { OutwardFacts, OutwardNames } from "./outward-status";

/** Open Finance Brasil, consents to share data: every end is REJECTED, told apart by who and why. */
const BRASIL = {
  "awaiting-upload": "AWAITING_AUTHORISATION",
  pending: "AWAITING_AUTHORISATION",
  "partially-authorised": "AWAITING_AUTHORISATION",
  authorised: "AUTHORISED",
  suspended: "AUTHORISED",
  // Consents to pay have a word of their own.
  consumed: "CONSUMED",
  rejected: "REJECTED",
  revoked: "REJECTED",
  terminated: "REJECTED",
  expired: "REJECTED",
} as const satisfies OutwardNames;

const BRASIL_REJECTED_BY = {
  customer: "USER",
  tpp: "TPP",
  staff: "ASPSP",
  system: "ASPSP",
} as const satisfies Readonly<Record<ActorType, string>>;

const SECURITY: ReadonlySet<string> = new Set(["fraud", "not-me", "risk-blocked", "regulatory", "customer-deceased"]);

export function brasilStatus({ status, reason, by }: OutwardFacts): {
  readonly status: string;
  readonly rejectedBy?: string;
  readonly reason?: string;
} {
  if (BRASIL[status] !== "REJECTED") return { status: BRASIL[status] };
  return { status: "REJECTED", rejectedBy: BRASIL_REJECTED_BY[by], reason: brasilReason(status, reason, by) };
}

function brasilReason(status: ConsentStatus, reason: string, by: ActorType): string {
  if (status === "expired") return "CONSENT_MAX_DATE_REACHED";
  if (reason === "timed-out") return "CONSENT_EXPIRED";
  // Whoever says "that was not me" stopped it by hand all the same.
  if (by === "customer") return status === "rejected" ? "CUSTOMER_MANUALLY_REJECTED" : "CUSTOMER_MANUALLY_REVOKED";
  if (SECURITY.has(reason)) return "INTERNAL_SECURITY_REASON";
  return "CONSENT_TECHNICAL_ISSUE";
}
