import { plural } from "../plural";
import type { Words } from "../words";

export const receipt = {
  receipt: {
    title: "Beleg für Ihre Antwort",
    link: "Beleg für Ihre Antwort holen",
    yourAnswer: "Ihre Antwort",
    answeredOn: "Sie haben geantwortet am",
    app: "App",
    registration: "Eintrag im Register",
    website: "Website der App",
    ended: {
      title: "Beleg für eine beendete Anfrage",
      link: "Beleg dafür holen",
      answer: "Wie sie endete",
      on: "Beendet am",
    },
    stopped: {
      title: "Beleg für das, was Sie beendet haben",
      answer: "Was Sie beendet haben",
      on: "Von Ihnen beendet am",
    },
    report: "Ihre Meldung",
    reportText: "Sie haben uns gesagt, dass Sie diese Anfrage nicht erwartet haben.",
    canSee: (app) => `Was ${app} sehen kann`,
    askedToSee: (app) => `Was ${app} sehen wollte`,
    askedFor: (app) => `Worum ${app} gebeten hat`,
    pastShown: "Wie weit zurück",
    howLong: "Wie lange",
    accounts: (count) => (count === 1 ? "Das Konto, das Sie gewählt haben" : "Die Konten, die Sie gewählt haben"),
    account: (name, kind, number) => `${name} (${kind} ${number})`,
    payment: "Die Zahlung",
    paymentRefused: "Die Zahlung, die Sie nicht gemacht haben",
    amount: "Betrag",
    payee: "An",
    payeeAccount: "Empfängerkonto",
    reference: "Verwendungszweck",
    stop: "So beenden Sie es",
    noDetails: "Worum gebeten wurde, wurde Ihnen nicht gezeigt. Darum steht es nicht auf diesem Beleg.",
    record: "Über diesen Beleg",
    bank: "Ihre Bank",
    address: "Adresse",
    phone: "Telefon",
    privacy: "Wie Ihre Bank Ihre Daten nutzt",
    basis: "Warum Ihre Bank das darf",
    kept: "Wie lange wir den Nachweis aufbewahren",
    years: plural("de", { one: "# Jahr", other: "# Jahre" }),
    where: "Wo wir ihn aufbewahren",
    law: "Welches Recht gilt",
    receiptId: "Nummer des Belegs",
    consentId: "Nummer der Anfrage",
    customerRef: "Nummer, die für Sie steht",
    words: "Fassung der Texte",
    shown: "Code der Seite, die Sie gesehen haben",
    asked: "Code der Anfrage",
    check: "Diesen Beleg prüfen",
    code: "Prüfcode",
    codeHint: (address) =>
      `Wer diesen Beleg als Datei hat, kann ihn unter ${address} prüfen. Dort muss dieser Code erscheinen.`,
    save: "Speichern",
    saveAs: { pdf: "Als PDF speichern", json: "Als Daten speichern (JSON)" },
    back: "Zurück zu Ihrer Antwort",
  },

  record: {
    purpose: {
      "account-access": (app) => `Kontoinformationen mit ${app} teilen`,
      "variable-payments": (app) => `${app} innerhalb von Grenzen Zahlungen abbuchen lassen`,
      file: (app) => `Die Zahlungen in einer Datei machen, die ${app} geschickt hat`,
      "funds-confirmation": (app) => `Mit Ja oder Nein antworten, wenn ${app} fragt, ob das Geld reicht`,
      "standing-order": (app) => `Einen Dauerauftrag einrichten, um den ${app} gebeten hat`,
      payment: (app) => `Eine Zahlung machen, um die ${app} gebeten hat`,
    },
    lawfulBasis: {
      "account-access":
        "Das Recht der Zahlungsdienste: Die Bank muss einer App den Zugriff geben, den ihr Kunde oder ihre Kundin erlaubt hat. Die Einwilligung selbst wird der App gegeben.",
      "variable-payments":
        "Das Recht der Zahlungsdienste und der Vertrag der Bank mit ihren Kunden. Die Einwilligung gilt für Zahlungen innerhalb dieser Grenzen.",
      file: "Das Recht der Zahlungsdienste und der Vertrag der Bank mit ihren Kunden. Die Einwilligung gilt für die Zahlungen in dieser Datei.",
      "funds-confirmation":
        "Das Recht der Zahlungsdienste: Die Bank muss mit Ja oder Nein antworten, wenn dem zugestimmt wurde.",
      "standing-order":
        "Das Recht der Zahlungsdienste und der Vertrag der Bank mit ihrem Kunden oder ihrer Kundin. Die Einwilligung wird für diesen einen Dauerauftrag gegeben.",
      payment:
        "Das Recht der Zahlungsdienste und der Vertrag der Bank mit ihrem Kunden oder ihrer Kundin. Die Einwilligung wird für diese eine Zahlung gegeben.",
    },
    information: {
      "standing-order": "Ein Dauerauftrag: Beträge, Tage, Empfänger und Verwendungszweck",
      payment: "Eine Zahlung: Betrag, Empfänger und Verwendungszweck",
      "variable-payments": "Zahlungen innerhalb von Grenzen: Beträge, Empfänger und Verwendungszweck",
      file: "Eine Datei mit Zahlungen: Beträge, Empfänger und Verwendungszwecke",
      "funds-confirmation": "Ob genug Geld da ist: Ja oder Nein",
    },
    withdrawal: {
      lasting: (app, bank, phone) =>
        `Beenden Sie es bei ${bank} auf der Seite mit Ihren verbundenen Apps oder in ${app}, oder rufen Sie an: ${phone}. Es wirkt sofort.`,
      "standing-order": (_app, bank, phone) =>
        `Ihre Bank kann die Zahlungen stoppen, die noch kommen: Rufen Sie ${bank} an, ${phone}.`,
      once: () => "Eine Zahlung, der zugestimmt wurde, kann hier nicht gestoppt werden.",
    },
    withdrawn: "Sie haben es beendet. Um neu anzufangen, beginnen Sie in der App.",
    nothingToWithdraw: "Es wurde nichts vereinbart.",
    unknownApp: "App ohne Namen",
    inRegister: (regulator, number) => `Siehe das Register der Behörde ${regulator}, Nummer ${number}`,
    notTold: "Der Bank nicht mitgeteilt",
  },

  check: {
    title: "Einen Beleg prüfen",
    what: "Finden Sie heraus, ob ein Beleg von uns kam und noch sagt, was er sagte. Sie müssen sich nicht anmelden.",
    file: "Die Datei",
    fileHint: "Der Beleg, wie er gespeichert wurde: PDF oder JSON, höchstens 256 kB.",
    or: "Oder fügen Sie ihn ein",
    textHint: "Der ganze Text der JSON-Datei.",
    check: "Prüfen",
    privacy: "Wir lesen, was Sie senden, antworten und behalten nichts.",
    problem: "Es gibt ein Problem",
    problems: {
      nothing: "Wählen Sie eine Datei oder fügen Sie den Text eines Belegs ein.",
      "too-large": "Das ist zu groß für einen Beleg. Die Grenze ist 256 kB.",
    },
    genuine: {
      title: "Dieser Beleg ist echt",
      text: (bank, date) => `${bank} hat ihn am ${date} ausgestellt, und seitdem wurde nichts daran geändert.`,
      later:
        "Er sagt, was an diesem Tag geantwortet wurde, und nichts darüber, was seitdem geschah. „Sie“ meint darin die Person, die geantwortet hat.",
      says: "Was darin steht",
    },
    notGenuine: {
      title: "Das ist kein Beleg, wie wir ihn ausgestellt haben",
      text: "Er wurde nach der Ausstellung geändert, oder er kam nie von uns. Verlassen Sie sich nicht darauf.",
      hint: "Durch Drucken oder Bearbeiten entsteht eine andere Datei. Nehmen Sie die, die von unserer Seite gespeichert wurde.",
    },
    noReceipt: {
      title: "Darin ist kein Beleg",
      text: "Wir haben in dem, was Sie gesendet haben, einen gesucht und keinen gefunden. Das sagt nicht, ob ein Beleg ausgestellt wurde.",
      hint: "Nehmen Sie die PDF- oder JSON-Datei, wie sie von unserer Seite gespeichert wurde.",
    },
    again: "Einen anderen prüfen",
  },
} satisfies Pick<Words, "receipt" | "record" | "check">;
