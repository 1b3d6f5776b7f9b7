import { type ConsentType, isLasting } from "./consent-kinds.ts";

export type { ConsentType };

/** A consent as the authorization server knows it: it is the record, everyone else asks. */
export interface Consent {
  readonly id: string;
  readonly clientId: string;
  readonly type: ConsentType;
  /** The version of the UK Read/Write API it was created in. */
  readonly apiVersion: ApiVersion;
  readonly status: ConsentStatus;
  /** `Data` and `Risk` exactly as the TPP sent them; echoed unchanged (acp strictness rule 16). Some kinds have no risk. */
  readonly request: { readonly Data: Record<string, unknown>; readonly Risk?: Record<string, unknown> };
  /** What the bank said to the request. */
  readonly terms?: BankTerms;
  readonly createdAt: Date;
  readonly statusUpdatedAt: Date;
  /** `ExpirationDateTime`, or `ValidToDateTime` of a VRP; absent means open-ended. */
  readonly expiresAt?: Date;
  /** Whether `expiresAt` had passed when this was read, by the database's clock: the only clock that decides. */
  readonly expired: boolean;
  /** The customer who authorised. */
  readonly subject?: string;
  /** When the customer first said yes, and when last. */
  readonly firstAuthorisedAt?: Date;
  readonly authorisedAt?: Date;
  /** Of account access: the customer said yes, and others have yet to. Until then it opens nothing. */
  readonly signaturesOutstanding?: true;
  /** The consent that the customer gave in place of this one. */
  readonly supersededBy?: string;
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

/**
 * Whether the TPP may have its customer asked again (UK Read/Write API, re-authentication): as long as it lasts, and
 * after the bank or the customer ended it there too, but for a card issuer's consent.
 */
export const isReauthorisable = ({ type, status, expired, supersededBy, signaturesOutstanding }: Consent): boolean =>
  isLasting(type) &&
  !expired &&
  !signaturesOutstanding &&
  supersededBy === undefined &&
  (status === "authorised" || (status === "revoked" && type !== "funds_confirmation"));

/** Fees and rate, in the standard's own form; of a file, what is in it. */
export interface BankTerms {
  readonly Charges?: readonly object[];
  readonly ExchangeRateInformation?: object;
  readonly FileContent?: object;
}

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
  | "resumed"
  | "amended";

/**
 *   awaiting_upload ──TPP──▶ awaiting_authorisation                              (file payments)
 *            └──another file than announced──▶ rejected
 *
 *   awaiting_authorisation ──customer──▶ authorised ──order placed──▶ consumed   (used once)
 *            │                       ├──bank or customer──▶ revoked               (lasting)
 *            │                       └──bank──▶ rejected                            (used once, not yet placed)
 *            └──customer, time-out──▶ rejected          any ──TPP deletes──▶ deleted (lasting)
 *
 *   authorised ◀──bank──▶ suspended ──bank or customer──▶ revoked                  (lasting)
 *   authorised, revoked ──customer, asked by the TPP──▶ authorised                 (lasting, not superseded)
 *   authorised, signatures outstanding ──one of several──▶ rejected                (account access)
 *
 * A payment order has no `revoked`: the UK standard knows only that the bank rejected it (Read/Write API, payment-order
 * consent status codes).
 */
export type ConsentStatus =
  | "awaiting_upload"
  | "awaiting_authorisation"
  | "authorised"
  | "suspended"
  | "rejected"
  | "consumed"
  | "revoked"
  | "deleted";
