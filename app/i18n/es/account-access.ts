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
      statements: (days) => `${days}. Solo los extractos que caen por completo en ese periodo.`,
    },
    why: "Por qué lo solicita",
    quoted: (purpose) => `«${purpose}»`,
    theirWords: (app) => `En palabras de ${app}`,
    noPurpose: (app) => `${app} no nos ha dicho por qué.`,
    wholePurpose: "Leer todo",
    howLong: "Hasta cuándo",
    until: (date) => `Hasta el ${date}`,
    openEnded: "Hasta que usted lo detenga",
    openEndedNote: "No tiene fecha de fin.",
    choose: "Elija las cuentas que quiere compartir",
    chooseHint: (app) => `${app} solo verá las cuentas que usted marque.`,
    /** Where there is one account alone. */
    chooseOne: "Elija la cuenta que quiere compartir",
    chooseHintOne: (app) => `${app} solo verá la cuenta si usted la marca.`,
    unavailable: "Cuentas que no puede compartir así",
    joint: (people) => `También pertenece a ${people}. Si la comparte, comparte también la parte de los demás.`,
    summary: (app, clusters, until) =>
      `Si lo permite, ${app} verá, por cada cuenta que usted marque, ${clusters}, ${until}.`,
    summaryOne: (app, clusters, until) =>
      `Si lo permite, ${app} verá, por la cuenta que usted marque, ${clusters}, ${until}.`,
    summaryUntil: (date) => `hasta el ${date}`,
    summaryOpenEnded: "hasta que usted lo detenga",
    afterwards: "Cómo detenerlo",
    afterwardsText: (app, bank, phone) =>
      `Puede detenerlo cuando quiera. Hágalo en la página de sus aplicaciones conectadas de ${bank}, en ${app} o llámenos al ${phone}.`,
    allow: "Permitir el acceso",
    refuse: "No permitir",
  },
  /** Their own data as an example of what they would share (P-05). */
  examples: {
    show: "Ver un ejemplo",
    hide: "Ocultar el ejemplo",
    title: (account, number) => `De ${account} ${number}`,
    onlyYou: (app) =>
      `Ahora solo usted ve esto, y mirarlo no envía nada a ${app}. Si lo permite, ${app} verá los nombres y números completos. Aquí acortamos algunos.`,
    none: "No hay nada que mostrar de esta cuenta.",
    failed: "Ahora no podemos mostrar un ejemplo. Aun así, puede responder.",
    moneyIn: (amount) => `${amount} de entrada`,
    moneyOut: (amount) => `${amount} de salida`,
    balanceAfter: (amount) => `saldo después ${amount}`,
    nextOn: (date) => `próxima vez el ${date}`,
    lastOn: (date) => `última vez el ${date}`,
  },
} satisfies Pick<Words, "accountAccess" | "examples">;
