import type { Words } from "../words";

export const domesticPayment = {
  domesticPayment: {
    question: (amount, payee) => `Zahlen Sie ${amount} an ${payee}?`,
    verb: "Zahlen Sie",
    to: (payee) => `an ${payee}?`,
    between: "soll zahlen auf Anfrage von",
    appRole: "Bittet Sie um diese Zahlung",
    details: "Die Zahlung",
    payee: "An",
    sortCode: "Bankleitzahl (Sort Code)",
    accountNumber: "Kontonummer",
    iban: "IBAN",
    card: "Karte",
    otherAccount: "Konto",
    /** Confirmation of payee: what was found, and what to do. */
    nameCheck: {
      label: "Namensprüfung",
      match: "Der Name passt zu diesem Konto.",
      closeMatch: (name) => `Dieses Konto läuft auf den Namen ${name}. Prüfen Sie, ob Sie diesen Empfänger meinen.`,
      noMatch: "Der Name passt nicht zu diesem Konto. Prüfen Sie die Angaben mit dem, den Sie bezahlen wollen.",
      unavailable: "Wir konnten den Namen zu diesem Konto nicht prüfen. Prüfen Sie die Angaben, bevor Sie zahlen.",
    },
    reference: "Verwendungszweck",
    noReference: "Keiner angegeben",
    amount: "Betrag",
    charge: {
      you: "Entgelt, das Sie zahlen",
      payee: "Entgelt, das die andere Seite zahlt",
      shared: "Unser Entgelt, das Sie zahlen",
      "by-agreement": "Entgelt, gezahlt wie vereinbart",
    },
    total: "Summe, die von Ihrem Konto abgeht",
    when: "Wann",
    now: "Einmal, sobald Sie zustimmen",
    cannot: (app) => `Was ${app} mit dieser Zahlung nicht tun kann`,
    cannotDo: [
      "eine andere Zahlung abbuchen",
      "Ihren Kontostand sehen",
      "Ihre anderen Zahlungen sehen",
      "Ihr Passwort sehen",
    ],
    choose: "Wählen Sie das Konto, von dem Sie zahlen",
    chooseHint: "Das Geld geht von dem einen Konto ab, das Sie wählen.",
    locked: "Das Konto, von dem Sie zahlen",
    lockedHint: (app) => `${app} hat dieses Konto gewählt. Wenn Sie ein anderes nutzen wollen, beginnen Sie dort neu.`,
    unavailable: "Konten, die Sie für diese Zahlung nicht nutzen können",
    joint: (people) => `Gehört auch ${people}.`,
    lowFunds: "Das ist weniger als die Zahlung.",
    lowFundsWithCharges: "Das ist weniger als die Zahlung mit den Entgelten.",
    summary: (amount, payee, app) =>
      `Wenn Sie zustimmen, kann ${app} einmal ${amount} von dem Konto, das Sie wählen, an ${payee} senden.`,
    summaryLocked: (amount, payee, app, account) =>
      `Wenn Sie zustimmen, kann ${app} einmal ${amount} vom Konto „${account}“ an ${payee} senden.`,
    afterwards: "Wenn Sie es sich anders überlegen",
    afterwardsText:
      "Sobald Sie zustimmen, können Sie diese Zahlung hier nicht mehr stoppen. Prüfen Sie zuerst die Angaben.",
    allow: (amount) => `${amount} zahlen`,
    refuse: "Nicht zahlen",
  },
} satisfies Pick<Words, "domesticPayment">;
