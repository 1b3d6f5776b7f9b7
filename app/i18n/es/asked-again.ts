import type { LastingFamily } from "~/domain/consent-kinds/index";
import { plural } from "../plural";

export const askedAgain = {
  askedAgain: {
    question: {
      "account-access": (app: string) => `¿Seguir compartiendo con ${app}?`,
      "variable-payments": (app: string) => `¿Seguir dejando que ${app} cobre pagos?`,
      "funds-confirmation": (app: string) => `¿Seguir respondiendo a ${app}?`,
    } satisfies Record<LastingFamily, (...names: string[]) => string>,
    afterStop: {
      "account-access": (app: string) => `¿Compartir otra vez con ${app}?`,
      "variable-payments": (app: string) => `¿Dejar otra vez que ${app} cobre pagos?`,
      "funds-confirmation": (app: string) => `¿Responder otra vez a ${app}?`,
    } satisfies Record<LastingFamily, (...names: string[]) => string>,
    nothingChanges: "No cambia nada",
    given: (date: string) => `Usted lo permitió el ${date}.`,
    stopped: (date: string) => `Usted lo permitió el ${date} y después se detuvo.`,
    same: "No hay nada distinto ahora.",
    notAll: "No todas las cuentas sirven ahora",
    details: "Verlo todo",
    accounts: (count: number): string => (count === 1 ? "La misma cuenta que antes" : "Las mismas cuentas que antes"),
    noChoice: "No hay nada que elegir.",
    gone: (names: string) => `Ya no puede usar ${names} para esto.`,
    goneOthers: plural("es", {
      one: "# cuenta de antes ya no es suya.",
      many: "# de cuentas de antes ya no son suyas.",
      other: "# cuentas de antes ya no son suyas.",
    }),
    chooseLeft: "Elija con qué quiere seguir.",
    summary: {
      "account-access": (app: string, until: string) => `Si lo permite, ${app} puede ver lo mismo que antes, ${until}.`,
      "variable-payments": (app: string, until: string) =>
        `Si lo permite, ${app} puede cobrar pagos con los mismos límites que antes, ${until}.`,
      "funds-confirmation": (app: string, until: string) =>
        `Si lo permite, respondemos sí o no a ${app} como antes, ${until}.`,
    } satisfies Record<LastingFamily, (...names: string[]) => string>,
    allow: "Permitir otra vez",
    ifNot: "Si no lo permite, todo sigue como está ahora.",
    ifNotStopped: "Si no lo permite, sigue detenido.",
  },
  inItsPlace: {
    title: "Esto sustituye lo que permitió antes",
    text: (app: string, date: string) =>
      `Usted dijo que sí a ${app} el ${date}. Si permite esto, aquello termina. Si no, aquello sigue como está.`,
    ticked: "Las cuentas de antes están marcadas. Puede cambiarlo.",
    chosen: "La cuenta de antes está elegida. Puede cambiarlo.",
    taken: (app: string, amount: string, date: string) =>
      `Desde el ${date}, ${app} ha cobrado ${amount} dentro de los límites de antes.`,
    countsAnew: (app: string) => `Lo que ${app} ya ha cobrado dentro de los límites de antes no cuenta para estos.`,
    noLonger: (app: string) => `Lo que ${app} dejará de ver`,
    tags: { new: "Nuevo", changed: "Cambiado", removed: "Eliminado" },
    before: (text: string) => `Antes: ${text}`,
  },
  whatWasBefore: {
    stays: "Lo que permitió antes sigue como estaba.",
    staysStopped: "Lo que estaba detenido sigue detenido.",
    hasEnded: "Lo que permitió antes ha terminado.",
    again: "Ya había dicho que sí a lo mismo el",
    insteadOf: "Sustituyó a su sí del",
    notInsteadOf: "No sustituyó a su sí del",
  },
};
