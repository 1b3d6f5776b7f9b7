import type { UnavailableReason } from "~/domain/consent/offered-account";
import type { ConsentKind } from "~/domain/consent-kinds/index";
import type { Cluster, LineId, WithheldId } from "~/domain/permissions/clusters";

type Outcome = "allowed" | "refused";

/**
 * How to write here: short and active, "you", the bank and the app by name, what happened before what to do. A reader of
 * eleven understands it (C-20). No codes, no "please", no exclamation marks.
 */
export const enGB = {
  /** Kept with each decision, so that what was said can be told from what is said now. Change it with the words. */
  version: "en-GB-1",
  locale: "en-GB",

  frame: {
    secure: "Secure page",
    notExpected: "Not expecting this?",
    refuseThenCall: (refuse: string, bank: string) => `Choose “${refuse}”, then call ${bank} on`,
    call: (bank: string) => `Call ${bank} on`,
    titleOf: (page: string, bank: string) => `${page} – ${bank}`,
    errorTitle: (page: string) => `Error: ${page}`,
  },

  parties: {
    label: "Who is involved",
    bank: "Your bank",
    registration: (regulator: string, number: string) => `${regulator} number ${number}`,
  },

  promise: (app: string) => `${app} does not need your bank password. Never give it to anyone.`,

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
    products: "your fees and interest",
    offers: "offers we made you",
    "party-holders": "the holders’ contact details",
    "party-self": "your own contact details",
  } satisfies Record<WithheldId, string>,

  accountAccess: {
    question: (app: string) => `Share your account information with ${app}?`,
    between: "would be shared with",
    appRole: "Asks to see your information",
    willSee: (app: string) => `What ${app} will see`,
    details: "Details",
    cannotSee: (app: string) => `What ${app} can’t see or do`,
    cannotDo: ["move your money", "see your password"],
    see: "see",
    history: {
      between: (from: string, to: string) => `From ${from} to ${to}`,
      since: (from: string) => `From ${from} on`,
      until: (to: string) => `Everything we keep up to ${to}`,
      all: "As far back as we keep them",
    },
    why: "Why it asks",
    theirWords: (app: string) => `In ${app}’s own words`,
    noPurpose: (app: string) => `${app} has not told us why.`,
    howLong: "How long",
    until: (date: string) => `Until ${date}`,
    openEnded: "Until you stop it",
    openEndedNote: "There is no end date.",
    choose: "Choose the accounts to share",
    chooseHint: (app: string) => `${app} will only see the accounts you tick.`,
    unavailable: "Accounts you can’t share this way",
    joint: (people: string) => `Also belongs to ${people}. If you share it, the app sees what you all do with it.`,
    summary: (app: string, clusters: string, until: string) =>
      `If you allow this, ${app} will see ${clusters} for each account you tick, ${until}.`,
    summaryUntil: (date: string) => `until ${date}`,
    summaryOpenEnded: "until you stop it",
    afterwards: "How to stop",
    afterwardsText: (app: string, bank: string, phone: string) =>
      `You can stop at any time. Do it in ${app}, or call ${bank} on ${phone}.`,
    allow: "Allow sharing",
    refuse: "Don’t allow",
  },

  domesticPayment: {
    question: (amount: string, payee: string) => `Pay ${amount} to ${payee}?`,
    verb: "Pay",
    to: (payee: string) => `to ${payee}?`,
    between: "was asked to pay by",
    appRole: "Asks you to make this payment",
    details: "The payment",
    payee: "To",
    sortCode: "Sort code",
    accountNumber: "Account number",
    iban: "IBAN",
    card: "Card",
    otherAccount: "Account",
    reference: "Reference",
    noReference: "None given",
    amount: "Amount",
    charge: {
      you: "Charge you pay",
      payee: "Charge the other side pays",
      shared: "Charge you share with the other side",
      "by-agreement": "Charge, paid as agreed",
    },
    total: "Total that leaves your account",
    when: "When",
    now: "Once, as soon as you agree",
    cannot: (app: string) => `What ${app} can’t do`,
    cannotDo: ["take any other payment", "see your balance", "see your other payments", "see your password"],
    choose: "Choose the account to pay from",
    chooseHint: "The money leaves the one account you choose.",
    locked: "The account you pay from",
    lockedHint: (app: string) => `${app} chose this account. If you want to use another, start again there.`,
    unavailable: "Accounts you can’t use for this payment",
    joint: (people: string) => `Also belongs to ${people}.`,
    lowFunds: "This is less than the payment.",
    summary: (amount: string, payee: string, app: string) =>
      `If you agree, ${app} can send ${amount} from the account you choose to ${payee}, once.`,
    summaryLocked: (amount: string, payee: string, app: string, account: string) =>
      `If you agree, ${app} can send ${amount} from ${account} to ${payee}, once.`,
    afterwards: "If you change your mind",
    afterwardsText: "Once you agree, you can’t stop this payment here. Check the details first.",
    allow: (amount: string) => `Pay ${amount}`,
    refuse: "Don’t pay",
  },

  account: {
    kinds: { current: "Current account", savings: "Savings account", "credit-card": "Credit card" },
    ending: (digits: string) => `ending ${digits}`,
    balance: (amount: string) => `Balance ${amount}`,
    overdrawn: (amount: string) => `Overdrawn by ${amount}`,
    chosenOf: (total: number) => `of ${total} chosen`,
    unavailable: {
      closed: { reason: "This account is closed.", remedy: "Choose one that is open." },
      "cannot-share": { reason: "We can’t share this kind of account.", remedy: "Choose another account." },
      "cannot-pay": { reason: "You can’t pay other people from this account.", remedy: "Use a current account." },
      "other-currency": { reason: "It is in another currency.", remedy: "Use an account in the payment’s currency." },
      "not-the-named-account": {
        reason: "The app named another account.",
        remedy: "To use this one, start again in the app.",
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

  stop: {
    whatHappened: "What happened",
    wasAnythingShared: "Was anything shared?",
    wasAnythingPaid: "Was anything paid?",
    whatToDo: "What to do",
    reference: "Reference",
    referenceHint: "Quote it if you call.",
    nothingShared: "No. Nothing was shared.",
    nothingPaid: "No. No money has left your account.",
    /** For pages that cannot know what was answered before, perhaps in another browser. */
    nothingEither: "Not through this page. If you answered before, that answer counts.",
    theApp: "the app",
    startAgain: (app: string) => `Go back to ${app} and start again.`,
    tryAgain: "Try again",
    lookAgain: "Read it again",
    goTo: (app: string) => `Go to ${app}`,
    backTo: (app: string) => `Go back to ${app}`,
    decided: {
      title: { allowed: "You have already said yes", refused: "You have already said no" } satisfies Record<
        Outcome,
        string
      >,
      happened: {
        "account-access": {
          allowed: (app: string) => `You allowed ${app} to see your account information.`,
          refused: (app: string) => `You did not allow ${app} to see your account information.`,
        },
        "domestic-payment": {
          allowed: (app: string) => `You agreed to the payment that ${app} asked for.`,
          refused: (app: string) => `You did not agree to the payment that ${app} asked for.`,
        },
      } satisfies Record<ConsentKind, Record<Outcome, (app: string) => string>>,
      shared: {
        "account-access": "You allowed it, so it can be shared.",
        "domestic-payment": "You agreed to it, so it can be paid. It can’t be paid twice.",
      } satisfies Record<ConsentKind, string>,
      toDo: (app: string) => `Your first answer counts, and it can’t be changed here. Go back to ${app} to carry on.`,
    },
    expired: {
      title: "You ran out of time to answer",
      happened: (app: string) => `The request from ${app} was open for a short time only. That time is over.`,
    },
    unknown: {
      title: "We can’t show this request",
      happened: "The link is not complete, or it was used before, or it is too old.",
      toDo: "Go back to the app you came from and start again.",
    },
    openedElsewhere: {
      title: "This request is open somewhere else",
      happened: "It was opened in another browser or on another device. To keep you safe, it works in that one only.",
      toDo: "Carry on there, or go back to the app and start again. If it was not you, call us.",
    },
    withdrawn: {
      title: (app: string) => `${app} no longer asks for this`,
      happened: (app: string) => `${app} took its request back, or it can’t be used any more.`,
    },
    changed: {
      title: (app: string) => `${app} changed what it asks for`,
      happened: "What you saw is not what is asked now, so we did not act on your answer.",
      toDo: "Read the new request before you answer.",
    },
    unavailable: {
      title: "We can’t do this right now",
      happened: "One of our systems does not answer.",
      toDo: (app: string) => `Wait a minute, then try again. You can also go back to ${app} and start again later.`,
    },
    notUnderstood: {
      title: "We can’t show all of this request",
      happened: (app: string) => `${app} asked for something we can’t explain to you. So we won’t let it through.`,
      toDo: (app: string) => `We have noted the fault. Go back to ${app}: only they can send a correct request.`,
    },
    requesterUnknown: {
      title: "We don’t know who is asking",
      happened: "The app that sent you here has given us no name. You can’t say yes to someone with no name.",
      toDo: "End this request. If you did not start it, call us.",
      end: "End this request",
    },
    noAccount: {
      title: {
        "account-access": "You have no account to share",
        "domestic-payment": "You have no account to pay from",
      } satisfies Record<ConsentKind, string>,
      happened: {
        "account-access": (app: string) => `${app} asked to see account information, but none of yours can be shared.`,
        "domestic-payment": (app: string) => `${app} asked for a payment, but none of your accounts can make it.`,
      } satisfies Record<ConsentKind, (app: string) => string>,
      toDo: (app: string) => `Go back to ${app}. It will be told that you did not go on.`,
      accounts: "Your accounts",
    },
    namedAccountNotYours: {
      title: "The account named is not yours",
      happened: (app: string, number: string) =>
        `${app} asked to pay from the account ${number}. It is not one of your accounts with us.`,
      toDo: (app: string) => `Go back to ${app} and choose one of your own accounts there.`,
    },
    namedAccountUnavailable: {
      title: "You can’t pay from the account named",
      happened: (app: string, number: string) => `${app} asked to pay from your account ${number}.`,
      toDo: (app: string) => `Go back to ${app} and choose another account there.`,
    },
    leaving: {
      title: (app: string) => `Taking you back to ${app}`,
      happened: {
        "account-access": {
          allowed: (app: string) => `You allowed ${app} to see what you chose.`,
          refused: (app: string) => `You did not allow ${app} to see your account information.`,
        },
        "domestic-payment": {
          allowed: (app: string) => `You agreed to the payment. ${app} can now send it.`,
          refused: (app: string) => `You did not agree to the payment that ${app} asked for.`,
        },
      } satisfies Record<ConsentKind, Record<Outcome, (app: string) => string>>,
      toDo: "If nothing happens, use the button below.",
    },
    recording: {
      title: "We have your answer, but it has not gone through yet",
      happened: {
        allowed: "You said yes. We saved your answer, but the system that acts on it does not answer.",
        refused: "You said no. We saved your answer, but the system that passes it on does not answer.",
      } satisfies Record<Outcome, string>,
      nothingYet: {
        "account-access": "Not yet. Nothing was shared so far.",
        "domestic-payment": "Not yet. No money has left your account so far.",
      } satisfies Record<ConsentKind, string>,
      toDo: "Wait a minute, then try again. Your answer stays the same.",
    },
  },
};
