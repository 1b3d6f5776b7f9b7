import { plural } from "../plural";
import type { Words } from "../words";

export const factor = {
  factor: {
    title: {
      "account-access": "Confirme que é você",
      payment: "Confirme este pagamento",
      "standing-order": "Confirme este pagamento recorrente",
      "variable-payments": "Confirme estas cobranças dentro de limites",
      file: "Confirme os pagamentos deste arquivo",
      "funds-confirmation": "Confirme que é você",
    },
    intro: "Você disse sim. Este último passo mostra que é você mesmo.",
    account: "Conta",
    accounts: "Contas",
    until: (time) => `Confirme até ${time}.`,
    passkey: {
      use: "Usar sua chave de acesso",
      hint: "Seu aparelho pede seu dedo, seu rosto ou seu PIN.",
      failed: "Sua chave de acesso não foi usada. Tente de novo ou use um código.",
    },
    code: {
      send: (ending) => `Enviar um código para o telefone com final ${ending}`,
      sent: (ending) => `Enviamos um código para o telefone com final ${ending}.`,
      reference: (reference) => `A mensagem traz a referência ${reference}, para você saber que é a certa.`,
      worksUntil: (time) => `O código vale até ${time}.`,
      label: "Código da mensagem",
      again: "Enviar outro código",
      noMore: "Não podemos enviar outro código para este pedido.",
    },
    back: "Voltar",
    problems: {
      wrongCode: plural("pt-BR", {
        one: "Esse código não está certo. Você ainda tem # tentativa.",
        other: "Esse código não está certo. Você ainda tem # tentativas.",
      }),
      noCode: "Digite os seis números do código.",
      codeOver: "Esse código não vale mais. Envie outro.",
      wrongPasskey: "Não conseguimos conferir essa chave de acesso. Tente de novo ou use um código.",
      notSent: "Não conseguimos enviar um código. Tente de novo em um minuto.",
    },
    noWay: (bank, phone) =>
      `Não temos uma chave de acesso nem um telefone seu, por isso não podemos conferir que é você. Ligue para ${bank} no número ${phone}.`,
    over: {
      title: "Seu tempo para confirmar acabou",
      happened: "Você não confirmou a tempo, por isso seu sim não conta.",
      toDo: "Leia tudo de novo. Se ainda estiver certo, diga sim e confirme.",
    },
    message: (bank, question, code, time, reference) =>
      `${bank}: ${question} Seu código é ${code}. Ele vale até ${time}. Não passe o código para ninguém. Referência ${reference}.`,
    receipt: {
      label: "Confirmado com",
      passkey: "Sua chave de acesso",
      code: "Um código enviado para o seu telefone",
    },
  },
} satisfies Partial<Words>;
