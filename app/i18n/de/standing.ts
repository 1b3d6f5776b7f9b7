import type { Words } from "../words";

export const standing = {
  standing: {
    "needs-action": "Wartet auf eine Antwort",
    active: "Aktiv",
    paused: { customer: "Von Ihnen unterbrochen", bank: "Von uns unterbrochen" },
    stopping: "Wird beendet",
    pausing: "Wird unterbrochen",
    resuming: "Geht wieder weiter",
    ended: "Beendet",
    done: { sent: "Zur Zahlung gegeben", "set-up": "Eingerichtet" },
    why: {
      expired: "Die Zeit ist abgelaufen",
      unused: "Es wurde lange nicht genutzt",
      "you-stopped": "Sie haben es beendet",
      "you-asked-us": "Wir haben es beendet, weil Sie uns darum baten",
      "app-stopped": "Die App hat es beendet",
      "bank-stopped": "Wir haben es beendet",
      "app-not-authorised": "Die App darf das nicht mehr",
      "accounts-closed": "Die Konten können dafür nicht mehr genutzt werden",
      replaced: "Etwas Neues trat an die Stelle",
      refused: "Sie haben es nicht erlaubt",
      "not-finished": "Es kam nie zum Abschluss",
      used: "Es wurde genutzt, und das ging nur einmal",
      stopped: "Es wurde beendet",
    },
  },
} satisfies Pick<Words, "standing">;
