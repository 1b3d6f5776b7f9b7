import type { PaymentOrder, RejectionReason } from "./payment-order.ts";

const STATUS = {
  received: { "v3.1": "Pending", "v4.0": "RCVD" },
  settled: { "v3.1": "AcceptedSettlementCompleted", "v4.0": "ACSC" },
  rejected: { "v3.1": "Rejected", "v4.0": "RJCT" },
} as const;

const REASONS: Readonly<Record<RejectionReason, string>> = {
  AC04: "The account to pay from is closed.",
  AM03: "The account to pay from is in another currency.",
  AM04: "There is not enough money on the account to pay from.",
};

/** `OBWriteDomesticResponse5`, in the version in which the payment was ordered. */
export function paymentResource(order: PaymentOrder, address: string): object {
  const { apiVersion, status, statusReason } = order;
  return {
    Data: {
      DomesticPaymentId: order.id,
      ConsentId: order.consentId,
      CreationDateTime: order.createdAt.toISOString(),
      Status: STATUS[status][apiVersion],
      StatusUpdateDateTime: order.statusUpdatedAt.toISOString(),
      ...(apiVersion === "v4.0" &&
        statusReason && {
          StatusReason: [{ StatusReasonCode: statusReason, StatusReasonDescription: REASONS[statusReason] }],
        }),
      Initiation: order.initiation,
    },
    Links: { Self: `${address}/${order.id}` },
    Meta: {},
  };
}
