/**
 * The permission codes of account access, the same in v3.1 and v4.0 of the UK Read/Write API (OBReadConsent1), and how
 * they may be combined.
 */
export const PERMISSIONS = [
  "ReadAccountsBasic",
  "ReadAccountsDetail",
  "ReadBalances",
  "ReadBeneficiariesBasic",
  "ReadBeneficiariesDetail",
  "ReadDirectDebits",
  "ReadOffers",
  "ReadPAN",
  "ReadParty",
  "ReadPartyPSU",
  "ReadProducts",
  "ReadScheduledPaymentsBasic",
  "ReadScheduledPaymentsDetail",
  "ReadStandingOrdersBasic",
  "ReadStandingOrdersDetail",
  "ReadStatementsBasic",
  "ReadStatementsDetail",
  "ReadTransactionsBasic",
  "ReadTransactionsCredits",
  "ReadTransactionsDebits",
  "ReadTransactionsDetail",
] as const;

export type Permission = (typeof PERMISSIONS)[number];

/**
 * What the set lacks, in words for the TPP; empty when it may be asked for. Basic beside Detail is no fault: the wider
 * one counts. (Account and transaction API profile, account-access-consents, permissions.)
 */
export function missingPermissions(permissions: readonly string[]): readonly string[] {
  const any = (...codes: readonly Permission[]) => codes.some((code) => permissions.includes(code));
  const level = any("ReadTransactionsBasic", "ReadTransactionsDetail");
  const direction = any("ReadTransactionsCredits", "ReadTransactionsDebits");
  const missing: string[] = [];
  if (!any("ReadAccountsBasic", "ReadAccountsDetail")) {
    missing.push("One of ReadAccountsBasic and ReadAccountsDetail is required");
  }
  if (level && !direction) {
    missing.push(
      "ReadTransactionsBasic and ReadTransactionsDetail need ReadTransactionsCredits or ReadTransactionsDebits",
    );
  }
  if (direction && !level) {
    missing.push(
      "ReadTransactionsCredits and ReadTransactionsDebits need ReadTransactionsBasic or ReadTransactionsDetail",
    );
  }
  return missing;
}
