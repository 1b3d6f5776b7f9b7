import type { AccountAccess } from "../consent-kinds/account-access";
import { aDomesticVrp, aFilePayment, aFundsConfirmation } from "../consent-kinds/builders";
import type { CrossBorderTerms } from "../consent-kinds/cross-border-terms";
import type { DomesticPayment } from "../consent-kinds/domestic-payment";
import type { DomesticScheduledPayment } from "../consent-kinds/domestic-scheduled-payment";
import type { DomesticStandingOrder } from "../consent-kinds/domestic-standing-order";
import type { ConsentKind, ConsentSubject } from "../consent-kinds/index";
import type { InternationalPayment } from "../consent-kinds/international-payment";
import type { InternationalScheduledPayment } from "../consent-kinds/international-scheduled-payment";
import type { InternationalStandingOrder } from "../consent-kinds/international-standing-order";
import type { PaymentTerms } from "../consent-kinds/payment-terms";
import { STRONG } from "../factor/authentication";
import { asAccountId, asClientId, asConsentId, asCustomerId } from "../shared/ids";
import type { ConsentRequest } from "./consent-request";
import type { Again, InsteadOf } from "./mode";
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

export function aDomesticStandingOrder(over: Partial<DomesticStandingOrder> = {}): DomesticStandingOrder {
  const { amount: _, ...terms } = aDomesticPayment();
  return {
    ...terms,
    kind: "domestic-standing-order",
    rhythm: { every: "months", months: 1, day: 15 },
    first: { amount: { minor: 75_000n, currency: "GBP" }, on: new Date("2027-05-15T00:00:00+01:00") },
    ...over,
  };
}

const ABROAD: PaymentTerms & CrossBorderTerms = {
  payee: { name: "Maison Lumière", scheme: "iban", identification: "FR7630006000011234567890189" },
  reference: "Facture 2027-118",
  charges: [{ bearer: "you", amount: { minor: 500n, currency: "GBP" } }],
  currencyOfTransfer: "EUR",
  chargesBorneBy: "you",
  payeeBank: { identification: "BNPAFRPP", name: "Banque du Marais" },
  destinationCountry: "FR",
  urgent: false,
};

export function anInternationalPayment(over: Partial<InternationalPayment> = {}): InternationalPayment {
  return {
    ...ABROAD,
    kind: "international-payment",
    amount: { minor: 50_000n, currency: "GBP" },
    exchange: { rateType: "actual", unitCurrency: "GBP", rate: "1.172", expiresAt: new Date("2099-01-01T14:05:00Z") },
    ...over,
  };
}

export function anInternationalScheduledPayment(
  over: Partial<InternationalScheduledPayment> = {},
): InternationalScheduledPayment {
  return {
    ...anInternationalPayment(),
    exchange: { rateType: "indicative", unitCurrency: "GBP", rate: "1.172" },
    kind: "international-scheduled-payment",
    executeOn: new Date("2027-03-03T00:00:00Z"),
    ...over,
  };
}

export function anInternationalStandingOrder(
  over: Partial<InternationalStandingOrder> = {},
): InternationalStandingOrder {
  return {
    ...ABROAD,
    kind: "international-standing-order",
    rhythm: { every: "quarter-day", of: "english" },
    first: { amount: { minor: 20_000n, currency: "GBP" }, on: new Date("2027-03-25T00:00:00Z") },
    ...over,
  };
}

/** One of each kind. */
export const A_SUBJECT_OF: { readonly [Kind in ConsentKind]: () => Extract<ConsentSubject, { kind: Kind }> } = {
  "account-access": anAccountAccess,
  "domestic-payment": aDomesticPayment,
  "domestic-scheduled-payment": aDomesticScheduledPayment,
  "domestic-standing-order": aDomesticStandingOrder,
  "international-payment": anInternationalPayment,
  "international-scheduled-payment": anInternationalScheduledPayment,
  "international-standing-order": anInternationalStandingOrder,
  "domestic-vrp": aDomesticVrp,
  "file-payment": aFilePayment,
  "funds-confirmation": aFundsConfirmation,
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
    authentication: { acr: STRONG, amr: ["pwd", "otp"] },
    open: true,
    ...over,
  };
}

/** Asked for the same again, of one account. */
export function anAgain(over: Partial<Again> = {}): Again {
  return { is: "again", since: new Date("2025-03-14T00:00:00Z"), accounts: [asAccountId("acc-1")], ...over };
}

/** In place of a consent to less, for a shorter time. */
export function anInsteadOf(over: Partial<InsteadOf> = {}): InsteadOf {
  return {
    is: "instead-of",
    consentId: asConsentId("aac-0"),
    since: new Date("2025-03-14T00:00:00Z"),
    accounts: [asAccountId("acc-1")],
    subject: anAccountAccess({
      permissions: new Set(["ReadAccountsDetail"]),
      expiresAt: new Date("2026-09-14T00:00:00Z"),
    }),
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
