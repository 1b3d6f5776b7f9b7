import { plural } from "../plural";

const ordinals = new Intl.PluralRules("en-GB", { type: "ordinal" });
const SUFFIXES: Partial<Record<Intl.LDMLPluralRule, string>> = { one: "st", two: "nd", few: "rd" };
const ordinal = (day: number) => `${day}${SUFFIXES[ordinals.select(day)] ?? "th"}`;

/** How often something is paid. What is every so often comes first, and the day of it after it. */
export const standingOrder = {
  rhythm: {
    day: "every day",
    workingDay: "every working day, Monday to Friday",
    days: plural("en-GB", { one: "every day", other: "every # days" }),
    weeks: plural("en-GB", { one: "every week", other: "every # weeks" }),
    months: plural("en-GB", { one: "every month", other: "every # months" }),
    weekday: (weekday: string) => `on ${weekday}`,
    date: (day: number) => `on the ${ordinal(day)}`,
    lastDay: "on the last day",
    daysBeforeLast: plural("en-GB", { one: "# day before the last one", other: "# days before the last one" }),
    weekdayOfMonth: [
      (weekday: string) => `on the first ${weekday}`,
      (weekday: string) => `on the second ${weekday}`,
      (weekday: string) => `on the third ${weekday}`,
      (weekday: string) => `on the fourth ${weekday}`,
      (weekday: string) => `on the last ${weekday}`,
    ],
    quarterDays: (days: string) => `every quarter, on ${days}`,
  },

  standingOrder: {
    question: (amount: string, payee: string, rhythm: string) => `Pay ${amount} to ${payee} ${rhythm}?`,
    to: (payee: string, rhythm: string) => `to ${payee} ${rhythm}?`,
    details: "The standing order",
    howOften: "How often",
    first: "First payment",
    regular: "Then each time",
    last: "Last payment",
    payment: (amount: string, day: string) => `${amount} on ${day}`,
    next: "The next payments",
    howLong: "How long",
    untilStopped: "Until you stop it",
    payments: plural("en-GB", { one: "# payment", other: "# payments" }),
    lastOn: (payments: string, day: string) => `${payments}, the last on ${day}`,
    until: (day: string) => `The last payment is on ${day}`,
    cannot: (app: string) => `What ${app} can’t do with this standing order`,
    cannotDo: ["take any other payment", "change the amount or the days", "see your balance", "see your password"],
    summary: (amount: string, payee: string, app: string, rhythm: string) =>
      `If you agree, ${app} can set up a standing order of ${amount} from the account you choose to ${payee}: ${rhythm}.`,
    summaryLocked: (amount: string, payee: string, app: string, rhythm: string, account: string) =>
      `If you agree, ${app} can set up a standing order of ${amount} from ${account} to ${payee}: ${rhythm}.`,
    firstIs: (amount: string, day: string) => `The first payment is ${amount}, on ${day}.`,
    lastIs: (amount: string) => `The last payment is ${amount}.`,
    andThen: (before: string, amount: string) => `${before}, then ${amount}`,
    atLast: (before: string, amount: string) => `${before}, and ${amount} at the end`,
    afterwardsText: (bank: string, phone: string) =>
      `You can stop the payments that are still to come: call ${bank} on ${phone}. Payments already made stay made.`,
    allow: (amount: string) => `Set up payments of ${amount}`,
  },
};
