import { plural } from "../plural";
import type { Words } from "../words";

export const filePayment = {
  filePayment: {
    payments: plural("de", { one: "# Zahlung", other: "# Zahlungen" }),
    inPayments: plural("de", { one: "in # Zahlung?", other: "in # Zahlungen?" }),
    make: "Wollen Sie",
    fromFile: "aus dieser Datei ausführen?",
    question: (payments) => `Wollen Sie ${payments} aus dieser Datei ausführen?`,
    questionOfSum: (amount, inPayments) => `Zahlen Sie ${amount} ${inPayments}`,
    appRole: "Bittet Sie um diese Zahlungen",
    details: "Die Datei",
    count: "Zahlungen darin",
    total: "Summe",
    totalIn: (currency) => `Summe (${currency})`,
    reference: "Ihr Verwendungszweck",
    when: (date) => `Einmal, am ${date}`,
    check: "Unsere Prüfung",
    checked: (app) =>
      `Wir haben die Zahlungen selbst gezählt und addiert. Es ist die Datei, die ${app} uns angekündigt hat, und nichts darin wurde geändert.`,
    hash: "Prüfwert der Datei",
    allRows: "Alle Zahlungen in der Datei",
    firstRows: (count) => `Die ersten zehn von ${count}`,
    rowReference: (reference) => `Verwendungszweck: ${reference}`,
    download: {
      link: "Alle Zahlungen in einer Tabellendatei ansehen",
      columns: { account: "Konto", currency: "Währung" },
    },
    cannotDo: ["die Datei ändern", "eine andere Zahlung abbuchen", "Ihren Kontostand sehen", "Ihr Passwort sehen"],
    unavailable: "Konten, die Sie für diese Zahlungen nicht nutzen können",
    lowFunds: "Das ist weniger als die Summe der Zahlungen.",
    summary: (app, payments, amount) =>
      `Wenn Sie zustimmen, kann ${app} einmal ${payments} von dem Konto auslösen, das Sie wählen. Zusammen sind es ${amount}.`,
    summaryLocked: (app, payments, amount, account) =>
      `Wenn Sie zustimmen, kann ${app} einmal ${payments} vom Konto „${account}“ auslösen. Zusammen sind es ${amount}.`,
    leaveOn: (day) => `Sie gehen am ${day} ab.`,
    afterwardsText:
      "Sobald Sie zustimmen, können Sie diese Zahlungen hier nicht mehr stoppen. Prüfen Sie zuerst die Angaben.",
    allow: (amount) => `${amount} zahlen`,
  },
} satisfies Pick<Words, "filePayment">;
