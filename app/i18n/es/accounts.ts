import { plural } from "../plural";
import type { Words } from "../words";

export const accounts = {
  account: {
    kinds: { current: "Cuenta corriente", savings: "Cuenta de ahorro", "credit-card": "Tarjeta de crédito" },
    ending: (digits) => `que termina en ${digits}`,
    balance: (amount) => `Saldo: ${amount}`,
    overdrawn: (amount) => `En descubierto por ${amount}`,
    someoneElse: "otra persona",
    chosenOf: plural("es", { one: "de # cuenta elegida", other: "de # cuentas elegidas" }),
    unavailable: {
      closed: { reason: "Esta cuenta está cerrada.", remedy: "Elija una que esté abierta." },
      "cannot-share": { reason: "No podemos compartir este tipo de cuenta.", remedy: "Elija otra cuenta." },
      "cannot-pay": {
        reason: "Desde esta cuenta no se puede pagar a otras personas.",
        remedy: "Use una cuenta corriente.",
      },
      "other-currency": { reason: "Está en otra divisa.", remedy: "Use una cuenta en la divisa del pago." },
      "not-the-named-account": {
        reason: "La aplicación indicó otra cuenta.",
        remedy: "Para usar esta, empiece de nuevo en la aplicación.",
      },
      "needs-signatures": {
        reason:
          "En esta cuenta tiene que firmar más de una persona, y hace falta una nueva solicitud en la aplicación.",
        remedy: "O elija otra cuenta.",
      },
    },
  },
  span: {
    days: plural("es", { one: "# día", other: "# días" }),
    months: plural("es", { one: "# mes", other: "# meses" }),
    about: (span) => `aproximadamente ${span}`,
  },
  problems: {
    title: "Hay un problema",
    "choose-an-account": "Elija al menos una cuenta.",
    "choose-the-account": "Elija la cuenta desde la que quiere pagar.",
    "choose-one-account": "Elija una sola cuenta. Un pago sale de una única cuenta.",
    "account-not-offered": "Una de las cuentas no se puede usar. Elija de nuevo en la lista.",
    "request-changed": (app) => `${app} ha cambiado lo que solicita. Léalo de nuevo y después elija.`,
  },
} satisfies Pick<Words, "account" | "span" | "problems">;
