import type { ConsentFamily } from "~/domain/consent-kinds/index";

/** Words of receipts and of the page that checks them. What a permission or an answer is called stands beside it. */
export const receipt = {
  receipt: {
    title: "Receipt for your answer",
    link: "Get a receipt for your answer",
    yourAnswer: "Your answer",
    answeredOn: "You answered on",
    app: "App",
    registration: "Its registration",
    website: "Its website",
    ended: {
      title: "Receipt for a request that ended",
      link: "Get a receipt for this",
      answer: "How it ended",
      on: "It ended on",
    },
    stopped: { title: "Receipt for what you stopped", answer: "What you stopped", on: "You stopped it on" },
    report: "Your report",
    reportText: "You told us that you did not expect this request.",
    canSee: (app: string) => `What ${app} can see`,
    askedToSee: (app: string) => `What ${app} asked to see`,
    askedFor: (app: string) => `What ${app} asked for`,
    pastShown: "How far back",
    howLong: "How long",
    accounts: (count: number): string => (count === 1 ? "The account you chose" : "The accounts you chose"),
    account: (name: string, kind: string, number: string) => `${name} (${kind} ${number})`,
    payment: "The payment",
    paymentRefused: "The payment you did not make",
    amount: "Amount",
    payee: "To",
    payeeAccount: "Their account",
    reference: "Reference",
    stop: "How to stop",
    noDetails: "What was asked for was not shown to you, so it is not on this receipt.",
    record: "About this receipt",
    bank: "Your bank",
    address: "Address",
    phone: "Phone",
    privacy: "How your bank uses your data",
    basis: "Why your bank may do this",
    kept: "How long we keep the record",
    years: (count: number) => (count === 1 ? "1 year" : `${count} years`),
    where: "Where we keep it",
    law: "Which law applies",
    receiptId: "Receipt number",
    consentId: "Request number",
    customerRef: "Number that stands for you",
    words: "Version of the wording",
    shown: "Code of the page you saw",
    asked: "Code of the request",
    check: "Check this receipt",
    code: "Code",
    codeHint: (address: string) =>
      `Anyone who has this receipt as a file can check it at ${address}. It must show this code.`,
    save: "Save it",
    saveAs: { pdf: "Save as PDF", json: "Save as data (JSON)" },
    back: "Back to your answer",
  },

  /** Plain, for the record that is signed: no sentence in it is cut to fit a page. */
  record: {
    purpose: {
      "account-access": (app: string) => `Share account information with ${app}`,
      "variable-payments": (app: string) => `Let ${app} take payments within limits`,
      file: (app: string) => `Make the payments in a file that ${app} sent`,
      "funds-confirmation": (app: string) => `Answer yes or no when ${app} asks if there is enough money`,
      "standing-order": (app: string) => `Set up a standing order that ${app} asked for`,
      payment: (app: string) => `Make one payment that ${app} asked for`,
    } satisfies Record<ConsentFamily, (app: string) => string>,
    /** The bank's own processing rests on the law, never on consent. */
    lawfulBasis: {
      "account-access":
        "The law on payment services: the bank must give an app the access that its customer has allowed. The consent itself is given to the app.",
      "variable-payments":
        "The law on payment services, and the bank’s contract with its customer. The consent is given to payments within these limits.",
      file: "The law on payment services, and the bank’s contract with its customer. The consent is given to the payments in this file.",
      "funds-confirmation":
        "The law on payment services: the bank must answer yes or no where its customer has agreed to it.",
      "standing-order":
        "The law on payment services, and the bank’s contract with its customer. The consent is given to this one standing order.",
      payment:
        "The law on payment services, and the bank’s contract with its customer. The consent is given to this one payment.",
    } satisfies Record<ConsentFamily, string>,
    information: {
      "standing-order": "A standing order: amounts, days, payee and reference",
      payment: "One payment: amount, payee and reference",
      "variable-payments": "Payments within limits: amounts, payee and reference",
      file: "A file of payments: amounts, payees and references",
      "funds-confirmation": "Whether there is enough money: yes or no",
    } satisfies Record<Exclude<ConsentFamily, "account-access">, string>,
    withdrawal: {
      lasting: (app: string, bank: string, phone: string) =>
        `Stop it on your connected apps page at ${bank}, in ${app}, or call ${phone}. It works at once.`,
      "standing-order": (_app: string, bank: string, phone: string) =>
        `Your bank can stop the payments that are still to come: call ${bank} on ${phone}.`,
      once: () => "A payment that was agreed to cannot be stopped here.",
    } satisfies Record<"lasting" | "standing-order" | "once", (app: string, bank: string, phone: string) => string>,
    withdrawn: "You stopped it. To start again, begin in the app.",
    nothingToWithdraw: "Nothing was agreed to.",
    unknownApp: "An app that gave no name",
    inRegister: (regulator: string, number: string) => `See the register of the ${regulator}, number ${number}`,
    notTold: "Not told to the bank",
  },

  check: {
    title: "Check a receipt",
    what: "Find out if a receipt came from us and still says what it said. You don’t need to sign in.",
    file: "The file",
    fileHint: "The receipt as it was saved: PDF or JSON, at most 256 kB.",
    or: "Or paste it",
    textHint: "The whole text of the JSON file.",
    check: "Check it",
    privacy: "We read what you send, answer, and keep nothing.",
    problem: "There is a problem",
    problems: {
      nothing: "Choose a file, or paste the text of a receipt.",
      "too-large": "This is too big to be a receipt. The limit is 256 kB.",
    },
    genuine: {
      title: "This receipt is real",
      text: (bank: string, date: string) => `${bank} issued it on ${date}, and nothing in it was changed since.`,
      later:
        "It says what was answered that day, and nothing about what happened since. “You” in it is the customer who answered.",
      says: "What it says",
    },
    notGenuine: {
      title: "This is not a receipt as we issued it",
      text: "It was changed after we issued it, or it never came from us. Do not rely on it.",
      hint: "Printing or editing a file makes another file of it. Try the one that was saved from our page.",
    },
    noReceipt: {
      title: "There is no receipt in this",
      text: "We looked for one in what you sent and found none. That does not tell whether a receipt was issued.",
      hint: "Use the PDF or JSON file as it was saved from our page.",
    },
    again: "Check another one",
  },
};
