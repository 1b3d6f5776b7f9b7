import { aBankAccount, aConsentRequest, aDomesticPayment, anAccountAccess } from "~/domain/consent/builders";
import { type BankAccount, type OfferedAccount, offerAccounts } from "~/domain/consent/offered-account";
import { asAccountId, asClientId, asCustomerId } from "~/domain/shared/ids";

/** Who plays in the gallery: accounts of every sort, usual requests, and names as nobody would wish them. */

const account = (number: number, over: Partial<BankAccount>): BankAccount =>
  aBankAccount({
    id: asAccountId(`acc-${number}`),
    number: { scheme: "sort-code-account-number", identification: `204050223344${String(number).padStart(2, "0")}` },
    ...over,
  });

export const MANY = [
  account(1, { nickname: "Main account" }),
  account(2, {
    nickname: "Household",
    holders: [
      { customer: asCustomerId("cus-1"), name: "Maria Silva" },
      { customer: asCustomerId("cus-2"), name: "Tomasz Silva" },
    ],
  }),
  account(3, { nickname: "Rainy day", kind: "savings", canPay: false }),
  account(4, { nickname: "Holiday euros", balance: { minor: 42000n, currency: "EUR" } }),
  account(5, {
    nickname: "Credit card",
    kind: "credit-card",
    canPay: false,
    number: { scheme: "card", identification: "4929420000001234" },
    balance: { minor: -31099n, currency: "GBP" },
  }),
  account(6, { nickname: "Old account", open: false }),
  account(7, { nickname: "Bills", balance: { minor: 1250n, currency: "GBP" } }),
];

export const usual = anAccountAccess({
  permissions: new Set([
    "ReadAccountsDetail",
    "ReadBalances",
    "ReadTransactionsDetail",
    "ReadTransactionsCredits",
    "ReadTransactionsDebits",
    "ReadDirectDebits",
    "ReadStandingOrdersBasic",
  ]),
  history: { from: new Date("2025-03-14T00:00:00Z") },
});
export const usualRequest = aConsentRequest({ subject: usual });
export const shareable = offerAccounts(MANY, usual);

export const payment = aDomesticPayment();
export const paymentRequest = aConsentRequest({
  subject: payment,
  requester: { clientId: asClientId("tpp-tallybook"), name: "Tallybook", organisationId: "PSDGB-FCA-845126" },
});
export const payable = offerAccounts(MANY, payment);
export const fixed = aDomesticPayment({
  debtor: { scheme: "sort-code-account-number", identification: "20405022334401" },
});
export const foreign = aDomesticPayment({
  debtor: { scheme: "sort-code-account-number", identification: "20405099999999" },
});
export const fromSavings = aDomesticPayment({
  debtor: { scheme: "sort-code-account-number", identification: "20405022334403" },
});

export const LONG =
  "The Extraordinarily Long-Winded Savings, Budgeting and Rainy-Day Planning Cooperative of Upper Wallop";
export const HOSTILE = '<img src="https://evil.example/x.png"><script>alert(1)</script>\u202E https://evil.example';

export const closedOnly: readonly OfferedAccount[] = [
  { account: account(6, { nickname: "Old account", open: false }), unavailable: "closed" },
];

export const requester = "Budget Beacon";
