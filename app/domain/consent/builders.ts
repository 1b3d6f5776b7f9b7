import type { AccountAccess } from "../consent-kinds/account-access";
import type { DomesticPayment } from "../consent-kinds/domestic-payment";
import type { DomesticScheduledPayment } from "../consent-kinds/domestic-scheduled-payment";
import type { ConsentKind, ConsentSubject } from "../consent-kinds/index";
import { asAccountId, asClientId, asConsentId, asCustomerId } from "../shared/ids";
import type { ConsentRequest } from "./consent-request";
import type { BankAccount, OfferedAccount } from "./offered-account";

/** Builders for tests and the gallery: valid by default, and each test says only what matters to it. */

export function anAccountAccess(over: Partial<AccountAccess> = {}): AccountAccess {
  return {
    kind: "account-access",
    permissions: new Set(["ReadAccountsDetail", "ReadBalances"]),
    expiresAt: new Date("2027-03-14T00:00:00Z"),
    history: {},
    ...over,
  };
}

export function aDomesticPayment(over: Partial<DomesticPayment> = {}): DomesticPayment {
  return {
    kind: "domestic-payment",
    amount: { minor: 4250n, currency: "GBP" },
    payee: { name: "Harbour Books Ltd", scheme: "sort-code-account-number", identification: "20405012345678" },
    reference: "Order 7781",
    charges: [],
    ...over,
  };
}

export function aDomesticScheduledPayment(over: Partial<DomesticScheduledPayment> = {}): DomesticScheduledPayment {
  return {
    ...aDomesticPayment(),
    kind: "domestic-scheduled-payment",
    executeOn: new Date("2027-03-03T00:00:00Z"),
    ...over,
  };
}

/** One of each kind. */
export const A_SUBJECT_OF: { readonly [Kind in ConsentKind]: () => Extract<ConsentSubject, { kind: Kind }> } = {
  "account-access": anAccountAccess,
  "domestic-payment": aDomesticPayment,
  "domestic-scheduled-payment": aDomesticScheduledPayment,
};

export function aConsentRequest(over: Partial<ConsentRequest> = {}): ConsentRequest {
  return {
    id: asConsentId("aac-1"),
    subject: anAccountAccess(),
    requester: {
      clientId: asClientId("tpp-beacon"),
      name: "Budget Beacon",
      organisationId: "PSDGB-FCA-731904",
      purpose: "To show you where your money goes.",
    },
    customer: asCustomerId("cus-1"),
    scopes: ["openid", "accounts"],
    open: true,
    ...over,
  };
}

export function aBankAccount(over: Partial<BankAccount> = {}): BankAccount {
  return {
    id: asAccountId("acc-1"),
    nickname: "Everyday",
    kind: "current",
    number: { scheme: "sort-code-account-number", identification: "20405011223301" },
    holders: [{ customer: asCustomerId("cus-1"), name: "Grace Okoye" }],
    open: true,
    canShare: true,
    canPay: true,
    balance: { minor: 123456n, currency: "GBP" },
    ...over,
  };
}

export const anOffer = (over: Partial<BankAccount> = {}): OfferedAccount => ({ account: aBankAccount(over) });
