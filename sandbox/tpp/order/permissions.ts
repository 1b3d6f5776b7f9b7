/** The UK permission codes (Read/Write API, account-access-consents), grouped the way a person would ask for them. */
export const PERMISSION_GROUPS = [
  {
    name: "Accounts",
    permissions: {
      ReadAccountsBasic: "Nickname, kind and currency",
      ReadAccountsDetail: "Name, sort code and account number",
      ReadBalances: "Balances",
      ReadPAN: "Full card number",
    },
  },
  {
    name: "Transactions",
    permissions: {
      ReadTransactionsBasic: "Dates and amounts",
      ReadTransactionsDetail: "Descriptions, merchants and running balance",
      ReadTransactionsCredits: "Money coming in",
      ReadTransactionsDebits: "Money going out",
    },
  },
  {
    name: "Regular payments",
    permissions: {
      ReadBeneficiariesBasic: "Saved payees",
      ReadBeneficiariesDetail: "Saved payees with account details",
      ReadStandingOrdersBasic: "Standing orders",
      ReadStandingOrdersDetail: "Standing orders with account details",
      ReadDirectDebits: "Direct Debits",
      ReadScheduledPaymentsBasic: "Future-dated payments",
      ReadScheduledPaymentsDetail: "Future-dated payments with account details",
    },
  },
  {
    name: "Statements, products and people",
    permissions: {
      ReadStatementsBasic: "Statement dates",
      ReadStatementsDetail: "Full statements",
      ReadProducts: "Product terms and fees",
      ReadOffers: "Offers",
      ReadParty: "Names and contact details of the account holders",
      ReadPartyPSU: "Name and contact details of the customer who signs in",
    },
  },
] as const;

export const PERMISSIONS: readonly string[] = PERMISSION_GROUPS.flatMap((group) => Object.keys(group.permissions));

/** Ready-made sets. The first one is what an untouched form asks for. */
export const PRESETS = [
  {
    id: "everyday",
    name: "Accounts, balances, transactions",
    permissions: [
      "ReadAccountsDetail",
      "ReadBalances",
      "ReadTransactionsDetail",
      "ReadTransactionsCredits",
      "ReadTransactionsDebits",
    ],
  },
  { id: "names", name: "Account names only", permissions: ["ReadAccountsBasic"] },
  { id: "balances", name: "Balances", permissions: ["ReadAccountsBasic", "ReadBalances"] },
  {
    id: "income",
    name: "Money coming in",
    permissions: ["ReadAccountsBasic", "ReadTransactionsBasic", "ReadTransactionsCredits"],
  },
  { id: "everything", name: "Everything", permissions: PERMISSIONS },
  {
    // Transactions need a direction (Read/Write API, account-access-consents, 400 rules): shows how a bank says no.
    id: "invalid",
    name: "A set the standard forbids",
    permissions: ["ReadAccountsBasic", "ReadTransactionsBasic"],
  },
] as const satisfies readonly { id: string; name: string; permissions: readonly string[] }[];
