import { plural } from "../plural";
import type { Words } from "../words";

export const standingOrder = {
  rhythm: {
    day: "jeden Tag",
    workingDay: "an jedem Werktag, Montag bis Freitag",
    days: plural("de", { one: "jeden Tag", other: "alle # Tage" }),
    weeks: plural("de", { one: "jede Woche", other: "alle # Wochen" }),
    months: plural("de", { one: "jeden Monat", other: "alle # Monate" }),
    weekday: (weekday) => `am ${weekday}`,
    date: (day) => `am ${day}.`,
    lastDay: "am letzten Tag",
    daysBeforeLast: plural("de", { one: "# Tag vor dem letzten", other: "# Tage vor dem letzten" }),
    weekdayOfMonth: [
      (weekday) => `am ersten ${weekday}`,
      (weekday) => `am zweiten ${weekday}`,
      (weekday) => `am dritten ${weekday}`,
      (weekday) => `am vierten ${weekday}`,
      (weekday) => `am letzten ${weekday}`,
    ],
    quarterDays: (days) => `jedes Vierteljahr: ${days}`,
  },

  standingOrder: {
    question: (amount, payee, rhythm) => `Zahlen Sie ${amount} an ${payee} ${rhythm}?`,
    to: (payee, rhythm) => `an ${payee} ${rhythm}?`,
    details: "Der Dauerauftrag",
    howOften: "Wie oft",
    first: "Erste Zahlung",
    regular: "Danach jedes Mal",
    last: "Letzte Zahlung",
    payment: (amount, day) => `${amount} am ${day}`,
    next: "Die nächsten Zahlungen",
    howLong: "Wie lange",
    untilStopped: "Bis Sie ihn beenden",
    payments: plural("de", { one: "# Zahlung", other: "# Zahlungen" }),
    lastOn: (payments, day) => `${payments}, die letzte am ${day}`,
    until: (day) => `Die letzte Zahlung ist am ${day}`,
    cannot: (app) => `Was ${app} mit diesem Dauerauftrag nicht tun kann`,
    cannotDo: [
      "eine andere Zahlung abbuchen",
      "den Betrag oder die Tage ändern",
      "Ihren Kontostand sehen",
      "Ihr Passwort sehen",
    ],
    summary: (amount, payee, app, rhythm) =>
      `Wenn Sie zustimmen, kann ${app} einen Dauerauftrag über ${amount} von dem Konto, das Sie wählen, an ${payee} einrichten: ${rhythm}.`,
    summaryLocked: (amount, payee, app, rhythm, account) =>
      `Wenn Sie zustimmen, kann ${app} einen Dauerauftrag über ${amount} vom Konto „${account}“ an ${payee} einrichten: ${rhythm}.`,
    firstIs: (amount, day) => `Die erste Zahlung beträgt ${amount}, am ${day}.`,
    lastIs: (amount) => `Die letzte Zahlung beträgt ${amount}.`,
    andThen: (before, amount) => `${before}, dann ${amount}`,
    atLast: (before, amount) => `${before} und zuletzt ${amount}`,
    afterwardsText: (bank, phone) =>
      `Sie können die Zahlungen stoppen, die noch kommen: Rufen Sie ${bank} an, ${phone}. Was gezahlt ist, bleibt gezahlt.`,
    allow: (amount) => `Zahlungen von ${amount} einrichten`,
  },
} satisfies Pick<Words, "rhythm" | "standingOrder">;
