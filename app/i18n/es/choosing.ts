import { plural } from "../plural";
import type { Words } from "../words";

export const choosing = {
  choosing: {
    find: "Buscar una cuenta",
    findHint: "Escriba parte del nombre, el tipo de cuenta, el titular o los últimos dígitos.",
    search: "Buscar",
    clear: "Borrar la búsqueda",
    found: plural("es", { one: "# cuenta coincide.", other: "# cuentas coinciden." }),
    noneFound: (text) => `Ninguna cuenta coincide con «${text}».`,
    alsoChosen: "También elegidas",
    chosenSoFar: "Elegidas hasta ahora",
    tickAll: plural("es", { one: "Marcar la que se muestra", other: "Marcar las # que se muestran" }),
    tickShownOf: (shown, total) => `Marcar las ${shown} que se muestran, de ${total}`,
    untickAll: "Desmarcar todas",
    notShown: plural("es", { one: "Falta # cuenta por mostrar.", other: "Faltan # cuentas por mostrar." }),
    more: plural("es", { one: "Mostrar # más", other: "Mostrar # más" }),
    groups: { current: "Cuentas corrientes", savings: "Cuentas de ahorro", "credit-card": "Tarjetas de crédito" },
    whichProfile: "¿Entre qué cuentas quiere elegir?",
    profiles: { personal: "Cuentas personales", business: "Cuentas de empresa" },
    instead: {
      personal: "Mostrar las cuentas personales",
      business: "Mostrar las cuentas de empresa",
    },
    setAside: {
      personal: plural("es", {
        one: "También eligió # cuenta personal. La guardamos, pero no forma parte de su respuesta aquí.",
        other: "También eligió # cuentas personales. Las guardamos, pero no forman parte de su respuesta aquí.",
      }),
      business: plural("es", {
        one: "También eligió # cuenta de empresa. La guardamos, pero no forma parte de su respuesta aquí.",
        other: "También eligió # cuentas de empresa. Las guardamos, pero no forman parte de su respuesta aquí.",
      }),
    },
    profileFirst: "Primero diga entre qué cuentas quiere elegir.",
    unavailable: {
      closed: "Estas cuentas están cerradas.",
      "cannot-share": "No podemos compartir estos tipos de cuenta.",
      "cannot-pay": "Desde estas cuentas no se puede pagar a otras personas.",
      "other-currency": "Están en otra divisa.",
      "not-the-named-account": "La aplicación indicó otra cuenta.",
      "needs-signatures":
        "En estas cuentas tiene que firmar más de una persona, y hace falta una nueva solicitud en la aplicación.",
    },
    andMore: plural("es", { one: "y # más", other: "y # más" }),
  },
  connection: {
    first: "Es la primera vez que se conecta",
    before: (date) => `Ya se ha conectado antes, la última vez el ${date}`,
    beforeToday: "Ya se ha conectado antes, la última vez hoy",
    already: (app) => `Ya comparte información con ${app}`,
    since: (date, what) => `Desde el ${date} puede ver ${what}.`,
    sinceOther: (date) => `Desde el ${date} puede ver otra información.`,
    from: (accounts) => `De: ${accounts}.`,
    more: plural("es", { one: "Y # acceso más como este.", other: "Y # accesos más como este." }),
    whatNow: (app, bank, phone) =>
      `Si permite este acceso, se añade a lo que ya comparte. Puede mantener los dos. Puede detener el anterior en ${app} o llamar a ${bank} al ${phone}.`,
  },
} satisfies Pick<Words, "choosing" | "connection">;
