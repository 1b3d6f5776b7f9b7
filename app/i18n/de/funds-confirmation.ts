import type { Words } from "../words";

export const fundsConfirmation = {
  fundsConfirmation: {
    question: (app) => `${app} mit Ja oder Nein antworten, ob Ihr Geld reicht?`,
    between: "würde mit Ja oder Nein antworten auf Fragen von",
    appRole: "Fragt, ob auf Ihrem Konto genug Geld ist",
    details: "Was wir antworten",
    answer: { label: "Die Antwort", text: "Nur Ja oder Nein, nie wie viel Sie haben" },
    issuer: "Wer fragt",
    pastAnswers: {
      label: "Frühere Antworten",
      text: (bank, phone) =>
        `Was wir geantwortet haben, steht bei ${bank} auf der Seite mit Ihren verbundenen Apps. Oder rufen Sie uns an: ${phone}.`,
    },
    cannotDo: [
      "sehen, wie viel Sie haben",
      "Ihre Zahlungen sehen",
      "Ihr Geld abbuchen oder sperren",
      "Ihr Passwort sehen",
    ],
    locked: "Das Konto, nach dem gefragt wird",
    summary: (app, account, until) =>
      `Wenn Sie zustimmen, antworten wir ${app} mit Ja oder Nein auf die Frage, ob auf dem Konto „${account}“ genug Geld ist, ${until}.`,
    allow: "Ja oder Nein erlauben",
    refuse: "Nicht erlauben",
    notYours: (app, number) => `${app} hat nach dem Konto ${number} gefragt. Es ist keines Ihrer Konten bei uns.`,
    unavailable: {
      title: "Über das genannte Konto können wir nichts sagen",
      happened: (app, number) => `${app} hat nach Ihrem Konto ${number} gefragt.`,
    },
  },
} satisfies Pick<Words, "fundsConfirmation">;
