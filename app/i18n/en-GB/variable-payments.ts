import type { PeriodicLimit } from "~/domain/consent-kinds/domestic-vrp";

type Period = PeriodicLimit["period"];

/** The question whether to let an app take payments later, within limits (P-20). */
export const variablePayments = {
  domesticVrp: {
    question: (app: string) => `Let ${app} take payments from your account, within limits?`,
    between: "would pay when asked by",
    appRole: "Asks to take payments later, within limits",
    limits: "The most it can take",
    eachTime: (amount: string) => `No more than ${amount} each time`,
    calendar: {
      day: (amount: string) => `No more than ${amount} each day`,
      week: (amount: string) => `No more than ${amount} each calendar week`,
      month: (amount: string) => `No more than ${amount} each calendar month`,
      "half-year": (amount: string) => `No more than ${amount} each half of a calendar year`,
      year: (amount: string) => `No more than ${amount} each calendar year`,
    } satisfies Record<Exclude<Period, "fortnight">, (amount: string) => string>,
    fromStart: {
      day: (amount: string) => `No more than ${amount} each day`,
      week: (amount: string) => `No more than ${amount} each week`,
      fortnight: (amount: string) => `No more than ${amount} every two weeks`,
      month: (amount: string) => `No more than ${amount} each month`,
      "half-year": (amount: string) => `No more than ${amount} every six months`,
      year: (amount: string) => `No more than ${amount} each year`,
    } satisfies Record<Period, (amount: string) => string>,
    meaning: {
      day: "From midnight to midnight.",
      week: "From Monday to Sunday.",
      month: "From the first day of the month to the last.",
      "half-year": "From January to June, and from July to December.",
      year: "From January to December.",
    } satisfies Record<Exclude<Period, "fortnight">, string>,
    countedFrom: (date: string) => `Counted from ${date}.`,
    countedFromYes: "Counted from the day you agree.",
    shorterMonths: "Where a month has no such day, from its last day.",
    part: (until: string, most: string, days: string) => `First, until ${until}, the most is ${most}: ${days}.`,
    daysOf: (days: string, all: string) => `${days} out of ${all}`,
    used: (used: string, left: string, until: string) => `${used} used so far. ${left} left until ${until}.`,
    details: "The payments",
    namedLater: (app: string) => `${app} chooses who gets paid each time`,
    claimed: (app: string, text: string) => `${app} says: ${text}`,
    purpose: {
      label: "What for",
      sweeping: "Moving money between your own accounts",
      other: "Paying other people and firms",
    },
    asks: {
      label: "Asking you",
      each: "We ask you before each payment",
      never: "We don’t ask you again before a payment",
    },
    away: {
      label: "While you are away",
      pays: "It can take payments",
      waits: "No payments: you must be using the app",
    },
    cannotDo: ["take more than these limits", "see your balance", "see your other payments", "see your password"],
    cannotPayOthers: "pay anyone else",
    chooseHint: "All payments leave from the one account you choose.",
    unavailable: "Accounts you can’t use for these payments",
    summary: (app: string, most: string, until: string) =>
      `If you agree, ${app} can take up to ${most} each time from the account you choose, within all the limits above, ${until}.`,
    summaryLocked: (app: string, most: string, until: string, account: string) =>
      `If you agree, ${app} can take up to ${most} each time from ${account}, within all the limits above, ${until}.`,
    allow: "Allow payments",
    refuse: "Don’t allow",
  },
  /** What holds until it ends by itself or is stopped. */
  lasting: {
    starts: "Starts",
    startsNow: "As soon as you agree",
    ends: "Ends",
    on: (date: string) => `On ${date}`,
    openEnded: "When you stop it",
    until: (date: string) => `until ${date}`,
    untilStopped: "until you stop it",
    cannot: (app: string) => `What ${app} can’t do with this`,
  },
};
