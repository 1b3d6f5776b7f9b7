import type { Permission } from "./permission";

/** What an app asks for that asks for much: of the gallery and of the measurements, which must mean the same page. */
export const TWELVE_PERMISSIONS: readonly Permission[] = [
  "ReadAccountsDetail",
  "ReadBalances",
  "ReadBeneficiariesDetail",
  "ReadDirectDebits",
  "ReadStandingOrdersDetail",
  "ReadScheduledPaymentsDetail",
  "ReadProducts",
  "ReadStatementsDetail",
  "ReadPartyPSU",
  "ReadTransactionsCredits",
  "ReadTransactionsDebits",
  "ReadTransactionsDetail",
];
