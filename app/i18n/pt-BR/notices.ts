import { plural } from "../plural";
import type { Words } from "../words";

export const notices = {
  anApp: "um aplicativo",
  when: (moment) => `Isso aconteceu em ${moment}.`,
  accounts: plural("pt-BR", {
    one: "Uma das suas contas é compartilhada.",
    other: "# das suas contas são compartilhadas.",
  }),
  until: (date) => `Isso termina em ${date}.`,
  openEnded: "Não tem data de fim: dura até você interromper.",
  amount: (amount) => `O valor é ${amount}.`,
  report: (reference) =>
    `Você também nos disse que não esperava isso. Seu aviso tem o número ${reference}. Informe esse número se ligar.`,
  noLinks: "Esta mensagem não tem links, para que ninguém engane você com uma parecida.",
  notYou: (bank, phone) => `Se não foi você, ligue para ${bank} no número ${phone}.`,
  questions: (bank, phone) => `Se tiver dúvidas, ligue para ${bank} no número ${phone}.`,

  kinds: {
    authorised: {
      subject: ({ app, payment }) => (payment ? `Você permitiu um pagamento com ${app}` : `Você conectou ${app}`),
      what: ({ app, bank, payment }) =>
        payment
          ? `Você permitiu que ${app} inicie um pagamento da sua conta em ${bank}.`
          : `Você permitiu que ${app} veja informações das suas contas em ${bank}.`,
    },
    declined: {
      subject: ({ app }) => `Você recusou o pedido de ${app}`,
      what: ({ app, payment }) =>
        payment
          ? `Você recusou um pagamento que ${app} pediu. Nenhum dinheiro foi enviado.`
          : `Você não permitiu que ${app} tenha acesso às suas contas. Nada foi compartilhado.`,
    },
    failed: {
      subject: ({ app }) => `Um pedido de ${app} não foi concluído`,
      what: ({ app, payment }) =>
        `Um pedido de ${app} terminou sem que você aceitasse. ${payment ? "Nenhum dinheiro foi enviado." : "Nada foi compartilhado."}`,
    },
    "signature-asked": {
      subject: ({ app }) => `Um pedido de ${app} precisa da sua assinatura`,
      what: ({ app }) =>
        `Um pedido de ${app} também precisa da sua assinatura. Nada acontece antes de você ver o pedido e responder.`,
    },
    "not-signed": {
      subject: ({ app }) => `Um pedido de ${app} não foi assinado por todos`,
      what: ({ app, payment }) =>
        `Um pedido de ${app} não recebeu todas as assinaturas necessárias. ${payment ? "Nenhum dinheiro foi enviado." : "Nada foi compartilhado."}`,
    },
    renewed: {
      subject: ({ app }) => `Sua conexão com ${app} foi renovada ou alterada`,
      what: ({ app, bank, byCustomer }) =>
        byCustomer
          ? `Você renovou ou alterou o que ${app} pode fazer em ${bank}.`
          : `O que ${app} pode fazer em ${bank} foi renovado ou alterado.`,
    },
    paused: {
      subject: ({ app }) => `Sua conexão com ${app} está em pausa`,
      what: ({ app, bank, byCustomer }) =>
        `${byCustomer ? "Você" : bank} pausou ${app}. Durante a pausa, ${app} não pode usar suas contas.`,
    },
    resumed: {
      subject: ({ app }) => `Sua conexão com ${app} voltou a funcionar`,
      what: ({ app, bank, byCustomer }) =>
        `${byCustomer ? "Você" : bank} encerrou a pausa de ${app}. O aplicativo pode usar suas contas de novo.`,
    },
    stopped: {
      subject: ({ app }) => `Você interrompeu ${app}`,
      what: ({ app, bank }) =>
        `Você interrompeu uma conexão com ${app}. O aplicativo não pode mais usar suas contas em ${bank} desta forma.`,
    },
    withdrawn: {
      subject: ({ app }) => `${app} encerrou a própria conexão`,
      what: ({ app, bank }) => `${app} encerrou o próprio acesso às suas contas em ${bank}.`,
    },
    ended: {
      subject: ({ app }) => `Sua conexão com ${app} foi encerrada`,
      what: ({ app, bank }) => `${bank} encerrou o acesso de ${app}. O aplicativo não pode mais usar suas contas.`,
    },
    expired: {
      subject: ({ app }) => `O prazo da sua conexão com ${app} acabou`,
      what: ({ app, bank }) => `Acabou o prazo em que você permitiu que ${app} usasse suas contas em ${bank}.`,
    },
    "account-left": {
      subject: ({ app }) => `${app} não pode mais usar uma das suas contas`,
      what: ({ app, bank }) =>
        `Uma das suas contas em ${bank} não está mais aberta para ${app}. As outras continuam como antes.`,
    },
    "account-stopped": {
      subject: ({ app }) => `Você parou de compartilhar uma conta com ${app}`,
      what: ({ app, bank }) =>
        `${app} não vê mais uma das suas contas em ${bank}, porque você interrompeu. As outras continuam visíveis, como antes.`,
    },
    reconnected: {
      subject: ({ app }) => `Você conectou ${app} de novo`,
      what: ({ app, bank }) => `Você permitiu de novo que ${app} use suas contas em ${bank}.`,
    },
  },
} satisfies Words["notices"];
