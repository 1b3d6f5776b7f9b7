import type { Words } from "../words";

export const wayOut = {
  refusal: {
    title: (refuse) => `${refuse} e dizer o motivo (opcional)`,
    hint: (app) => `Cada botão diz não. Não contamos o motivo para ${app}.`,
    reasons: {
      "changed-mind": "Mudei de ideia",
      "asks-too-much": "Pede demais",
      "wrong-account": "Banco ou conta errados",
      "not-recognised": "Não reconheço este pedido",
      "other-reason": "Outro motivo",
    },
  },
  report: {
    button: "Parar e avisar o banco",
    orCall: (bank) => `Você também pode ligar para ${bank} no número`,
  },
  signedIn: {
    as: (name) => `Você entrou como ${name}.`,
    other: "Não é você? Entrar como outra pessoa",
    title: "Entrar como outra pessoa",
    happened: "O pedido continua depois que você entrar de novo. Esta página acabou.",
    go: "Ir para a entrada",
  },
  expiry: {
    until: (time) => `Você pode responder até ${time}.`,
    nearlyOver: (time) => `Seu tempo para responder termina às ${time}.`,
    more: "Preciso de mais tempo",
  },
  moment: {
    title: "Pare um momento",
    intro: "Mostramos esta página antes de alguns pedidos, venham de quem vierem. Pergunte-se:",
    checks: [
      "Foi você que começou isto, no aplicativo?",
      "Alguém está dizendo o que você deve apertar? Nós nunca fazemos isso, e a polícia também não.",
      "Você sabe o que vai receber em troca?",
    ],
    asked: "O que se pede a você",
    asker: "Quem pede",
    goOn: "Seguir para o pedido",
  },
  reported: {
    title: "Você avisou o banco sobre este pedido",
    happened: {
      refused: "Você disse que não esperava isto. Dissemos não por você.",
      waiting: "Você disse que não esperava isto. Guardamos o seu não, e ele sai assim que o nosso sistema responder.",
      over: "Você disse que não esperava isto. O pedido já tinha acabado, e não havia mais nada a recusar.",
    },
    toDo: (bank, phone) =>
      `Você pode fechar esta página. Nossa equipe antifraude vai analisar. Se você deu uma senha ou um código a alguém, ligue agora para ${bank} no número ${phone}.`,
    reference: "Número do aviso",
  },
} satisfies Pick<Words, "refusal" | "signedIn" | "report" | "expiry" | "moment" | "reported">;
