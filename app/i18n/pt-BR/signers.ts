import { plural } from "../plural";

export const signers = {
  signers: {
    needs: plural("pt-BR", { one: "Precisa de # assinatura", other: "Precisa de # assinaturas" }),
    next: (names: string) => `Pode assinar a seguir: ${names}`,
    /** @param time in which they have to answer. */
    alert: (time: string) =>
      `Em algumas destas contas, mais de uma pessoa precisa assinar. Se você escolher uma delas, pedimos também às outras. Elas veem este pedido e que você disse sim. Elas têm ${time}. Nenhum dinheiro sai antes de haver assinaturas suficientes.`,
    /** Beside it, of what is to take the place of an earlier yes. */
    untilThen: "O que você permitiu antes continua até haver assinaturas suficientes.",
    others: plural("pt-BR", {
      one: "Falta a assinatura de mais # pessoa.",
      other: "Falta a assinatura de mais # pessoas.",
    }),
    /** @param others how many of them, in a sentence. */
    waiting: (app: string, others: string, time: string) =>
      `Você disse sim ao pedido de ${app}. ${others} Pedimos agora, com prazo de ${time}.`,
    receipt: (app: string) =>
      `Você disse sim ao pedido de ${app}. Outras pessoas também precisam assinar, e este recibo é só da sua resposta. Nenhum dinheiro sai antes de haver assinaturas suficientes.`,
    notYet: "Ainda não. Nenhum dinheiro sai antes de as outras pessoas assinarem.",
    page: {
      intro: (who: string, app: string) =>
        `${who} disse sim a este pedido de ${app}. A sua assinatura também é necessária.`,
      account: "Conta de onde sai o pagamento",
      who: "Quem já assinou",
      progress: (received: string, required: string) => `Assinaturas: ${received} de ${required}`,
      signed: (name: string) => `${name}: assinou`,
      unsigned: (name: string) => `${name}: ainda não assinou`,
      you: (name: string) => `${name} (você)`,
      due: (moment: string) => `Assine até ${moment}. Depois disso, o pedido termina.`,
      after:
        "Quando houver assinaturas suficientes, o pagamento continua. Se alguém não assinar, ele termina e nada é pago.",
      sign: (what: string) => `Assinar: ${what}`,
      once: "Uma única vez, assim que houver assinaturas suficientes",
      refuse: "Não assinar",
      takeBack: "Retirar o meu sim",
      takeBackAfter: "Se você retirar o seu sim, o pedido termina para todas as pessoas.",
    },
    mine: {
      title: "Assinado por você",
      nothing: "Você não assinou nada que outras pessoas tenham pedido.",
      teach: "Quando você assinar um pedido de outra pessoa, vai encontrá-lo aqui, com a situação dele.",
    },
    message: {
      waiting: { title: "Você assinou", text: "Agora esperamos as outras pessoas. Você não precisa fazer mais nada." },
      complete: {
        title: "Já há assinaturas suficientes",
        text: "O pedido continua. Você não precisa fazer mais nada.",
      },
      "signer-declined": { title: "Este pedido terminou", text: "Uma das pessoas disse não. Nada é pago." },
      "timed-out": { title: "Este pedido terminou", text: "Não houve assinaturas suficientes a tempo. Nada é pago." },
      ended: {
        title: "Este pedido terminou",
        text: "Ele foi retirado ou encerrado antes de todas as pessoas assinarem. Nada é pago.",
      },
      "lost-mandate": {
        title: "Você não pode assinar isto",
        text: "Você não assina mais por esta conta. Se acha que isso está errado, ligue para nós.",
      },
      again: {
        title: "Leia de novo",
        text: "Não conseguimos aceitar a sua resposta. Este é o pedido como está agora. Leia e responda de novo.",
      },
      locked: {
        title: "Você não pode assinar isto agora",
        text: "O que você digitou estava errado vezes demais, então nada foi assinado. Espere meia hora, saia e entre de novo. As outras pessoas ainda podem assinar.",
      },
      unavailable: { title: "Não podemos mostrar isto agora", text: "Nada mudou. Tente de novo em alguns minutos." },
    },
  },
};
