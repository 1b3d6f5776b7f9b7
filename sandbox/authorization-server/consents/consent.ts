/** A consent as the authorization server knows it: it is the record, everyone else asks. */
export interface Consent {
  readonly id: string;
  readonly clientId: string;
  readonly type: ConsentType;
  /** The version of the UK Read/Write API it was created in. */
  readonly apiVersion: ApiVersion;
  readonly status: ConsentStatus;
  /** `Data` and `Risk` exactly as the TPP sent them; echoed unchanged (acp strictness rule 16). */
  readonly request: { readonly Data: Record<string, unknown>; readonly Risk: Record<string, unknown> };
  readonly createdAt: Date;
  readonly statusUpdatedAt: Date;
  /** `ExpirationDateTime`; absent means open-ended. */
  readonly expiresAt?: Date;
  /** Whether `expiresAt` had passed when this was read, by the database's clock: the only clock that decides. */
  readonly expired: boolean;
  /** The customer who authorised. */
  readonly subject?: string;
  /** Empty before authorisation. */
  readonly accountIds: readonly string[];
  /** `x-fapi-interaction-id` of the request that created it. */
  readonly interactionId: string;
  /** 1 when it was created, one more with every change of its status. */
  readonly revision: number;
  /** What the newest change was, and whose. Absent where it was made before this was kept. */
  readonly cause?: ChangeCause;
  readonly changedBy?: ChangedBy;
  /** Why, where whoever made it said so. */
  readonly changeReason?: string;
}

export type ConsentType = "account_access" | "domestic_payment";
export type ApiVersion = "v3.1" | "v4.0";

/** Whose change it was. `bank` is a person or a rule there, `system` what time or the course of things decided. */
export type ChangedBy = "customer" | "tpp" | "bank" | "system";

export type ChangeCause =
  | "created"
  | "authorised"
  | "rejected"
  | "revoked"
  | "deleted"
  | "consumed"
  | "suspended"
  | "resumed";

/**
 *   awaiting_authorisation ──customer──▶ authorised ──order placed──▶ consumed   (payments)
 *            │                       ├──bank or customer──▶ revoked               (account access)
 *            │                       └──bank──▶ rejected                            (payments, not yet placed)
 *            └──customer, time-out──▶ rejected          any ──TPP deletes──▶ deleted (account access)
 *
 *   authorised ◀──bank──▶ suspended ──bank or customer──▶ revoked                  (account access)
 *
 * A payment has no `revoked`: the UK standard knows only that the bank rejected it (Read/Write API, payment-order
 * consent status codes).
 */
export type ConsentStatus =
  | "awaiting_authorisation"
  | "authorised"
  | "suspended"
  | "rejected"
  | "consumed"
  | "revoked"
  | "deleted";
