import type { UnavailableReason } from "~/domain/consent/offered-account";
import { plural } from "../plural";

/** Accounts, spans of time, and what is said of an answer that could not be taken. */
export const accounts = {
  account: {
    kinds: { current: "Current account", savings: "Savings account", "credit-card": "Credit card" },
    ending: (digits: string) => `ending ${digits}`,
    balance: (amount: string) => `Balance ${amount}`,
    overdrawn: (amount: string) => `Overdrawn by ${amount}`,
    /** In the place of the names of those who hold an account too. */
    someoneElse: "someone else",
    chosenOf: plural("en-GB", { one: "of # account chosen", other: "of # accounts chosen" }),
    unavailable: {
      closed: { reason: "This account is closed.", remedy: "Choose one that is open." },
      "cannot-share": { reason: "We can’t share this kind of account.", remedy: "Choose another account." },
      "cannot-pay": { reason: "You can’t pay other people from this account.", remedy: "Use a current account." },
      "other-currency": { reason: "It is in another currency.", remedy: "Use an account in the payment’s currency." },
      "not-the-named-account": {
        reason: "The app named another account.",
        remedy: "To use this one, start again in the app.",
      },
      "needs-signatures": {
        reason: "More than one person has to sign for this account, so it takes a new request in the app.",
        remedy: "Or choose another account.",
      },
    } satisfies Record<UnavailableReason, { reason: string; remedy: string }>,
  },
  span: {
    days: (count: number) => (count === 1 ? "1 day" : `${count} days`),
    months: (count: number) => (count === 1 ? "1 month" : `${count} months`),
    about: (span: string) => `about ${span}`,
  },
  problems: {
    title: "There is a problem",
    "choose-an-account": "Choose at least one account.",
    "choose-the-account": "Choose the account to pay from.",
    "choose-one-account": "Choose only one account. A payment leaves from one account.",
    "account-not-offered": "One of the accounts can’t be used. Choose again from the list.",
    "request-changed": (app: string) => `${app} changed what it asks for. Read it again, then choose.`,
  },
};
