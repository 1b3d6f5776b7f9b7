import type { Words } from "../words";

export const crossBorder = {
  crossBorder: {
    details: "Die Zahlung ins Ausland",
    bank: "Bank der anderen Seite",
    bankCode: "Kennung (BIC)",
    country: "Land",
    gets: "Die andere Seite bekommt",
    about: (amount) => `Etwa ${amount}`,
    rate: "Wechselkurs",
    held: "Wie lange der Kurs gilt",
    heldUntil: (time) => `Bis ${time}. Danach beginnen Sie neu.`,
    agreed: "Wir haben diesen Kurs vorher mit Ihnen vereinbart.",
    indicative: "Er steht nicht fest. Der endgültige Betrag kann anders sein.",
    unknown: "Wir legen ihn fest, wenn wir das Geld senden. Der endgültige Betrag kann anders sein.",
    ofEachDay: {
      leaves:
        "Wir rechnen jede Zahlung zum Kurs ihres Tages um. Der Betrag, der von Ihrem Konto abgeht, kann sich ändern.",
      gets: "Wir rechnen jede Zahlung zum Kurs ihres Tages um. Der Betrag, den die andere Seite bekommt, kann sich ändern.",
    },
    feeEach: (fee) => `${fee} für jede Zahlung`,
    fees: "Wer die Entgelte zahlt",
    feesBorneBy: {
      you: "Sie zahlen alle Entgelte",
      payee: "Die andere Seite zahlt alle Entgelte",
      shared: "Sie zahlen unser Entgelt. Die andere Bank kann dem Empfänger etwas berechnen.",
      "by-agreement": "Wie die Banken es vereinbart haben",
    },
    totalUnknown: "Wir rechnen sie aus, wenn wir das Geld senden",
    totalFrom: (currency) => `Summe von einem Konto in dieser Währung: ${currency}`,
    speed: "Tempo",
    urgent: "Eilig",
    purpose: "Wofür",
  },
} satisfies Pick<Words, "crossBorder">;
