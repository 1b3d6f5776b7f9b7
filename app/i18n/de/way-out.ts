import type { Words } from "../words";

export const wayOut = {
  refusal: {
    title: (refuse) => `${refuse} und sagen, warum (freiwillig)`,
    hint: (app) => `Jede Schaltfläche sagt Nein. Den Grund erfährt ${app} nicht.`,
    reasons: {
      "changed-mind": "Ich habe es mir anders überlegt",
      "asks-too-much": "Es wird zu viel verlangt",
      "wrong-account": "Falsche Bank oder falsches Konto",
      "not-recognised": "Ich kenne diese Anfrage nicht",
      "other-reason": "Etwas anderes",
    },
  },
  report: {
    button: "Stoppen und melden",
    orCall: (bank) => `Sie können auch anrufen. ${bank}:`,
  },
  signedIn: {
    as: (name) => `Angemeldet als ${name}.`,
    other: "Sind Sie das nicht? Als jemand anderes anmelden",
    title: "Als jemand anderes anmelden",
    happened: "Die Anfrage geht weiter, sobald Sie sich neu angemeldet haben. Diese Seite ist beendet.",
    go: "Zur Anmeldung",
  },
  expiry: {
    until: (time) => `Sie können bis ${time} antworten.`,
    nearlyOver: (time) => `Ihre Zeit zum Antworten endet um ${time}.`,
    more: "Ich brauche mehr Zeit",
  },
  moment: {
    title: "Nehmen Sie sich einen Moment",
    intro: "Diese Seite zeigen wir vor manchen Anfragen, egal von wem sie kommen. Fragen Sie sich:",
    checks: [
      "Haben Sie das selbst begonnen, in der App?",
      "Sagt Ihnen jemand, was Sie drücken sollen? Das tun wir nie, und die Polizei auch nicht.",
      "Wissen Sie, was Sie dafür bekommen?",
    ],
    asked: "Worum es geht",
    asker: "Wer fragt",
    goOn: "Weiter zur Anfrage",
  },
  reported: {
    title: "Sie haben diese Anfrage gemeldet",
    happened: {
      refused: "Sie haben uns gesagt, dass Sie das nicht erwartet haben. Wir haben für Sie Nein gesagt.",
      waiting:
        "Sie haben uns gesagt, dass Sie das nicht erwartet haben. Ihr Nein ist gespeichert und geht hinaus, sobald unser System antwortet.",
      over: "Sie haben uns gesagt, dass Sie das nicht erwartet haben. Die Anfrage war da schon vorbei. Es gab nichts mehr abzulehnen.",
    },
    toDo: (bank, phone) =>
      `Sie können diese Seite schließen. Unser Team gegen Betrug sieht sich das an. Haben Sie jemandem ein Passwort oder einen Code gegeben? Dann rufen Sie jetzt an. ${bank}: ${phone}.`,
    reference: "Nummer der Meldung",
  },
} satisfies Pick<Words, "refusal" | "signedIn" | "report" | "expiry" | "moment" | "reported">;
