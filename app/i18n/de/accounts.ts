import { plural } from "../plural";
import type { Words } from "../words";

export const accounts = {
  account: {
    kinds: { current: "Girokonto", savings: "Sparkonto", "credit-card": "Kreditkarte" },
    ending: (digits) => `mit den Endziffern ${digits}`,
    balance: (amount) => `Kontostand ${amount}`,
    overdrawn: (amount) => `Um ${amount} überzogen`,
    someoneElse: "jemand anderem",
    chosenOf: plural("de", { one: "von # Konto ausgewählt", other: "von # Konten ausgewählt" }),
    unavailable: {
      closed: { reason: "Dieses Konto ist geschlossen.", remedy: "Wählen Sie ein offenes Konto." },
      "cannot-share": {
        reason: "Konten dieser Art können wir nicht teilen.",
        remedy: "Wählen Sie ein anderes Konto.",
      },
      "cannot-pay": {
        reason: "Von diesem Konto können Sie nicht an andere zahlen.",
        remedy: "Nehmen Sie ein Girokonto.",
      },
      "other-currency": {
        reason: "Es hat eine andere Währung.",
        remedy: "Nehmen Sie ein Konto in der Währung der Zahlung.",
      },
      "not-the-named-account": {
        reason: "Die App hat ein anderes Konto angegeben.",
        remedy: "Wenn Sie dieses nutzen wollen, beginnen Sie in der App neu.",
      },
      "needs-signatures": {
        reason:
          "Für dieses Konto muss mehr als eine Person unterschreiben. Dafür braucht es eine neue Anfrage in der App.",
        remedy: "Oder wählen Sie ein anderes Konto.",
      },
    },
  },
  span: {
    days: plural("de", { one: "# Tag", other: "# Tage" }),
    months: plural("de", { one: "# Monat", other: "# Monate" }),
    about: (span) => `etwa ${span}`,
  },
  problems: {
    title: "Es gibt ein Problem",
    "choose-an-account": "Wählen Sie mindestens ein Konto.",
    "choose-the-account": "Wählen Sie das Konto, von dem Sie zahlen.",
    "choose-one-account": "Wählen Sie nur ein Konto. Eine Zahlung geht von einem Konto ab.",
    "account-not-offered": "Eines der Konten kann nicht genutzt werden. Wählen Sie neu aus der Liste.",
    "request-changed": (app) => `${app} hat die Anfrage geändert. Lesen Sie sie noch einmal und wählen Sie dann.`,
  },
} satisfies Pick<Words, "account" | "span" | "problems">;
