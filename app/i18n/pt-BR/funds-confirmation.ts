import type { Words } from "../words";

export const fundsConfirmation = {
  fundsConfirmation: {
    question: (app) => `Responder sim ou não quando ${app} perguntar se você tem dinheiro suficiente?`,
    between: "responderia sim ou não a perguntas feitas por",
    appRole: "Pergunta se há dinheiro suficiente na sua conta",
    details: "O que respondemos",
    answer: { label: "A resposta", text: "Só sim ou não, nunca quanto você tem" },
    issuer: "Quem pergunta",
    pastAnswers: {
      label: "Respostas anteriores",
      text: (bank, phone) =>
        `Nossas respostas estão na página dos seus aplicativos conectados em ${bank}. Você também pode ligar para nós no número ${phone}.`,
    },
    cannotDo: ["ver quanto você tem", "ver seus pagamentos", "cobrar ou bloquear seu dinheiro", "ver sua senha"],
    locked: "A conta sobre a qual há a pergunta",
    summary: (app, account, until) =>
      `Se você aceitar, responderemos sim ou não quando ${app} perguntar se há dinheiro suficiente em ${account}, ${until}.`,
    allow: "Permitir sim ou não",
    refuse: "Não permitir",
    notYours: (app, number) => `${app} perguntou sobre a conta ${number}. Ela não é uma das suas contas conosco.`,
    unavailable: {
      title: "Não podemos responder sobre a conta informada",
      happened: (app, number) => `${app} perguntou sobre a sua conta ${number}.`,
    },
  },
} satisfies Pick<Words, "fundsConfirmation">;
