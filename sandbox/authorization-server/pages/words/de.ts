import type { PageWords } from "./words.ts";

export const de: PageWords = {
  direction: "ltr",
  decoupled: {
    title: "{app} fragt bei Ihnen an",
    compare: "Sehen Sie auf den Bildschirm, auf dem Sie {app} benutzen. Dort muss das stehen:",
    otherwise:
      "Steht dort etwas anderes, oder haben Sie das nicht begonnen, schließen Sie diese Seite. Dann geschieht nichts.",
    signIn: "Anmelden und die Anfrage ansehen",
    answered: {
      title: "Sie können diese Seite schließen",
      text: "Sie haben auf diese Anfrage geantwortet. Hier ist nichts mehr zu tun.",
      next: "Sie können dort weitermachen, wo Sie {app} benutzen.",
    },
    ranOut: {
      title: "Die Zeit für diese Anfrage ist vorbei",
      text: "Niemand hat rechtzeitig geantwortet. Deshalb wurde nichts geteilt und nichts bezahlt. Sie können diese Seite schließen.",
      next: "Wenn Sie es noch wollen, können Sie dort neu beginnen, wo Sie {app} benutzen.",
    },
    after: {
      failure: "Wir konnten Sie nicht anmelden. Sie können es noch einmal versuchen.",
      another: "Diese Anfrage ist für jemand anderen. Ist es Ihre, melden Sie sich mit Ihrem eigenen Benutzernamen an.",
      outage: "Wir können Sie gerade nicht anmelden. Versuchen Sie es in einer Minute noch einmal.",
    },
  },
  error: {
    title: "Wir konnten nicht weitermachen",
    why: "Die Anfrage, die Sie hierher gebracht hat, ist nicht gültig, wurde schon benutzt oder hat zu lange gedauert.",
    nothingDone: "Dieser Schritt hat nichts geteilt und kein Geld bewegt.",
    again: "Gehen Sie zurück zu der App oder Website, von der Sie kommen, und beginnen Sie dort noch einmal.",
    reference: "Kennzeichen",
    code: "Code",
  },
};
