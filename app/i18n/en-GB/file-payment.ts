import { plural } from "../plural";

/** The question whether to make all payments of a file (P-19). */
export const filePayment = {
  filePayment: {
    payments: plural("en-GB", { one: "# payment", other: "# payments" }),
    inPayments: plural("en-GB", { one: "in # payment?", other: "in # payments?" }),
    make: "Make",
    fromFile: "from this file?",
    question: (payments: string) => `Make ${payments} from this file?`,
    questionOfSum: (amount: string, inPayments: string) => `Pay ${amount} ${inPayments}`,
    appRole: "Asks you to make these payments",
    details: "The file",
    count: "Payments in it",
    total: "Total",
    totalIn: (currency: string) => `Total (${currency})`,
    reference: "Its reference",
    when: (date: string) => `Once, on ${date}`,
    check: "Our check",
    checked: (app: string) =>
      `We counted and added up the payments ourselves. It is the file that ${app} told us of, with nothing changed.`,
    hash: "Code of the file",
    allRows: "All payments in the file",
    firstRows: (count: string) => `The first ten of ${count}`,
    rowReference: (reference: string) => `Reference: ${reference}`,
    download: {
      link: "See every payment in a spreadsheet file",
      columns: { account: "Account", currency: "Currency" },
    },
    cannotDo: ["change the file", "take any other payment", "see your balance", "see your password"],
    unavailable: "Accounts you can’t use for these payments",
    lowFunds: "This is less than the payments come to.",
    summary: (app: string, payments: string, amount: string) =>
      `If you agree, ${app} can have us make ${payments} from the account you choose, once. They come to ${amount}.`,
    summaryLocked: (app: string, payments: string, amount: string, account: string) =>
      `If you agree, ${app} can have us make ${payments} from ${account}, once. They come to ${amount}.`,
    leaveOn: (day: string) => `They leave on ${day}.`,
    afterwardsText: "Once you agree, you can’t stop these payments here. Check the details first.",
    allow: (amount: string) => `Pay ${amount}`,
  },
};
