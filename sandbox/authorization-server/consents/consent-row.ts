import type { Database } from "../../database.ts";
import type { ApiVersion, BankTerms, ChangeCause, ChangedBy, Consent, ConsentStatus, ConsentType } from "./consent.ts";
import type { Transaction } from "./transaction.ts";

export interface ConsentRow {
  readonly id: string;
  readonly clientId: string;
  readonly type: ConsentType;
  readonly apiVersion: ApiVersion;
  readonly status: ConsentStatus;
  readonly request: Consent["request"];
  readonly terms: BankTerms | null;
  readonly createdAt: Date;
  readonly statusUpdatedAt: Date;
  readonly expiresAt: Date | null;
  readonly expired: boolean;
  readonly subject: string | null;
  readonly firstAuthorisedAt: Date | null;
  readonly authorisedAt: Date | null;
  readonly signaturesOutstanding: true | null;
  readonly supersededBy: string | null;
  readonly accountIds: readonly string[];
  readonly interactionId: string;
  readonly revision: number;
  readonly cause: ChangeCause | null;
  readonly changedBy: ChangedBy | null;
  readonly changeReason: string | null;
}

/** The select list of a {@link ConsentRow}, from the table `consent`. */
export const consentColumns = (sql: Database | Transaction) => sql`
  consent.id, consent.client_id as "clientId", type, api_version as "apiVersion", status, request,
  consent.created_at as "createdAt", status_updated_at as "statusUpdatedAt", expires_at as "expiresAt",
  coalesce(expires_at <= now(), false) as expired, subject, account_ids as "accountIds", terms,
  first_authorised_at as "firstAuthorisedAt", authorised_at as "authorisedAt", superseded_by as "supersededBy",
  nullif(signatures_outstanding, false) as "signaturesOutstanding",
  interaction_id as "interactionId", consent.revision, consent.cause, consent.changed_by as "changedBy",
  consent.change_reason as "changeReason"`;

/** A consent has no member for what its row has nothing of. */
export function toConsent(row: ConsentRow): Consent {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as unknown as Consent;
}
