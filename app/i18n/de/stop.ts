import type { Words } from "../words";
import { dative, THE_APP, to } from "./nameless-app";

export const stop = {
  stop: {
    whatHappened: "Was geschehen ist",
    wasAnythingShared: "Wurde etwas geteilt?",
    wasAnythingPaid: "Wurde etwas gezahlt?",
    whatToDo: "Was Sie tun können",
    reference: "Referenznummer",
    referenceHint: "Nennen Sie sie, wenn Sie anrufen.",
    nothingShared: "Nein. Es wurde nichts geteilt.",
    nothingPaid: "Nein. Es ist kein Geld von Ihrem Konto abgegangen.",
    nothingEither: "Nicht über diese Seite. Wenn Sie schon vorher geantwortet haben, gilt jene Antwort.",
    theApp: THE_APP,
    startAgain: (app) => `Gehen Sie zurück ${to(app)} und beginnen Sie neu.`,
    tryAgain: "Noch einmal versuchen",
    lookAgain: "Noch einmal lesen",
    goTo: (app) => `Weiter ${to(app)}`,
    backTo: (app) => `Zurück ${to(app)}`,
    decided: {
      title: { allowed: "Sie haben schon Ja gesagt", refused: "Sie haben schon Nein gesagt" },
      happened: {
        "account-access": {
          allowed: (app) => `Sie haben erlaubt, dass ${app} Ihre Kontoinformationen sieht.`,
          refused: (app) => `Sie haben nicht erlaubt, dass ${app} Ihre Kontoinformationen sieht.`,
        },
        "variable-payments": {
          allowed: (app) => `Sie haben erlaubt, dass ${app} innerhalb von Grenzen Zahlungen abbucht.`,
          refused: (app) => `Sie haben nicht erlaubt, dass ${app} Zahlungen abbucht.`,
        },
        file: {
          allowed: (app) => `Sie haben den Zahlungen in der Datei zugestimmt, die ${app} geschickt hat.`,
          refused: (app) => `Sie haben den Zahlungen in der Datei nicht zugestimmt, die ${app} geschickt hat.`,
        },
        "funds-confirmation": {
          allowed: (app) =>
            `Sie haben erlaubt, dass wir mit Ja oder Nein antworten, wenn ${app} fragt, ob Ihr Geld reicht.`,
          refused: (app) => `Sie haben nicht erlaubt, dass wir antworten, wenn ${app} nach Ihrem Geld fragt.`,
        },
        "standing-order": {
          allowed: (app) => `Sie haben dem Dauerauftrag zugestimmt, um den ${app} gebeten hat.`,
          refused: (app) => `Sie haben dem Dauerauftrag nicht zugestimmt, um den ${app} gebeten hat.`,
        },
        payment: {
          allowed: (app) => `Sie haben der Zahlung zugestimmt, um die ${app} gebeten hat.`,
          refused: (app) => `Sie haben der Zahlung nicht zugestimmt, um die ${app} gebeten hat.`,
        },
      },
      shared: {
        "account-access": "Sie haben es erlaubt, also kann es geteilt werden.",
        "variable-payments":
          "Sie haben es erlaubt, also kann innerhalb der Grenzen abgebucht werden, die Sie gesehen haben.",
        file: "Sie haben zugestimmt, also kann gezahlt werden. Zweimal geht das nicht.",
        "funds-confirmation": "Sie haben es erlaubt, also können wir mit Ja oder Nein antworten und nicht mehr.",
        "standing-order":
          "Sie haben zugestimmt, also kann er eingerichtet werden. Er kann nicht zweimal eingerichtet werden.",
        payment: "Sie haben zugestimmt, also kann gezahlt werden. Zweimal geht das nicht.",
      },
      toDo: (app) =>
        `Ihre erste Antwort gilt und lässt sich hier nicht ändern. Gehen Sie zurück ${to(app)}, um weiterzumachen.`,
    },
    ended: {
      title: "Diese Anfrage ist vorbei",
      happened: {
        "no-eligible-account": (app) =>
          `Die Anfrage von ${dative(app)} wurde beendet, weil keines Ihrer Konten dafür genutzt werden kann.`,
        "tpp-not-authorised": (app) =>
          `Die Anfrage von ${dative(app)} wurde beendet, weil wir nicht sicher sein konnten, dass sie erlaubt ist.`,
        "timed-out": (app) => `Die Anfrage von ${app} ist zu Ende, weil ihre Zeit vorbei war.`,
        technical: (app) =>
          `Die Anfrage von ${dative(app)} wurde beendet, weil wir Ihnen nicht alles davon zeigen konnten.`,
        "sca-failed": (app) =>
          `Die Anfrage von ${dative(app)} wurde beendet, weil wir nicht sicher sein konnten, dass Sie es sind.`,
      },
      toDo: (app) => `Hier ist nichts mehr zu tun. Sie können zurückgehen ${to(app)}.`,
      waiting: {
        title: "Wir beenden diese Anfrage",
        happened: "Das System, das dies weitergibt, antwortet noch nicht.",
        toDo: "Warten Sie eine Minute und versuchen Sie es dann noch einmal. Sie müssen nichts beantworten.",
      },
    },
    expired: {
      title: "Die Zeit für Ihre Antwort ist abgelaufen",
      happened: (app) => `Die Anfrage von ${dative(app)} war nur kurze Zeit offen. Diese Zeit ist vorbei.`,
    },
    unknown: {
      title: "Wir können diese Anfrage nicht zeigen",
      happened: "Der Link ist unvollständig, er wurde schon benutzt oder er ist zu alt.",
      toDo: "Gehen Sie zurück zu der App, aus der Sie kommen, und beginnen Sie neu.",
    },
    openedElsewhere: {
      title: "Diese Anfrage ist anderswo offen",
      happened:
        "Sie wurde in einem anderen Browser oder auf einem anderen Gerät geöffnet. Zu Ihrer Sicherheit geht sie nur dort.",
      toDo: "Machen Sie dort weiter, oder gehen Sie zurück zur App und beginnen Sie neu. Wenn Sie das nicht waren, rufen Sie uns an.",
    },
    withdrawn: {
      title: (app) => `${app} fragt nicht mehr danach`,
      happened: (app) => `${app} hat die Anfrage zurückgezogen, oder sie kann nicht mehr genutzt werden.`,
    },
    dayPassed: {
      title: "Der Tag für diese Zahlung ist vorbei",
      happened: (app) => `${app} hat um eine Zahlung an einem Tag gebeten, der schon vergangen ist.`,
    },
    rateExpired: {
      title: "Der Wechselkurs gilt nicht mehr",
      happened: (app) => `Der Kurs in der Anfrage von ${app} galt nur kurze Zeit. Diese Zeit ist vorbei.`,
    },
    changed: {
      title: (app) => `${app} hat die Anfrage geändert`,
      happened:
        "Was Sie gesehen haben, ist nicht das, was jetzt gefragt wird. Darum haben wir Ihre Antwort nicht ausgeführt.",
      toDo: "Lesen Sie die neue Anfrage, bevor Sie antworten.",
    },
    unavailable: {
      title: "Das können wir gerade nicht tun",
      happened: "Eines unserer Systeme antwortet nicht.",
      toDo: (app) =>
        `Warten Sie eine Minute und versuchen Sie es dann noch einmal. Sie können auch ${to(app)} zurückgehen und später neu beginnen.`,
    },
    notUnderstood: {
      title: "Wir können diese Anfrage nicht ganz zeigen",
      happened: (app) =>
        `${app} hat um etwas gebeten, das wir Ihnen nicht erklären können. Darum lassen wir es nicht zu.`,
      toDo: (app) =>
        `Wir haben den Fehler vermerkt. Gehen Sie zurück ${to(app)}: Nur von dort kann eine richtige Anfrage kommen.`,
    },
    requesterUnknown: {
      title: "Wir wissen nicht, wer fragt",
      happened:
        "Die App, die Sie hierher geschickt hat, hat uns keinen Namen genannt. Zu jemandem ohne Namen können Sie nicht Ja sagen.",
      toDo: "Beenden Sie diese Anfrage. Wenn sie nicht von Ihnen ausging, rufen Sie uns an.",
      end: "Diese Anfrage beenden",
    },
    notInRegister: {
      title: (app) => `${app} darf das zurzeit nicht anfragen`,
      happened: (app) =>
        `Laut dem amtlichen Verzeichnis darf ${app} diesen Dienst nicht anbieten. Deshalb lassen wir die Anfrage nicht zu.`,
    },
    noAccount: {
      title: {
        "account-access": "Sie haben kein Konto, das Sie teilen können",
        "variable-payments": "Sie haben kein Konto, von dem Sie zahlen können",
        file: "Sie haben kein Konto, von dem Sie zahlen können",
        "funds-confirmation": "Sie haben kein Konto, zu dem wir antworten können",
        "standing-order": "Sie haben kein Konto, von dem Sie zahlen können",
        payment: "Sie haben kein Konto, von dem Sie zahlen können",
      },
      happened: {
        "account-access": (app) =>
          `${app} wollte Kontoinformationen sehen, aber keines Ihrer Konten kann geteilt werden.`,
        "variable-payments": (app) => `${app} möchte Zahlungen abbuchen, aber keines Ihrer Konten kann sie ausführen.`,
        file: (app) => `${app} hat um Zahlungen gebeten, aber keines Ihrer Konten kann sie ausführen.`,
        "funds-confirmation": (app) =>
          `${app} hat gefragt, ob Ihr Geld reicht, aber wir können zu keinem Ihrer Konten antworten.`,
        "standing-order": (app) =>
          `${app} hat um einen Dauerauftrag gebeten, aber keines Ihrer Konten kann ihn zahlen.`,
        payment: (app) => `${app} hat um eine Zahlung gebeten, aber keines Ihrer Konten kann sie ausführen.`,
      },
      toDo: (app) => `Gehen Sie zurück ${to(app)}. Dort wird man erfahren, dass Sie nicht weitergemacht haben.`,
      accounts: "Ihre Konten",
    },
    namedAccountNotYours: {
      title: "Das angegebene Konto gehört Ihnen nicht",
      happened: (app, number) => `${app} wollte vom Konto ${number} zahlen lassen. Es ist keines Ihrer Konten bei uns.`,
      toDo: (app) => `Gehen Sie zurück ${to(app)} und wählen Sie dort eines Ihrer eigenen Konten.`,
    },
    namedAccountUnavailable: {
      title: "Von dem angegebenen Konto können Sie nicht zahlen",
      happened: (app, number) => `${app} wollte von Ihrem Konto ${number} zahlen lassen.`,
      toDo: (app) => `Gehen Sie zurück ${to(app)} und wählen Sie dort ein anderes Konto.`,
    },
    leaving: {
      title: (app) => `Wir bringen Sie zurück ${to(app)}`,
      happened: {
        "account-access": {
          allowed: (app) => `Sie haben erlaubt, dass ${app} sieht, was Sie gewählt haben.`,
          refused: (app) => `Sie haben nicht erlaubt, dass ${app} Ihre Kontoinformationen sieht.`,
        },
        "variable-payments": {
          allowed: (app) => `Sie haben Zahlungen innerhalb von Grenzen erlaubt. ${app} kann sie jetzt abbuchen.`,
          refused: (app) => `Sie haben nicht erlaubt, dass ${app} Zahlungen abbucht.`,
        },
        file: {
          allowed: (app) => `Sie haben den Zahlungen zugestimmt. ${app} kann sie jetzt auslösen.`,
          refused: (app) => `Sie haben den Zahlungen nicht zugestimmt, um die ${app} gebeten hat.`,
        },
        "funds-confirmation": {
          allowed: (app) => `Sie haben erlaubt, dass wir mit Ja oder Nein antworten, wenn ${app} fragt.`,
          refused: (app) => `Sie haben nicht erlaubt, dass wir antworten, wenn ${app} nach Ihrem Geld fragt.`,
        },
        "standing-order": {
          allowed: (app) => `Sie haben dem Dauerauftrag zugestimmt. ${app} kann ihn jetzt einrichten.`,
          refused: (app) => `Sie haben dem Dauerauftrag nicht zugestimmt, um den ${app} gebeten hat.`,
        },
        payment: {
          allowed: (app) => `Sie haben der Zahlung zugestimmt. ${app} kann sie jetzt senden.`,
          refused: (app) => `Sie haben der Zahlung nicht zugestimmt, um die ${app} gebeten hat.`,
        },
      },
      toDo: "Wenn nichts geschieht, nutzen Sie die Schaltfläche unten.",
    },
    recording: {
      title: "Wir haben Ihre Antwort, aber sie ist noch nicht angekommen",
      happened: {
        allowed:
          "Sie haben Ja gesagt. Wir haben Ihre Antwort gespeichert, aber das System, das sie ausführt, antwortet nicht.",
        refused:
          "Sie haben Nein gesagt. Wir haben Ihre Antwort gespeichert, aber das System, das sie weitergibt, antwortet nicht.",
      },
      nothingYet: {
        "account-access": "Noch nicht. Bisher wurde nichts geteilt.",
        "variable-payments": "Noch nicht. Bisher ist kein Geld von Ihrem Konto abgegangen.",
        file: "Noch nicht. Bisher ist kein Geld von Ihrem Konto abgegangen.",
        "funds-confirmation": "Noch nicht. Bisher wurde nichts beantwortet.",
        "standing-order": "Noch nicht. Bisher ist kein Geld von Ihrem Konto abgegangen.",
        payment: "Noch nicht. Bisher ist kein Geld von Ihrem Konto abgegangen.",
      },
      toDo: "Warten Sie eine Minute und versuchen Sie es dann noch einmal. Ihre Antwort bleibt dieselbe.",
    },
  },
} satisfies Pick<Words, "stop">;
