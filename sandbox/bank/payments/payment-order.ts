import { randomUUID } from "node:crypto";
import type { Minor } from "../core/money.ts";
import type { LiveConsent } from "../gateway/access-token.ts";
import type { ApiVersion } from "../gateway/api-version.ts";
import type { PaymentKind } from "./payment-kinds.ts";

/**
 *   received ──accepted──▶ waiting ──a payment was made──▶ settled
 *      │                      └─────none of them could be─▶ rejected   the consent is consumed all the same
 *      ├──somebody did not sign it────────────────────────▶ rejected   the consent is not consumed
 *      ├──by the last signature it is outside its limits──▶ rejected   or its consent is over, or paused
 *      └──consent was not usable──▶ gone                               no order was made
 *
 * An order that several people have to sign waits in `received` for the last of them.
 */
export type OrderStatus = "received" | "waiting" | "settled" | "rejected";

/**
 * ISO 20022 reason: AC04 account closed, AM03 currency not allowed, AM04 not enough money, AM14 above the agreed limit,
 * DS02 cancelled by somebody who had to sign it, MD01 no mandate (any more).
 */
export type RejectionReason = "AC04" | "AM03" | "AM04" | "AM14" | "DS02" | "MD01";

/** What a TPP ordered: one payment, many (a file), or one after the other (a standing order). */
export interface PaymentOrder {
  readonly id: string;
  readonly kind: PaymentKind;
  readonly consentId: string;
  /** Who consented. */
  readonly customer: string;
  readonly clientId: string;
  readonly apiVersion: ApiVersion;
  readonly idempotencyKey: string;
  readonly bodyHash: string;
  readonly tokenHash: string;
  /** `x5t#S256` of the certificate that ordered. */
  readonly tokenBoundTo: string;
  readonly debtorAccount: string;
  readonly initiation: Readonly<Record<string, unknown>>;
  /** A file has none. */
  readonly risk?: Readonly<Record<string, unknown>>;
  readonly terms: OrderTerms;
  readonly status: OrderStatus;
  readonly statusReason?: RejectionReason;
  readonly createdAt: Date;
  readonly statusUpdatedAt: Date;
}

/** What belongs to the order beside `Initiation`: some of it only some kinds have. */
export interface OrderTerms {
  /** The TPP may read which account a refund would go to. */
  readonly refund?: boolean;
  /** VRP: which payment this is. */
  readonly instruction?: Readonly<Record<string, unknown>>;
  /** VRP: what the payment was checked against, and when that was agreed to. */
  readonly limits?: Pick<LiveConsent, "control_parameters" | "authorised_at">;
  /** International: the rate and the charges that the bank quoted. */
  readonly exchange?: LiveConsent["exchange_rate"];
  readonly charges?: LiveConsent["charges"];
  /** How many people have to sign it, where one is not enough. */
  readonly signatures?: number;
}

/** One movement of money that an order makes. */
export interface Payment {
  readonly orderId: string;
  /** Within the order, from 1. */
  readonly number: number;
  readonly dueAt: Date;
  /** Where the payee is a customer of this bank. */
  readonly creditorAccount?: string;
  readonly creditorName: string;
  readonly creditorScheme: string;
  readonly creditorNumber: string;
  /** `InstructedAmount`. */
  readonly amount: Minor;
  readonly currency: string;
  /** What the payee gets, where that need not be `currency`. */
  readonly currencyOfTransfer?: string;
  readonly reference: string;
  readonly status: "waiting" | "settled" | "rejected";
  readonly statusReason?: RejectionReason;
  readonly statusUpdatedAt: Date;
  /** What moved, each in its account's currency; once it is settled. */
  readonly moved?: Moved;
}

export interface Moved {
  readonly debited: Minor;
  readonly credited: Minor;
  readonly charged: Minor;
  readonly rate?: { readonly unit: string; readonly other: string; readonly rate: number };
}

/** At most 40 characters (Max40Text). */
export const newPaymentId = (): string => `pay-${randomUUID()}`;

/** `PaymentTransactionId`. */
export const paymentId = ({ orderId, number }: Pick<Payment, "orderId" | "number">): string =>
  number === 1 ? orderId : `${orderId}-${number}`;
