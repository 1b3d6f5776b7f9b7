import type { Words } from "../words";

export const fundsConfirmation = {
  fundsConfirmation: {
    question: (app) => `¿Responder sí o no cuando ${app} pregunte si tiene bastante dinero?`,
    between: "respondería sí o no a",
    appRole: "Pregunta si hay bastante dinero en su cuenta",
    details: "Lo que respondemos",
    answer: { label: "La respuesta", text: "Solo sí o no, nunca cuánto tiene" },
    issuer: "Quién pregunta",
    pastAnswers: {
      label: "Respuestas anteriores",
      text: (bank, phone) =>
        `Nuestras respuestas están en la página de sus aplicaciones conectadas de ${bank}. También puede llamarnos al ${phone}.`,
    },
    cannotDo: ["ver cuánto tiene", "ver sus pagos", "cobrar o retener su dinero", "ver su contraseña"],
    locked: "La cuenta por la que pregunta",
    summary: (app, account, until) =>
      `Si acepta, responderemos sí o no cuando ${app} pregunte si hay bastante dinero en ${account}, ${until}.`,
    allow: "Permitir sí o no",
    refuse: "No permitir",
    notYours: (app, number) => `${app} preguntó por la cuenta ${number}. No es una de sus cuentas con nosotros.`,
    unavailable: {
      title: "No podemos responder por la cuenta indicada",
      happened: (app, number) => `${app} preguntó por su cuenta ${number}.`,
    },
  },
} satisfies Pick<Words, "fundsConfirmation">;
