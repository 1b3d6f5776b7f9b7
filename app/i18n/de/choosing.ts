import { plural } from "../plural";
import type { Words } from "../words";

export const choosing = {
  choosing: {
    find: "Konto suchen",
    findHint: "Geben Sie einen Teil des Namens, die Art, den Inhaber oder die letzten Ziffern ein.",
    search: "Suchen",
    clear: "Suche löschen",
    found: plural("de", { one: "# Konto passt.", other: "# Konten passen." }),
    noneFound: (text) => `Kein Konto passt zu „${text}“.`,
    alsoChosen: "Auch ausgewählt",
    chosenSoFar: "Bisher ausgewählt",
    tickAll: plural("de", { one: "Das eine ankreuzen", other: "Alle # hier ankreuzen" }),
    tickShownOf: (shown, total) => `Die ${shown} hier von ${total} ankreuzen`,
    untickAll: "Kein Konto ankreuzen",
    notShown: plural("de", { one: "# Konto ist noch nicht zu sehen.", other: "# Konten sind noch nicht zu sehen." }),
    more: plural("de", { one: "# weiteres zeigen", other: "# weitere zeigen" }),
    groups: { current: "Girokonten", savings: "Sparkonten", "credit-card": "Kreditkarten" },
    whichProfile: "Aus welchen Konten wollen Sie wählen?",
    profiles: { personal: "Private Konten", business: "Geschäftskonten" },
    instead: {
      personal: "Stattdessen private Konten zeigen",
      business: "Stattdessen Geschäftskonten zeigen",
    },
    setAside: {
      personal: plural("de", {
        one: "Sie haben auch # privates Konto ausgewählt. Das bleibt so, gehört aber nicht zu Ihrer Antwort hier.",
        other:
          "Sie haben auch # private Konten ausgewählt. Das bleibt so, sie gehören aber nicht zu Ihrer Antwort hier.",
      }),
      business: plural("de", {
        one: "Sie haben auch # Geschäftskonto ausgewählt. Das bleibt so, gehört aber nicht zu Ihrer Antwort hier.",
        other:
          "Sie haben auch # Geschäftskonten ausgewählt. Das bleibt so, sie gehören aber nicht zu Ihrer Antwort hier.",
      }),
    },
    profileFirst: "Sagen Sie zuerst, aus welchen Konten Sie wählen wollen.",
    unavailable: {
      closed: "Diese Konten sind geschlossen.",
      "cannot-share": "Konten dieser Art können wir nicht teilen.",
      "cannot-pay": "Von diesen Konten können Sie nicht an andere zahlen.",
      "other-currency": "Diese haben eine andere Währung.",
      "not-the-named-account": "Die App hat ein anderes Konto angegeben.",
      "needs-signatures":
        "Für diese Konten muss mehr als eine Person unterschreiben. Dafür braucht es eine neue Anfrage in der App.",
    },
    andMore: plural("de", { one: "und # weiteres", other: "und # weitere" }),
  },
  connection: {
    first: "Sie verbinden sich zum ersten Mal",
    before: (date) => `Schon einmal verbunden, zuletzt am ${date}`,
    beforeToday: "Schon einmal verbunden, zuletzt heute",
    already: (app) => `Sie teilen schon Daten mit ${app}`,
    since: (date, what) => `Seit dem ${date} zu sehen: ${what}.`,
    sinceOther: (date) => `Seit dem ${date} zu sehen: andere Daten.`,
    from: (accounts) => `Konten: ${accounts}.`,
    more: plural("de", { one: "Und # weiteres Mal.", other: "Und # weitere Male." }),
    whatNow: (app, bank, phone) =>
      `Wenn Sie das erlauben, kommt es zu dem dazu, was Sie schon teilen. Sie können beides behalten. Das Alte beenden Sie in ${app}, oder Sie rufen ${bank} an: ${phone}.`,
  },
} satisfies Pick<Words, "choosing" | "connection">;
