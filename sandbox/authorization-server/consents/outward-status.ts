import type { ApiVersion, Consent, ConsentStatus } from "./consent.ts";
import { isLasting } from "./consent-kinds.ts";

/** A status as a version of the UK Read/Write API says it. Only v4.0 gives reasons. */
export interface OutwardStatus {
  readonly status: string;
  readonly reasons?: readonly StatusReason[];
}

export interface StatusReason {
  readonly StatusReasonCode: string;
  readonly StatusReasonDescription: string;
}

/** A consent that its TPP deleted does not exist for the TPP any more. */
type Shown = Exclude<ConsentStatus, "deleted">;

// In v3.1 a bank that ends access leaves the status as it is; `Revoked` is for consents made before v3.1.5.
const V3: Record<Shown, string> = {
  awaiting_upload: "AwaitingUpload",
  awaiting_authorisation: "AwaitingAuthorisation",
  authorised: "Authorised",
  // The standard knows no pause: the TPP keeps its consent, and its calls are refused meanwhile.
  suspended: "Authorised",
  rejected: "Rejected",
  consumed: "Consumed",
  revoked: "Authorised",
};

const V4: Record<Shown | "expired", OutwardStatus> = {
  awaiting_upload: because("AWUP", "U036", "The file has not been uploaded"),
  awaiting_authorisation: because("AWAU", "U036", "Authorisation not completed"),
  authorised: { status: "AUTH" },
  suspended: { status: "AUTH" },
  rejected: because("RJCT", "U037", "Authorisation failed"),
  consumed: because("COND", "U038", "Consent completed successfully"),
  revoked: because("CANC", "U042", "Access was ended at the bank"),
  expired: because("EXPD", "TKXP", "The consent has expired"),
};

/** The status of a consent that its TPP has not deleted, in the words of `version`. */
export function outwardStatus(consent: Consent & { readonly status: Shown }, version: ApiVersion): OutwardStatus {
  // Only for a card issuer's consent does v3.1 know that the bank ended it.
  if (isHeldBack(consent)) return HELD_BACK[version];
  const ended = consent.type === "funds_confirmation" && consent.status === "revoked";
  if (version === "v3.1") return { status: ended ? "Revoked" : V3[consent.status] };
  if (consent.supersededBy) return because("CANC", "U042", "Replaced by another consent");
  return V4[hasRunOut(consent) ? "expired" : consent.status];
}

/** The standard has a multiple authorisation of payment orders alone: account access that others have yet to sign waits on. */
const HELD_BACK: Record<ApiVersion, OutwardStatus> = {
  "v3.1": { status: V3.awaiting_authorisation },
  "v4.0": because("AWAU", "U040", "Others have yet to authorise"),
};

const isHeldBack = (consent: Consent) =>
  consent.status === "authorised" && consent.signaturesOutstanding === true && !hasRunOut(consent);

const RUNS_OUT: ReadonlySet<ConsentStatus> = new Set(["authorised", "suspended", "awaiting_authorisation"]);

const hasRunOut = ({ expired, status, type }: Consent) => expired && isLasting(type) && RUNS_OUT.has(status);

function because(status: string, StatusReasonCode: string, StatusReasonDescription: string): OutwardStatus {
  return { status, reasons: [{ StatusReasonCode, StatusReasonDescription }] };
}
