import { z } from "zod";
import { CONSENT_STATUSES, type ConsentStatus, moveReasonOf } from "~/domain/consent/lifecycle";
import { asClientId, asConsentId, asCustomerId } from "~/domain/shared/ids";
import { plainText } from "~/domain/shared/plain-text";
import type { ConsentRecord } from "~/ports/authorization-server";
import { instant } from "./acp-intents/parts";
import { kindOfType, identifier as name } from "./acp-wire";

/** Its `integer` ends here. */
export const revision = z.number().int().min(1).max(2_147_483_647);

/**
 * A consent as this API lists it and tells of its changes. A server that adds nothing of ours leaves out `subject`,
 * `revision`, `updated_at`, `expires_at`, `change_reason` and `superseded_by`.
 */
const consentFields = {
  consent_id: name,
  client_id: name,
  type: z.string(),
  status: z.string(),
  created_at: instant,
  account_ids: z.array(name).nullish(),
  subject: name.nullish(),
  revision: revision.nullish(),
  updated_at: instant.nullish(),
  expires_at: instant.nullish(),
  // In whatever form: it explains a change, and one that cannot be read explains none.
  change_reason: z.string().nullish().catch(undefined),
  superseded_by: name.nullish().catch(undefined),
};

export const listedConsent = z.object({
  ...consentFields,
  Client: z.object({ name: z.string().nullish() }).nullish(),
  account_access_consent: z
    .object({ Permissions: z.array(name).nullish(), ExpirationDateTime: instant.nullish() })
    .nullish(),
});

export const changedConsent = z.object({
  ...consentFields,
  client_name: z.string().nullish(),
  permissions: z.array(name).nullish(),
});

/** The standard's status names, v3.1.11 and v4.0, and one of our own. What has no name there is never found by it. */
export const STATUS_WORDS: Readonly<Record<ConsentStatus, readonly string[]>> = {
  "awaiting-upload": ["AwaitingUpload"],
  pending: ["AwaitingAuthorisation", "AWAU"],
  "partially-authorised": [],
  authorised: ["Authorised", "AUTH"],
  suspended: ["Suspended"],
  consumed: ["Consumed", "COND"],
  rejected: ["Rejected", "RJCT"],
  revoked: ["Revoked", "CANC"],
  terminated: [],
  expired: ["EXPD"],
};

/** The end is also in the intent itself, where the standard has it, and nowhere else at a server that adds nothing of ours. */
export const recordOfListed = ({
  account_access_consent: intent,
  ...item
}: z.output<typeof listedConsent>): ConsentRecord | undefined =>
  recordFrom(
    { ...item, expires_at: item.expires_at ?? intent?.ExpirationDateTime },
    item.Client?.name,
    intent?.Permissions,
  );

export const recordOfChanged = (item: z.output<typeof changedConsent>): ConsentRecord | undefined =>
  recordFrom(item, item.client_name, item.permissions);

/** Undefined for a kind or a status that we do not know. */
function recordFrom(
  item: z.output<z.ZodObject<typeof consentFields>>,
  clientName: string | null | undefined,
  permissions: readonly string[] | null | undefined,
): ConsentRecord | undefined {
  const kind = kindOfType(item.type);
  const status = CONSENT_STATUSES.find((name) => STATUS_WORDS[name].includes(item.status));
  if (!kind || !status) return undefined;
  const reason = moveReasonOf(item.change_reason ?? "");
  return {
    id: asConsentId(item.consent_id),
    clientId: asClientId(item.client_id),
    clientName: plainText(clientName ?? undefined),
    kind,
    status,
    createdAt: item.created_at,
    accountIds: item.account_ids ?? [],
    ...(item.revision && { revision: item.revision }),
    ...(item.updated_at && { updatedAt: item.updated_at }),
    ...(item.expires_at && { expiresAt: item.expires_at }),
    ...(reason && { reason }),
    ...(item.superseded_by && { supersededBy: asConsentId(item.superseded_by) }),
    ...(item.subject && { customer: asCustomerId(item.subject) }),
    ...(permissions && { permissions }),
  };
}
