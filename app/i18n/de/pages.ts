import type { Words } from "../words";

const START_AGAIN = "Gehen Sie zurück zu der App, die Sie hierher geschickt hat, und beginnen Sie neu.";

export const pages = {
  home: {
    documentTitle: "Zustimmungsdienst",
    title: "Zustimmungsdienst",
    what: "Wenn eine App auf Ihre Konten zugreifen will oder Sie um eine Zahlung bittet, bringt Ihre Bank Sie hierher. Hier sehen Sie genau, worum es geht, und erlauben es oder lehnen es ab.",
    nothingToDo: "Auf dieser Seite gibt es nichts zu tun. Beginnen Sie in der App, die Sie verbinden wollen.",
  },
  problem: {
    notFound: {
      title: "Hier gibt es nichts zu sehen",
      text: "Vielleicht ist die Adresse unvollständig, oder das, wohin sie führte, gibt es nicht mehr.",
      whatToDo: "Wenn eine App Sie hierher geschickt hat, gehen Sie zu ihr zurück und beginnen Sie neu.",
    },
    unreadable: {
      title: "Diese Seite kann die Anfrage nicht annehmen",
      text: "Was ankam, hatte keine Form, die wir annehmen. Es wurde nichts geändert und nichts geteilt.",
      whatToDo: START_AGAIN,
    },
    tooLarge: {
      title: "Das ist zu groß",
      text: "Es ist größer, als diese Seite annimmt. Es wurde nichts geändert und nichts geteilt.",
      whatToDo: "Gehen Sie zurück und wählen Sie eine kleinere Datei. Ein Beleg hat höchstens 256 kB.",
    },
    foreign: {
      title: "Diese Anfrage kam nicht von unserer eigenen Seite",
      text: "Um Sie zu schützen, haben wir sie nicht ausgeführt. Es wurde nichts geändert und nichts geteilt.",
      whatToDo: START_AGAIN,
    },
    unavailable: {
      title: "Dieser Dienst ist gerade nicht verfügbar",
      text: "Es wurde nichts geändert und nichts geteilt.",
      whatToDo: "Versuchen Sie es in ein paar Minuten noch einmal.",
    },
    fault: {
      title: "Bei uns ist etwas schiefgegangen",
      text: "Wir konnten das nicht zu Ende bringen. Wenn Sie gerade etwas gewählt haben, ist es vielleicht nicht gespeichert.",
      whatToDo:
        "Gehen Sie zurück zu der App, die Sie hierher geschickt hat. Dort sehen Sie, wie es steht, oder können neu beginnen.",
    },
    reference: "Referenznummer",
    referenceHint: "Nennen Sie sie, wenn Sie anrufen.",
  },
} satisfies Words["pages"];
