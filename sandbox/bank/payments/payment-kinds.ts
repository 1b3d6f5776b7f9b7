/** What a TPP may order, as its consent's `type` names it. */
export const PAYMENT_KINDS = [
  "domestic_payment",
  "domestic_scheduled_payment",
  "domestic_standing_order",
  "domestic_vrp",
  "file_payment",
  "international_payment",
  "international_scheduled_payment",
  "international_standing_order",
] as const;

export type PaymentKind = (typeof PAYMENT_KINDS)[number];

/** How the UK Read/Write API speaks of a kind of order. */
export interface PaymentResourceName {
  /** Its collection, under `/pisp/`. */
  readonly collection: string;
  /** The property that carries its id. */
  readonly id: string;
  /** What orders of it are called on their way; v4.0 has words of its own for each. */
  readonly statuses: "once" | "once_abroad" | "later" | "later_abroad" | "repeated" | "file";
}

export const RESOURCES: Readonly<Record<PaymentKind, PaymentResourceName>> = {
  domestic_payment: { collection: "domestic-payments", id: "DomesticPaymentId", statuses: "once" },
  domestic_scheduled_payment: {
    collection: "domestic-scheduled-payments",
    id: "DomesticScheduledPaymentId",
    statuses: "later",
  },
  domestic_standing_order: {
    collection: "domestic-standing-orders",
    id: "DomesticStandingOrderId",
    statuses: "repeated",
  },
  domestic_vrp: { collection: "domestic-vrps", id: "DomesticVRPId", statuses: "once" },
  file_payment: { collection: "file-payments", id: "FilePaymentId", statuses: "file" },
  international_payment: {
    collection: "international-payments",
    id: "InternationalPaymentId",
    statuses: "once_abroad",
  },
  international_scheduled_payment: {
    collection: "international-scheduled-payments",
    id: "InternationalScheduledPaymentId",
    statuses: "later_abroad",
  },
  international_standing_order: {
    collection: "international-standing-orders",
    id: "InternationalStandingOrderId",
    statuses: "repeated",
  },
};
