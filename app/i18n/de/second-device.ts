import type { Words } from "../words";

export const secondDevice = {
  secondDevice: {
    button: "Auf dem Handy weitermachen",
    offered: {
      scan: "Scannen Sie das mit der Kamera Ihres Handys.",
      picture: "QR-Code, der die Seite mit dem Code öffnet",
      type: (address) => `Oder öffnen Sie ${address} auf Ihrem Handy und geben Sie diesen Code ein:`,
      lasts: "Der Code gilt einmal und zwei Minuten lang. Sie müssen sich auf dem Handy anmelden.",
    },
    joined: {
      title: "Geben Sie diese Zahl auf Ihrem Handy ein",
      text: "Ihr Handy fragt danach. Sonst muss sie niemand wissen.",
    },
    matched: {
      title: "Antworten Sie auf Ihrem Handy",
      text: "Diese Seite geht von selbst weiter, wenn Sie dort geantwortet haben.",
    },
    late: {
      title: "Der Code ist abgelaufen",
      text: "Es hat sich nichts geändert. Sie können einen neuen Code holen oder hier weitermachen.",
    },
    locked: {
      title: "Die Zahl war dreimal falsch",
      text: "Zu Ihrer Sicherheit geht diese Anfrage nicht mehr auf dem Handy. Es hat sich nichts geändert, und Sie können hier weitermachen.",
    },
    newCode: "Neuen Code holen",
    goOnHere: "Stattdessen hier weitermachen",
    code: { title: "Geben Sie den Code von Ihrem anderen Bildschirm ein", label: "Ihr Code" },
    number: { title: "Welche Zahl steht auf Ihrem anderen Bildschirm?", label: "Zahl, zwei Ziffern" },
    goOn: "Weiter",
    problem: "Es gibt ein Problem",
    problems: {
      "no-code": "Das ist kein Code. Ein Code hat acht Buchstaben und Ziffern.",
      used: "Dieser Code wurde schon benutzt. Holen Sie auf Ihrem anderen Bildschirm einen neuen.",
      late: "Dieser Code ist abgelaufen. Holen Sie auf Ihrem anderen Bildschirm einen neuen.",
      "another-customer": "Dieser Code gehört zur Anfrage von jemand anderem. Es hat sich nichts geändert.",
      unknown: "Wir kennen diesen Code nicht. Prüfen Sie ihn, oder holen Sie auf Ihrem anderen Bildschirm einen neuen.",
      "wrong-number": "Das ist nicht die Zahl auf Ihrem anderen Bildschirm. Sehen Sie noch einmal nach.",
      over: "Sie können diese Anfrage nicht auf diesem Gerät beantworten. Es hat sich nichts geändert. Machen Sie auf Ihrem anderen Bildschirm weiter.",
    },
    close: "Ihr anderer Bildschirm geht von selbst weiter. Sie können diese Seite schließen.",
    decoupled: {
      check: {
        title: "Sehen Sie auf Ihren anderen Bildschirm",
        text: (message) => `Dort muss ${message} stehen. Steht dort etwas anderes, sagen Sie Nein.`,
      },
      answered: "Sie haben geantwortet",
      carryOn: (app) => `Sie können an Ihrem anderen Bildschirm mit ${app} weitermachen.`,
      finish: "Hier beenden",
    },
  },
} satisfies Pick<Words, "secondDevice">;
