import type { Consent, ConsentStatus } from "../consents/consent.ts";

/**
 * This API speaks the v3.1 names, whatever version the TPP used, and one of our own for a pause. A consent that the TPP
 * deleted is revoked too.
 */
export const STATUS_NAMES: Readonly<Record<ConsentStatus, string>> = {
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
  const intent =
    consent.type === "account_access"
      ? { account_access_consent: accountAccess(consent) }
      : { domestic_payment_consent: domesticPayment(consent) };
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
    updated_at: consent.statusUpdatedAt.toISOString(),
    expires_at: consent.expiresAt?.toISOString(),
    ...intent,
  };
}

function accountAccess(consent: Consent) {
  return { ...consent.request.Data, ...standing(consent) };
}

/** Data and Risk in one object, and present whatever strict clients read without asking whether it is there. */
function domesticPayment(consent: Consent) {
  const { Initiation, Authorisation, ...data } = consent.request.Data as Record<string, Record<string, unknown>>;
  const debtor = { SchemeName: "", Identification: consent.accountIds[0] ?? "" };
  return {
    ...consent.request.Risk,
    ...data,
    ...standing(consent),
    Authorisation: Authorisation ?? { AuthorisationType: "Any" },
    Initiation: {
      ...Initiation,
      DebtorAccount: Initiation?.["DebtorAccount"] ?? debtor,
      RemittanceInformation: remittance(Initiation?.["RemittanceInformation"] as Remittance | undefined),
    },
  };
}

const standing = (consent: Consent) => ({
  ConsentId: consent.id,
  CreationDateTime: consent.createdAt.toISOString(),
  // The intent is the standard's own, which knows no pause.
  Status: STATUS_NAMES[consent.status === "suspended" ? "authorised" : consent.status],
  StatusUpdateDateTime: consent.statusUpdatedAt.toISOString(),
});

interface Remittance {
  readonly Reference?: string;
  readonly Unstructured?: string | readonly string[];
  readonly Structured?: readonly { readonly CreditorReferenceInformation?: { readonly Reference?: string } }[];
}

/** In the v3.1 form, one reference and one text, which is the only one this API knows. Nothing of the text is cut. */
function remittance(sent: Remittance | undefined): { Reference?: string; Unstructured?: string } {
  const references = sent?.Structured?.map((item) => item.CreditorReferenceInformation?.Reference) ?? [];
  const reference = sent?.Reference ?? references.filter(Boolean).join(" ");
  const text = [sent?.Unstructured ?? []].flat().join(" ");
  return { ...(reference && { Reference: reference }), ...(text && { Unstructured: text }) };
}
