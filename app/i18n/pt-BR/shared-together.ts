export const sharedTogether = {
  sharedTogether: {
    pending: (names: string, date: string) => `Pendente: falta também ${names}, até ${date}`,
    pendingSome: (count: string, names: string, date: string) =>
      `Pendente: faltam também ${count} de ${names}, até ${date}`,
    alert: (time: string) =>
      `Em algumas destas contas, mais de uma pessoa precisa concordar antes de os dados serem compartilhados. Se você escolher uma delas, pedimos também às outras. Elas veem este pedido, que você disse sim e o que vocês têm em conjunto, mas nenhuma das suas outras contas. Elas têm ${time}. Nada é compartilhado de nenhuma conta escolhida antes de gente suficiente concordar.`,
    differentPeople:
      "Pessoas diferentes precisam concordar com estas contas. Escolha as das mesmas pessoas e compartilhe as outras com um novo pedido no aplicativo.",
    receipt: (app: string) =>
      `Você disse sim ao pedido de ${app}. Outras pessoas também precisam concordar, e este recibo é só da sua resposta. Nada é compartilhado antes de gente suficiente concordar.`,
    notYet: "Ainda não. Nada é compartilhado antes de as outras pessoas concordarem.",
    page: {
      account: "O que vocês têm em conjunto",
      after:
        "Quando houver assinaturas suficientes, o compartilhamento começa. Se alguém não assinar, o pedido termina e nada é compartilhado.",
      afterAnswers:
        "Quando houver assinaturas suficientes, responderemos sim ou não quando nos perguntarem. Se alguém não assinar, o pedido termina e nada é respondido.",
    },
    over: {
      "signer-declined": "Uma das pessoas disse não. Nada é compartilhado.",
      "timed-out": "Não houve assinaturas suficientes a tempo. Nada é compartilhado.",
      ended: "Ele foi retirado ou encerrado antes de todas as pessoas assinarem. Nada é compartilhado.",
    },
  },
};
