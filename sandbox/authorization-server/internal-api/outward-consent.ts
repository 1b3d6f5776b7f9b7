import type { Consent, ConsentStatus } from "../consents/consent.ts";
import { outwardIntent } from "./outward-intent.ts";

/**
 * This API speaks the v3.1 names, whatever version the TPP used, and one of our own for a pause. A consent that the TPP
 * deleted is revoked too.
 */
export const STATUS_NAMES: Readonly<Record<ConsentStatus, string>> = {
  awaiting_upload: "AwaitingUpload",
  awaiting_authorisation: "AwaitingAuthorisation",
  authorised: "Authorised",
  suspended: "Suspended",
  rejected: "Rejected",
  consumed: "Consumed",
  revoked: "Revoked",
  deleted: "Revoked",
};

export const TENANT = "default";
export const WORKSPACE = "openbanking";

/** What every representation of a consent begins with. */
export function outwardConsent(consent: Consent) {
  return {
    consent_id: consent.id,
    type: consent.type,
    status: STATUS_NAMES[consent.status],
    created_at: consent.createdAt.toISOString(),
    client_id: consent.clientId,
    tenant_id: TENANT,
    server_id: WORKSPACE,
    account_ids: consent.accountIds,
    // Additions of ours, which clients of this API pass over.
    subject: consent.subject,
    revision: consent.revision,
    change_reason: consent.changeReason,
    superseded_by: consent.supersededBy,
    updated_at: consent.statusUpdatedAt.toISOString(),
    expires_at: consent.expiresAt?.toISOString(),
    ...intentProperty(consent),
  };
}

/** The intent under the name that its kind has. */
export const intentProperty = (consent: Consent) => ({
  [`${consent.type}_consent`]: { ...outwardIntent(consent), ...standing(consent) },
});

const standing = (consent: Consent) => ({
  ConsentId: consent.id,
  CreationDateTime: consent.createdAt.toISOString(),
  // The intent is the standard's own, which knows no pause.
  Status: STATUS_NAMES[consent.status === "suspended" ? "authorised" : consent.status],
  StatusUpdateDateTime: consent.statusUpdatedAt.toISOString(),
});
