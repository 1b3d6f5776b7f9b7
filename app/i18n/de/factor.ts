import { plural } from "../plural";
import type { Words } from "../words";

export const factor = {
  factor: {
    title: {
      "account-access": "Bestätigen Sie, dass Sie es sind",
      payment: "Bestätigen Sie diese Zahlung",
      "standing-order": "Bestätigen Sie diesen Dauerauftrag",
      "variable-payments": "Bestätigen Sie diese Zahlungen innerhalb von Grenzen",
      file: "Bestätigen Sie die Zahlungen in dieser Datei",
      "funds-confirmation": "Bestätigen Sie, dass Sie es sind",
    },
    intro: "Sie haben Ja gesagt. Dieser letzte Schritt zeigt, dass es wirklich Sie sind.",
    account: "Konto",
    accounts: "Konten",
    until: (time) => `Bestätigen Sie bis ${time}.`,
    passkey: {
      use: "Passkey benutzen",
      hint: "Ihr Gerät fragt nach Ihrem Finger, Ihrem Gesicht oder Ihrer PIN.",
      failed: "Ihr Passkey wurde nicht benutzt. Versuchen Sie es noch einmal oder nehmen Sie einen Code.",
    },
    code: {
      send: (ending) => `Code an das Telefon mit der Endung ${ending} senden`,
      sent: (ending) => `Wir haben einen Code an das Telefon mit der Endung ${ending} gesendet.`,
      reference: (reference) => `In der Nachricht steht ${reference}. Daran erkennen Sie, dass es die richtige ist.`,
      worksUntil: (time) => `Der Code gilt bis ${time}.`,
      label: "Code aus der Nachricht",
      again: "Neuen Code senden",
      noMore: "Wir können für diese Anfrage keinen weiteren Code senden.",
    },
    back: "Zurück",
    problems: {
      wrongCode: plural("de", {
        one: "Dieser Code stimmt nicht. Sie haben noch # Versuch.",
        other: "Dieser Code stimmt nicht. Sie haben noch # Versuche.",
      }),
      noCode: "Geben Sie die sechs Ziffern des Codes ein.",
      codeOver: "Dieser Code ist abgelaufen. Lassen Sie sich einen neuen senden.",
      wrongPasskey: "Wir konnten diesen Passkey nicht prüfen. Versuchen Sie es noch einmal oder nehmen Sie einen Code.",
      notSent: "Wir konnten keinen Code senden. Versuchen Sie es in einer Minute noch einmal.",
    },
    noWay: (bank, phone) =>
      `Wir haben von Ihnen weder einen Passkey noch eine Telefonnummer. Deshalb können wir nicht prüfen, ob Sie es sind. Rufen Sie ${bank} an: ${phone}.`,
    over: {
      title: "Ihre Zeit zum Bestätigen ist vorbei",
      happened: "Sie haben nicht rechtzeitig bestätigt. Deshalb zählt Ihr Ja nicht.",
      toDo: "Lesen Sie alles noch einmal. Wenn es noch stimmt, sagen Sie Ja und bestätigen Sie es.",
    },
    message: (bank, question, code, time, reference) =>
      `${bank}: ${question} Ihr Code ist ${code}. Er gilt bis ${time}. Geben Sie ihn niemandem. Referenz ${reference}.`,
    receipt: {
      label: "Bestätigt mit",
      passkey: "Ihrem Passkey",
      code: "einem Code an Ihr Telefon",
    },
  },
} satisfies Partial<Words>;
