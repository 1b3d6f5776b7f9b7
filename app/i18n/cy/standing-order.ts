import { plural } from "../plural";
import type { Words } from "../words";

export const standingOrder = {
  rhythm: {
    day: "bob dydd",
    workingDay: "bob diwrnod gwaith, dydd Llun i ddydd Gwener",
    days: plural("cy", { one: "bob diwrnod", two: "bob # ddiwrnod", other: "bob # diwrnod" }),
    weeks: plural("cy", { one: "bob wythnos", other: "bob # wythnos" }),
    months: plural("cy", { one: "bob mis", two: "bob # fis", other: "bob # mis" }),
    weekday: (weekday) => `ar ${weekday.replace(/^Dydd/, "ddydd")}`,
    date: (day) => `ar ddiwrnod ${day}`,
    lastDay: "ar y diwrnod olaf",
    daysBeforeLast: plural("cy", {
      one: "# diwrnod cyn yr olaf",
      two: "# ddiwrnod cyn yr olaf",
      other: "# diwrnod cyn yr olaf",
    }),
    weekdayOfMonth: [
      (weekday) => `ar y ${weekday.replace(/^D/, "d")} cyntaf`,
      (weekday) => `ar yr ail ${weekday.replace(/^Dydd/, "ddydd")}`,
      (weekday) => `ar y trydydd ${weekday.replace(/^D/, "d")}`,
      (weekday) => `ar y pedwerydd ${weekday.replace(/^D/, "d")}`,
      (weekday) => `ar y ${weekday.replace(/^D/, "d")} olaf`,
    ],
    quarterDays: (days) => `bob chwarter, ar ${days}`,
  },

  standingOrder: {
    question: (amount, payee, rhythm) => `Talu ${amount} i ${payee} ${rhythm}?`,
    to: (payee, rhythm) => `i ${payee} ${rhythm}?`,
    details: "Yr archeb sefydlog",
    howOften: "Pa mor aml",
    first: "Taliad cyntaf",
    regular: "Wedyn bob tro",
    last: "Taliad olaf",
    payment: (amount, day) => `${amount} ar ${day}`,
    next: "Y taliadau nesaf",
    howLong: "Am faint",
    untilStopped: "Nes i chi ei stopio",
    payments: plural("cy", {
      one: "# taliad",
      two: "# daliad",
      few: "# thaliad",
      many: "# thaliad",
      other: "# taliad",
    }),
    lastOn: (payments, day) => `${payments}, yr olaf ar ${day}`,
    until: (day) => `Mae’r taliad olaf ar ${day}`,
    cannot: (app) => `Beth na all ${app} ei wneud gyda’r archeb sefydlog hon`,
    cannotDo: ["cymryd unrhyw daliad arall", "newid y swm na’r dyddiau", "gweld eich balans", "gweld eich cyfrinair"],
    summary: (amount, payee, app, rhythm) =>
      `Os byddwch yn cytuno, gall ${app} drefnu archeb sefydlog o ${amount} o’r cyfrif rydych yn ei ddewis i ${payee}: ${rhythm}.`,
    summaryLocked: (amount, payee, app, rhythm, account) =>
      `Os byddwch yn cytuno, gall ${app} drefnu archeb sefydlog o ${amount} o’r cyfrif ‘${account}’ i ${payee}: ${rhythm}.`,
    firstIs: (amount, day) => `${amount} ar ${day} yw’r taliad cyntaf.`,
    lastIs: (amount) => `${amount} yw’r taliad olaf.`,
    andThen: (before, amount) => `${before}, wedyn ${amount}`,
    atLast: (before, amount) => `${before}, a ${amount} ar y diwedd`,
    afterwardsText: (bank, phone) =>
      `Gallwch stopio’r taliadau sydd eto i ddod: ffoniwch ${bank} ar ${phone}. Bydd taliadau a wnaed eisoes yn aros.`,
    allow: (amount) => `Trefnu taliadau o ${amount}`,
  },
} satisfies Pick<Words, "rhythm" | "standingOrder">;
