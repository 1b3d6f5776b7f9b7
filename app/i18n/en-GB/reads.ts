import type { ReadResource } from "~/domain/access/read-resource";
import { plural } from "../plural";

/** What an app really read, day by day (D-05, B-03). */
export const reads = {
  reads: {
    title: (app: string) => `What ${app} read`,
    intro: (app: string) =>
      `Each time ${app} reads your data, we write it down. It can take up to a minute to show here.`,
    upTo: (moment: string) => `Everything up to ${moment} is here.`,
    late: (moment: string) => `We have heard nothing new since ${moment}. Anything read after that shows here later.`,
    silent: "We have not heard of any reads yet. They show here as soon as we do.",
    weeks: (count: string) => `Read in ${count} of the last 12 weeks`,
    noWeeks: "Not read in the last 12 weeks",
    activity: "The last 12 weeks",
    resources: {
      accounts: "Account details",
      balances: "Balance",
      transactions: "Transactions",
      beneficiaries: "Saved payees",
      "direct-debits": "Direct Debits",
      "standing-orders": "Standing orders",
      "scheduled-payments": "Payments set up for later",
      statements: "Statements",
      products: "Product details",
      offers: "Offers",
      party: "Names and contact details",
      funds: "Is there enough money?",
    } satisfies Record<ReadResource, string>,
    days: "Day by day",
    present: "While you used the app",
    background: "In the background",
    times: plural("en-GB", { one: "# time", other: "# times" }),
    records: plural("en-GB", { one: "# entry", other: "# entries" }),
    yes: plural("en-GB", { one: "# answer was yes", other: "# answers were yes" }),
    at: (time: string) => `at ${time}`,
    between: (from: string, to: string) => `between ${from} and ${to}`,
    account: "Account",
    all: "All accounts",
    unnamed: "An account that we can’t name",
    earlier: "Earlier days",
    newest: "Back to the newest days",
    save: "Save every read as a file",
    none: "Nothing was read yet.",
    teach: (app: string) => `When ${app} reads your data, you see here what it read, from which account, and when.`,
    noneHere: "There is nothing to show for this account.",
    table: { at: "When", what: "What", account: "Account", entries: "Entries", how: "How", reference: "Reference" },
  },
};
