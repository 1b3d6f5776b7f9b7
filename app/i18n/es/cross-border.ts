import type { Words } from "../words";

export const crossBorder = {
  crossBorder: {
    details: "El pago al extranjero",
    bank: "Su banco",
    bankCode: "Su código (BIC)",
    country: "País",
    gets: "La otra parte recibe",
    about: (amount) => `Unos ${amount}`,
    rate: "Tipo de cambio",
    held: "Hasta cuándo vale el tipo",
    heldUntil: (time) => `Hasta las ${time}. Después hay que empezar de nuevo.`,
    agreed: "Acordamos este tipo con usted antes.",
    indicative: "No es fijo. El importe final puede ser distinto.",
    unknown: "Lo fijamos cuando enviamos el dinero. El importe final puede ser distinto.",
    ofEachDay: {
      leaves: "Cambiamos cada pago al tipo de su día. El importe que sale de su cuenta puede variar.",
      gets: "Cambiamos cada pago al tipo de su día. El importe que recibe la otra parte puede variar.",
    },
    feeEach: (fee) => `${fee} por cada pago`,
    fees: "Quién paga las comisiones",
    feesBorneBy: {
      you: "Usted paga todas las comisiones",
      payee: "La otra parte paga todas las comisiones",
      shared: "Usted paga nuestra comisión. El otro banco puede cobrar a quien recibe el pago.",
      "by-agreement": "Según lo acordado entre los bancos",
    },
    totalUnknown: "Lo calculamos cuando enviamos el dinero",
    totalFrom: (currency) => `Total desde una cuenta en esta moneda: ${currency}`,
    speed: "Rapidez",
    urgent: "Urgente",
    purpose: "Para qué es",
  },
} satisfies Pick<Words, "crossBorder">;
