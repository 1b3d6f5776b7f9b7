import type { AccountAccessOrder, Order, PaymentOrder } from "./order.ts";

/** The two kinds of intent: where they live in the UK Read/Write API, and the scope that covers them. */
export const INTENTS = {
  account_access: { scope: "accounts", path: "/aisp/account-access-consents", signed: false },
  // Message signing and idempotency are for payments only (Read/Write API, 1.4 and 1.6 of the consents digest).
  domestic_payment: { scope: "payments", path: "/pisp/domestic-payment-consents", signed: true },
} as const satisfies Record<Order["kind"], { scope: string; path: string; signed: boolean }>;

export interface IntentBody {
  readonly Data: Readonly<Record<string, unknown>>;
  readonly Risk: Readonly<Record<string, unknown>>;
}

/**
 * The body of the POST that creates the intent (OBReadConsent1, OBWriteDomesticConsent4).
 *
 * @param runId makes the payment's identifications unique to this run.
 */
export function intentBody(order: Order, runId: string): IntentBody {
  return order.kind === "account_access" ? accountAccessBody(order) : paymentBody(order, runId);
}

function accountAccessBody(order: AccountAccessOrder): IntentBody {
  return {
    Data: {
      Permissions: order.permissions,
      ...(order.accessEnds ? { ExpirationDateTime: `${order.accessEnds}T23:59:59+00:00` } : {}),
      ...(order.transactionsFrom ? { TransactionFromDateTime: `${order.transactionsFrom}T00:00:00+00:00` } : {}),
      ...(order.transactionsTo ? { TransactionToDateTime: `${order.transactionsTo}T23:59:59+00:00` } : {}),
    },
    Risk: {},
  };
}

function paymentBody(order: PaymentOrder, runId: string): IntentBody {
  const scheme = "UK.OBIE.SortCodeAccountNumber";
  const unique = runId.replaceAll("-", "");
  return {
    Data: {
      Initiation: {
        InstructionIdentification: `I-${unique}`,
        EndToEndIdentification: `E-${unique}`,
        LocalInstrument: "UK.OBIE.FPS",
        InstructedAmount: { Amount: order.amount, Currency: "GBP" },
        ...(order.debtorAccount ? { DebtorAccount: { SchemeName: scheme, Identification: order.debtorAccount } } : {}),
        CreditorAccount: { SchemeName: scheme, Identification: order.payeeAccount, Name: order.payeeName },
        RemittanceInformation:
          order.apiVersion === "v3.1" ? { Reference: order.reference } : { Unstructured: [order.reference] },
      },
    },
    Risk: { PaymentContextCode: "TransferToThirdParty" },
  };
}

/** The body of the payment order: `Initiation` and `Risk` exactly as consented (else 400, U008). */
export function paymentOrderBody(order: PaymentOrder, runId: string, consentId: string): IntentBody {
  const { Data, Risk } = paymentBody(order, runId);
  return { Data: { ConsentId: consentId, ...Data }, Risk };
}
