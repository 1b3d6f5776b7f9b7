import type { Words } from "../words";

export const dashboard = {
  name: "Mit Open Banking verbundene Apps",
  nav: "Ihre Seiten",
  overview: "Übersicht",
  notices: "Mitteilungen",
  sessions: "Wo Sie angemeldet sind",
  signOut: "Abmelden",
  help: "Brauchen Sie Hilfe?",
  home: {
    title: "Ihre Übersicht",
    waiting: "Wartet auf Ihre Antwort",
    nothing: "Nichts wartet auf Ihre Antwort.",
    teach:
      "Manche Zahlungen und Verbindungen brauchen das Ja von mehr als einer Person. Wenn Ihres gebraucht wird, finden Sie es hier.",
    from: (app) => `Anfrage von ${app}`,
    by: (moment) => `Antworten Sie bis ${moment}`,
    idle: "Zu Ihrem Schutz melden wir Sie ab, wenn Sie hier 5 Minuten lang nichts tun.",
  },
  where: {
    text: (bank) => `Kennen Sie einen Eintrag nicht? Melden Sie sich überall ab und rufen Sie dann ${bank} an.`,
    device: (browser, platform) => `${browser} auf ${platform}`,
    unknown: "Unbekannter Browser",
    here: "Hier sind Sie",
    since: (moment) => `Angemeldet: ${moment}`,
    end: (device) => `Abmelden: ${device}`,
    everywhere: "Überall abmelden",
    everywhereHint: "Auch hier werden Sie abgemeldet. Apps, die Sie verbunden haben, bleiben verbunden.",
  },
  signedOut: {
    title: "Sie sind abgemeldet",
    text: "In diesem Browser kann jetzt niemand Ihre Seiten sehen.",
    stillIn: "Hier abmelden?",
    stillInText: "Um zurückzukommen, melden Sie sich wieder an.",
    signIn: "Anmelden",
  },
  notSignedIn: {
    cancelled: {
      title: "Sie haben sich nicht angemeldet",
      text: "Es wurde nichts geändert. Sie können sich anmelden, wann Sie möchten.",
    },
    failed: {
      title: "Wir konnten Sie nicht anmelden",
      text: "Das kann vorkommen, wenn eine Seite zu lange offen war oder zweimal benutzt wurde. Es wurde nichts geändert. Versuchen Sie es noch einmal.",
    },
    unavailable: {
      title: "Sie können sich gerade nicht anmelden",
      text: "Es wurde nichts geändert. Versuchen Sie es in einigen Minuten noch einmal.",
    },
    again: "Noch einmal versuchen",
  },
} satisfies Words["dashboard"];
