import { plural } from "../plural";
import type { Words } from "../words";
import { dative, to } from "./nameless-app";

export const reminders = {
  soon: {
    subject: (app, day) => `Ihre Verbindung ${to(app)} endet am ${day}`,
    what: (app, day) => `Sie haben ${app} bis zum ${day} verbunden. Dann endet die Verbindung von selbst.`,
    renew: (app) =>
      `Möchten Sie sie behalten? Dann erneuern Sie sie in ${dative(app)}. Wenn nicht, müssen Sie nichts tun.`,
  },
  list: {
    unread: plural("de", { one: "# neue Mitteilung", other: "# neue Mitteilungen" }),
    news: plural("de", { other: "# neu" }),
    isNew: "Neu",
    markAll: "Alle als gelesen markieren",
    none: "Es gibt noch keine Mitteilungen.",
    teach: "Wenn mit dem, was Sie über eine App teilen oder zahlen, etwas geschieht, finden Sie es hier.",
    older: "Ältere Mitteilungen",
    newest: "Neueste Mitteilungen",
  },
  settings: {
    title: "Wie Sie von uns hören",
    saved: "Ihre Auswahl ist gespeichert.",
    always: "Was wir Ihnen immer sagen",
    alwaysText:
      "Wenn eine App Zugriff bekommt, wenn ein Zugriff pausiert oder beendet wird und wenn Sie etwas melden: Das sagen wir Ihnen sofort, hier und per E-Mail. Das lässt sich nicht abschalten, damit es niemand vor Ihnen verbergen kann.",
    topics: {
      reminders: { title: "Ein Zugriff endet bald", hint: "30 Tage, 7 Tage und 1 Tag vor dem Ende." },
      endings: {
        title: "Ein Zugriff ist beendet",
        hint: "Seine Zeit ist vorbei, die App hat ihn beendet, oder eines Ihrer Konten gehört nicht mehr dazu.",
      },
      requests: {
        title: "Anfragen",
        hint: "Eine Anfrage braucht Ihre Unterschrift, bekam nicht alle Unterschriften oder kam nicht zum Abschluss.",
      },
    },
    ways: { "in-app": "Hier, in Ihren Mitteilungen", "e-mail": "Per E-Mail" },
    quiet: {
      title: "Ruhezeiten",
      use: "Schicken Sie mir in diesen Stunden keine E-Mail",
      hint: "E-Mails warten, bis sie enden. Was wir Ihnen immer sagen, wartet nicht. Alle Stunden gelten nach britischer Zeit.",
      from: "Von",
      until: "Bis",
      same: "Wählen Sie zwei verschiedene Stunden für Ihre Ruhezeit.",
    },
    apps: {
      title: "Erinnerungen für jede App",
      hint: "Entfernen Sie den Haken, wo Sie nicht erinnert werden möchten.",
      remind: (app) => `An ${app} erinnern`,
    },
    save: "Speichern",
  },
  take: {
    title: "Ihre Daten mitnehmen",
    text: "Alle Verbindungen und Zahlungen, denen Sie über Apps zugestimmt haben, mit allem, was daraus wurde, und Ihre Mitteilungen.",
    csv: "Als Tabelle (CSV)",
    json: "Für Programme (JSON)",
    columns: { app: "Name der App", why: "Warum", asked: "Angefragt", ends: "Endet" },
    keepSafe: "Bewahren Sie die Datei sicher auf: Wer sie hat, kann sie lesen.",
  },
} satisfies Words["reminders"];
