import type { Cluster, LineId, WithheldId } from "~/domain/permissions/clusters";

/** What each permission is called, and what is said of those that were not asked for. */
export const permissions = {
  clusters: {
    "account-details": { title: "Account details", phrase: "your account details" },
    transactions: { title: "Transactions", phrase: "your transactions" },
    "regular-payments": { title: "Regular payments", phrase: "your regular payments" },
    statements: { title: "Statements", phrase: "your statements" },
    "features-and-benefits": { title: "Features and benefits", phrase: "your account’s features and benefits" },
    "contact-and-party": { title: "Names and contact details", phrase: "names and contact details" },
  } satisfies Record<Cluster, { title: string; phrase: string }>,
  /** `short` is read in a row with others, `full` stands alone. Neither promises more or less than the code gives. */
  lines: {
    "accounts-basic": {
      short: "account type and currency",
      full: "What kind of account it is, its currency and the name you gave it. Not its number.",
    },
    "accounts-detail": {
      short: "name on the account, sort code and account number",
      full: "The name on the account, its sort code and number, its type, its currency and the name you gave it.",
    },
    balances: {
      short: "balance",
      full: "How much money is in the account, and any overdraft you can use.",
    },
    "card-number": {
      short: "full card number",
      full: "All the digits of your card number. Some may still be hidden.",
    },
    "beneficiaries-basic": {
      short: "who you have saved to pay",
      full: "The people and firms you have saved to pay. Not their account numbers.",
    },
    "beneficiaries-detail": {
      short: "who you have saved to pay and their account numbers",
      full: "The people and firms you have saved to pay, with their account numbers.",
    },
    "standing-orders-basic": {
      short: "standing orders",
      full: "Your standing orders: how much and when. Not the account numbers they go to.",
    },
    "standing-orders-detail": {
      short: "standing orders and where they go",
      full: "Your standing orders: how much, when, and the account number each one goes to.",
    },
    "direct-debits": {
      short: "Direct Debits",
      full: "Your Direct Debits: who takes the money, how often, and how much they took last time.",
    },
    "scheduled-payments-basic": {
      short: "payments set up for later",
      full: "Payments you have set up for a later day: how much and when. Not the account numbers they go to.",
    },
    "scheduled-payments-detail": {
      short: "payments set up for later and where they go",
      full: "Payments you have set up for a later day: how much, when, and the account number each one goes to.",
    },
    "transactions-basic-in": {
      short: "date and amount of money coming in",
      full: "The date and amount each time money comes in. Not who it came from.",
    },
    "transactions-basic-out": {
      short: "date and amount of money going out",
      full: "The date and amount each time money goes out. Not who it went to.",
    },
    "transactions-basic-both": {
      short: "date and amount of money in and out",
      full: "The date and amount each time money comes in or goes out. Not who paid or was paid.",
    },
    "transactions-detail-in": {
      short: "money coming in, who it is from and what for",
      full: "Each time money comes in: the date, the amount, who it came from, what it was for, and your balance after.",
    },
    "transactions-detail-out": {
      short: "money going out, who it goes to and what for",
      full: "Each time money goes out: the date, the amount, who it went to, what it was for, and your balance after.",
    },
    "transactions-detail-both": {
      short: "money in and out, who it is to or from and what for",
      full: "Each time money comes in or goes out: the date, the amount, who it was to or from, what it was for, and your balance after.",
    },
    "statements-basic": {
      short: "dates of your statements",
      full: "When each of your statements was made and what days it covers. Not the totals.",
    },
    "statements-detail": {
      short: "your statements in full",
      full: "Your statements in full, with totals, fees and interest. This includes the files you can download.",
    },
    products: {
      short: "fees, interest and rewards of your account",
      full: "What kind of account you hold with us: its fees, charges, interest and rewards.",
    },
    offers: {
      short: "offers we made you",
      full: "Offers we have made you on this account, such as a higher limit.",
    },
    "party-holders": {
      short: "name, address, phone and email of everyone who holds the account",
      full: "The full name, address, phone number and email of each person who holds the account.",
    },
    "party-self": {
      short: "your own name, address, phone and email",
      full: "Your own full name, address, phone number and email.",
    },
  } satisfies Record<LineId, { short: string; full: string }>,
  othersNames: "This can include other people’s names.",
  othersNumbers: "This can include other people’s names and account numbers.",
  withheld: {
    "account-numbers": "your sort code and account number",
    balances: "how much money you have",
    "card-number": "your full card number",
    "saved-payees": "who you have saved to pay",
    "payee-accounts": "account numbers of people you pay",
    "standing-orders": "your standing orders",
    "direct-debits": "your Direct Debits",
    "scheduled-payments": "payments you set up for later",
    transactions: "your transactions",
    counterparties: "who you paid or who paid you",
    "money-in": "money coming in",
    "money-out": "money going out",
    statements: "your statements",
    products: "the terms of your account",
    offers: "offers we made you",
    "party-holders": "other account holders’ contact details",
    "party-self": "your own contact details",
  } satisfies Record<WithheldId, string>,
};
