import type { Cluster } from "../permissions/clusters";

/**
 * What an app can read with a consent, as the gateways name it, and the group of data in which customers are shown it.
 * An answer about funds is a read too, and of no group: it tells yes or no. A payment that an app ordered is none, but it is
 * a use of the consent, and last used is one word for all of them (D-04).
 */
export const READ_RESOURCES = {
  accounts: "account-details",
  balances: "account-details",
  transactions: "transactions",
  beneficiaries: "regular-payments",
  "direct-debits": "regular-payments",
  "standing-orders": "regular-payments",
  "scheduled-payments": "regular-payments",
  statements: "statements",
  products: "features-and-benefits",
  offers: "features-and-benefits",
  party: "contact-and-party",
  funds: "funds",
  payments: "payments",
} as const satisfies Readonly<Record<string, Cluster | "funds" | "payments">>;

export type ReadResource = keyof typeof READ_RESOURCES;
