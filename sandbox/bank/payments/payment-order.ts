import { randomUUID } from "node:crypto";
import type { Minor } from "../core/money.ts";

/**
 *   received ──consent consumed──▶ settled     the money has moved
 *      │                └────────▶ rejected    it could not; the consent is consumed all the same
 *      └──consent was not usable──▶ gone       no order was made
 */
export type PaymentStatus = "received" | "settled" | "rejected";

/** ISO 20022 reason: AC04 account closed, AM03 currency not allowed, AM04 not enough money. */
export type RejectionReason = "AC04" | "AM03" | "AM04";

export interface PaymentOrder {
  readonly id: string;
  readonly consentId: string;
  readonly clientId: string;
  readonly apiVersion: "v3.1" | "v4.0";
  readonly idempotencyKey: string;
  readonly bodyHash: string;
  readonly tokenHash: string;
  /** `x5t#S256` of the certificate that ordered. */
  readonly tokenBoundTo: string;
  readonly debtorAccount: string;
  /** Where the payee is a customer of this bank. */
  readonly creditorAccount?: string;
  readonly creditorName: string;
  readonly creditorScheme: string;
  readonly creditorNumber: string;
  readonly amount: Minor;
  readonly currency: string;
  readonly reference: string;
  readonly initiation: Readonly<Record<string, unknown>>;
  readonly risk: Readonly<Record<string, unknown>>;
  readonly status: PaymentStatus;
  readonly statusReason?: RejectionReason;
  readonly createdAt: Date;
  readonly statusUpdatedAt: Date;
}

/** At most 40 characters (Max40Text). */
export const newPaymentId = (): string => `pay-${randomUUID()}`;
