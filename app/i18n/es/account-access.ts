import type { Words } from "../words";

export const accountAccess = {
  accountAccess: {
    question: (app) => `¿Compartir la información de sus cuentas con ${app}?`,
    between: "compartiría información con",
    appRole: "Solicita ver su información",
    willSee: (app) => `Lo que verá ${app}`,
    details: "Detalles",
    cannotSee: (app) => `Lo que ${app} no puede ver ni hacer`,
    cannotDo: ["mover su dinero", "ver su contraseña"],
    see: (what) => `ver ${what}`,
    history: {
      between: (from, to) => `Del ${from} al ${to}`,
      since: (from) => `Desde el ${from}`,
      until: (to) => `Todo lo que conservamos hasta el ${to}`,
      all: "Desde lo más antiguo que conservamos",
    },
    why: "Por qué lo solicita",
    quoted: (purpose) => `«${purpose}»`,
    theirWords: (app) => `En palabras de ${app}`,
    noPurpose: (app) => `${app} no nos ha dicho por qué.`,
    howLong: "Hasta cuándo",
    until: (date) => `Hasta el ${date}`,
    openEnded: "Hasta que usted lo detenga",
    openEndedNote: "No tiene fecha de fin.",
    choose: "Elija las cuentas que quiere compartir",
    chooseHint: (app) => `${app} solo verá las cuentas que usted marque.`,
    unavailable: "Cuentas que no puede compartir así",
    joint: (people) =>
      `También pertenece a ${people}. Si la comparte, la aplicación verá lo que todos ustedes hacen con ella.`,
    summary: (app, clusters, until) =>
      `Si lo permite, ${app} verá, por cada cuenta que usted marque, ${clusters}, ${until}.`,
    summaryUntil: (date) => `hasta el ${date}`,
    summaryOpenEnded: "hasta que usted lo detenga",
    afterwards: "Cómo detenerlo",
    afterwardsText: (app, bank, phone) =>
      `Puede detenerlo cuando quiera. Hágalo en ${app} o llame a ${bank} al ${phone}.`,
    allow: "Permitir el acceso",
    refuse: "No permitir",
  },
} satisfies Pick<Words, "accountAccess">;
