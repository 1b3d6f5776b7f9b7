import type { Words } from "../words";

export const crossBorder = {
  crossBorder: {
    details: "O pagamento para o exterior",
    bank: "Banco da outra parte",
    bankCode: "Código dele (BIC)",
    country: "País",
    gets: "A outra parte recebe",
    about: (amount) => `Cerca de ${amount}`,
    rate: "Taxa de câmbio",
    held: "Até quando a taxa vale",
    heldUntil: (time) => `Até ${time}. Depois disso, comece de novo.`,
    agreed: "Combinamos esta taxa com você antes.",
    indicative: "Não é fixa. O valor final pode ser diferente.",
    unknown: "Definimos a taxa quando enviamos o dinheiro. O valor final pode ser diferente.",
    ofEachDay: {
      leaves: "Convertemos cada pagamento pela taxa do dia dele. O valor que sai da sua conta pode variar.",
      gets: "Convertemos cada pagamento pela taxa do dia dele. O valor que a outra parte recebe pode variar.",
    },
    feeEach: (fee) => `${fee} por pagamento`,
    fees: "Quem paga as tarifas",
    feesBorneBy: {
      you: "Você paga todas as tarifas",
      payee: "A outra parte paga todas as tarifas",
      shared: "Você paga a nossa tarifa. O outro banco pode cobrar de quem recebe.",
      "by-agreement": "Conforme combinado entre os bancos",
    },
    totalUnknown: "Calculamos quando enviamos o dinheiro",
    totalFrom: (currency) => `Total de uma conta nesta moeda: ${currency}`,
    speed: "Rapidez",
    urgent: "Urgente",
    purpose: "Para que é",
  },
} satisfies Pick<Words, "crossBorder">;
