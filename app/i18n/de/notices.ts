import { plural } from "../plural";
import type { Words } from "../words";
import { AN_APP, dative, to } from "./nameless-app";

export const notices = {
  anApp: AN_APP,
  when: (moment) => `Das war am ${moment}.`,
  accounts: plural("de", { one: "Zu sehen ist eines Ihrer Konten.", other: "Zu sehen sind # Ihrer Konten." }),
  until: (date) => `Das endet am ${date}.`,
  openEnded: "Das hat kein Enddatum: Es gilt, bis Sie es beenden.",
  amount: (amount) => `Der Betrag ist ${amount}.`,
  report: (reference) =>
    `Sie haben uns auch gesagt, dass Sie das nicht erwartet haben. Ihre Meldung hat die Nummer ${reference}. Nennen Sie sie, wenn Sie anrufen.`,
  noLinks: "Diese Nachricht enthält keine Links, damit niemand Sie mit einer ähnlichen in die Irre führen kann.",
  notYou: (bank, phone) => `Wenn Sie das nicht waren, rufen Sie ${bank} an: ${phone}.`,
  questions: (bank, phone) => `Wenn Sie Fragen haben, rufen Sie ${bank} an: ${phone}.`,

  kinds: {
    authorised: {
      subject: ({ app, payment }) =>
        payment ? `Sie haben eine Zahlung mit ${dative(app)} erlaubt` : `Sie haben ${app} verbunden`,
      what: ({ app, bank, payment }) =>
        payment
          ? `Sie haben erlaubt, dass ${app} eine Zahlung von Ihrem Konto bei ${bank} auslöst.`
          : `Sie haben erlaubt, dass ${app} Informationen zu Ihren Konten bei ${bank} sieht.`,
    },
    declined: {
      subject: ({ app }) => `Sie haben ${app} abgelehnt`,
      what: ({ app, payment }) =>
        payment
          ? `Sie haben eine Zahlung abgelehnt, um die ${app} gebeten hat. Es wurde kein Geld gesendet.`
          : `Sie haben ${dative(app)} den Zugriff auf Ihre Konten verweigert. Es wurde nichts geteilt.`,
    },
    failed: {
      subject: ({ app }) => `Eine Anfrage von ${dative(app)} kam nicht zum Abschluss`,
      what: ({ app, payment }) =>
        `Eine Anfrage von ${dative(app)} endete ohne Ihr Ja. ${payment ? "Es wurde kein Geld gesendet." : "Es wurde nichts geteilt."}`,
    },
    "signature-asked": {
      subject: ({ app }) => `Eine Anfrage von ${dative(app)} braucht Ihre Unterschrift`,
      what: ({ app }) =>
        `Eine Anfrage von ${dative(app)} braucht auch Ihre Unterschrift. Bevor Sie sie gesehen und geantwortet haben, geschieht nichts.`,
    },
    "not-signed": {
      subject: ({ app }) => `Eine Anfrage von ${dative(app)} wurde nicht von allen unterschrieben`,
      what: ({ app, payment }) =>
        `Eine Anfrage von ${dative(app)} hat nicht alle nötigen Unterschriften bekommen. ${payment ? "Es wurde kein Geld gesendet." : "Es wurde nichts geteilt."}`,
    },
    renewed: {
      subject: ({ app }) => `Ihre Verbindung ${to(app)} wurde erneuert oder geändert`,
      what: ({ app, bank, byCustomer }) =>
        byCustomer
          ? `Sie haben erneuert oder geändert, was ${app} bei ${bank} tun darf.`
          : `Was ${app} bei ${bank} tun darf, wurde erneuert oder geändert.`,
    },
    paused: {
      subject: ({ app }) => `Ihre Verbindung ${to(app)} ist unterbrochen`,
      what: ({ app, bank, byCustomer }) =>
        `${byCustomer ? "Sie haben" : `${bank} hat`} die Verbindung ${to(app)} unterbrochen. In dieser Zeit kann ${app} Ihre Konten nicht nutzen.`,
    },
    resumed: {
      subject: ({ app }) => `Ihre Verbindung ${to(app)} besteht wieder`,
      what: ({ app, bank, byCustomer }) =>
        `${byCustomer ? "Sie haben" : `${bank} hat`} die Verbindung ${to(app)} wieder aufgenommen. Ihre Konten sind für ${app} wieder nutzbar.`,
    },
    stopped: {
      subject: ({ app }) => `Sie haben die Verbindung ${to(app)} beendet`,
      what: ({ app, bank }) =>
        `Sie haben die Verbindung ${to(app)} beendet. Der Zugriff auf Ihre Konten bei ${bank} ist damit nicht mehr möglich.`,
    },
    withdrawn: {
      subject: ({ app }) => `${app} hat die Verbindung beendet`,
      what: ({ app, bank }) => `${app} hat den eigenen Zugriff auf Ihre Konten bei ${bank} beendet.`,
    },
    ended: {
      subject: ({ app }) => `Ihre Verbindung ${to(app)} wurde beendet`,
      what: ({ app, bank }) =>
        `${bank} hat die Verbindung ${to(app)} beendet. Der Zugriff auf Ihre Konten ist damit nicht mehr möglich.`,
    },
    expired: {
      subject: ({ app }) => `Ihre Verbindung ${to(app)} ist abgelaufen`,
      what: ({ app, bank }) =>
        `Die Zeit ist vorbei, für die Sie erlaubt haben, dass ${app} Ihre Konten bei ${bank} nutzt.`,
    },
    "account-left": {
      subject: ({ app }) => `${app} kann eines Ihrer Konten nicht mehr nutzen`,
      what: ({ app, bank }) =>
        `Eines Ihrer Konten bei ${bank} ist für ${app} nicht mehr offen. Die anderen sind es wie bisher.`,
    },
    "account-stopped": {
      subject: ({ app }) => `Sie teilen ein Konto nicht mehr mit ${app}`,
      what: ({ app, bank }) =>
        `${app} sieht eines Ihrer Konten bei ${bank} nicht mehr, weil Sie das beendet haben. Die anderen sind wie bisher zu sehen.`,
    },
    reconnected: {
      subject: ({ app }) => `Sie haben ${app} wieder verbunden`,
      what: ({ app, bank }) => `Sie haben wieder erlaubt, dass ${app} Ihre Konten bei ${bank} nutzt.`,
    },
  },
} satisfies Words["notices"];
