import type { Words } from "../words";

export const stop = {
  stop: {
    whatHappened: "O que aconteceu",
    wasAnythingShared: "Algo foi compartilhado?",
    wasAnythingPaid: "Algo foi pago?",
    whatToDo: "O que fazer",
    reference: "Referência",
    referenceHint: "Informe esta referência se ligar.",
    nothingShared: "Não. Nada foi compartilhado.",
    nothingPaid: "Não. Nenhum dinheiro saiu da sua conta.",
    nothingEither: "Não por esta página. Se você respondeu antes, vale aquela resposta.",
    theApp: "o aplicativo",
    startAgain: (app) => `Volte para ${app} e comece de novo.`,
    tryAgain: "Tentar de novo",
    lookAgain: "Ler de novo",
    goTo: (app) => `Ir para ${app}`,
    backTo: (app) => `Voltar para ${app}`,
    decided: {
      title: { allowed: "Você já disse sim", refused: "Você já disse não" },
      happened: {
        "account-access": {
          allowed: (app) => `Você permitiu que ${app} veja as informações das suas contas.`,
          refused: (app) => `Você não permitiu que ${app} veja as informações das suas contas.`,
        },
        "variable-payments": {
          allowed: (app) => `Você permitiu que ${app} faça cobranças dentro de limites.`,
          refused: (app) => `Você não permitiu que ${app} faça cobranças.`,
        },
        file: {
          allowed: (app) => `Você aceitou os pagamentos do arquivo que ${app} enviou.`,
          refused: (app) => `Você não aceitou os pagamentos do arquivo que ${app} enviou.`,
        },
        "funds-confirmation": {
          allowed: (app) =>
            `Você permitiu que respondamos sim ou não quando ${app} perguntar se há dinheiro suficiente.`,
          refused: (app) => `Você não permitiu que respondamos quando ${app} perguntar se há dinheiro suficiente.`,
        },
        "standing-order": {
          allowed: (app) => `Você aceitou o pagamento recorrente que ${app} pediu.`,
          refused: (app) => `Você não aceitou o pagamento recorrente que ${app} pediu.`,
        },
        payment: {
          allowed: (app) => `Você aceitou o pagamento que ${app} pediu.`,
          refused: (app) => `Você não aceitou o pagamento que ${app} pediu.`,
        },
      },
      shared: {
        "account-access": "Você permitiu, então pode ser compartilhado.",
        "variable-payments": "Você permitiu, então pode haver cobranças dentro dos limites que você viu.",
        file: "Você aceitou, então pode ser pago. Não pode ser pago duas vezes.",
        "funds-confirmation": "Você permitiu, então podemos responder sim ou não, e nada mais.",
        "standing-order": "Você aceitou, então ele pode ser criado. Não pode ser criado duas vezes.",
        payment: "Você aceitou, então pode ser pago. Não pode ser pago duas vezes.",
      },
      toDo: (app) => `Vale a sua primeira resposta, e ela não pode ser mudada aqui. Volte para ${app} para continuar.`,
    },
    ended: {
      title: "Este pedido terminou",
      happened: {
        "no-eligible-account": (app) =>
          `O pedido que ${app} fez terminou porque nenhuma das suas contas serve para ele.`,
        "tpp-not-authorised": (app) =>
          `O pedido que ${app} fez terminou porque não podíamos ter certeza de que era permitido.`,
        "timed-out": (app) => `O pedido de ${app} terminou porque o tempo dele acabou.`,
        technical: (app) => `O pedido que ${app} fez terminou porque não podíamos mostrar tudo a você.`,
        "sca-failed": (app) => `O pedido que ${app} fez terminou porque não conseguimos ter certeza de que era você.`,
      },
      toDo: (app) => `Não há mais nada a fazer aqui. Você pode voltar para ${app}.`,
      waiting: {
        title: "Estamos encerrando este pedido",
        happened: "O sistema que repassa isso ainda não responde.",
        toDo: "Espere um minuto e tente de novo. Você não precisa responder nada.",
      },
    },
    expired: {
      title: "Seu tempo para responder acabou",
      happened: (app) => `O pedido que ${app} fez ficou aberto só por pouco tempo. Esse tempo acabou.`,
    },
    unknown: {
      title: "Não podemos mostrar este pedido",
      happened: "O link não está completo, já foi usado ou é antigo demais.",
      toDo: "Volte para o aplicativo de onde você veio e comece de novo.",
    },
    openedElsewhere: {
      title: "Este pedido está aberto em outro lugar",
      happened: "Ele foi aberto em outro navegador ou em outro aparelho. Para sua segurança, só funciona lá.",
      toDo: "Continue lá, ou volte para o aplicativo e comece de novo. Se não foi você, ligue para nós.",
    },
    withdrawn: {
      title: (app) => `${app} não pede mais isso`,
      happened: (app) => `${app} retirou o pedido, ou ele não pode mais ser usado.`,
    },
    dayPassed: {
      title: "O dia deste pagamento já passou",
      happened: (app) => `${app} pediu um pagamento em um dia que já passou.`,
    },
    rateExpired: {
      title: "A taxa de câmbio não vale mais",
      happened: (app) => `A taxa do pedido de ${app} valia só por pouco tempo. Esse tempo acabou.`,
    },
    changed: {
      title: (app) => `${app} mudou o que pede`,
      happened: "O que você viu não é o que está sendo pedido agora, então não atendemos à sua resposta.",
      toDo: "Leia o novo pedido antes de responder.",
    },
    unavailable: {
      title: "Não podemos fazer isso agora",
      happened: "Um dos nossos sistemas não responde.",
      toDo: (app) =>
        `Espere um minuto e tente de novo. Você também pode voltar para ${app} e começar de novo mais tarde.`,
    },
    notUnderstood: {
      title: "Não podemos mostrar todo este pedido",
      happened: (app) => `${app} pediu algo que não conseguimos explicar a você. Por isso, não deixamos passar.`,
      toDo: (app) => `Anotamos a falha. Volte para ${app}: só de lá pode ser enviado um pedido correto.`,
    },
    requesterUnknown: {
      title: "Não sabemos quem está pedindo",
      happened:
        "O aplicativo que trouxe você aqui não nos deu nenhum nome. Você não pode dizer sim a quem não tem nome.",
      toDo: "Encerre este pedido. Se não foi você que começou, ligue para nós.",
      end: "Encerrar este pedido",
    },
    notInRegister: {
      title: (app) => `${app} não pode pedir isso agora`,
      happened: (app) =>
        `Segundo o registro oficial, ${app} não pode oferecer este serviço. Por isso não deixamos o pedido passar.`,
    },
    noAccount: {
      title: {
        "account-access": "Você não tem conta para compartilhar",
        "variable-payments": "Você não tem conta para fazer os pagamentos",
        file: "Você não tem conta para fazer os pagamentos",
        "funds-confirmation": "Você não tem conta sobre a qual responder",
        "standing-order": "Você não tem conta para fazer o pagamento",
        payment: "Você não tem conta para fazer o pagamento",
      },
      happened: {
        "account-access": (app) =>
          `${app} pediu para ver informações de contas, mas nenhuma das suas pode ser compartilhada.`,
        "variable-payments": (app) =>
          `${app} pediu para fazer cobranças, mas nenhuma das suas contas pode fazer esses pagamentos.`,
        file: (app) => `${app} pediu pagamentos, mas nenhuma das suas contas pode fazer esses pagamentos.`,
        "funds-confirmation": (app) =>
          `${app} perguntou se há dinheiro suficiente, mas não podemos responder sobre nenhuma das suas contas.`,
        "standing-order": (app) => `${app} pediu um pagamento recorrente, mas nenhuma das suas contas pode fazer isso.`,
        payment: (app) => `${app} pediu um pagamento, mas nenhuma das suas contas pode fazer esse pagamento.`,
      },
      toDo: (app) => `Volte para ${app}. Avisaremos lá que você não foi adiante.`,
      accounts: "Suas contas",
    },
    namedAccountNotYours: {
      title: "A conta indicada não é sua",
      happened: (app, number) => `${app} pediu um pagamento da conta ${number}. Ela não é uma das suas contas conosco.`,
      toDo: (app) => `Volte para ${app} e escolha lá uma das suas próprias contas.`,
    },
    namedAccountUnavailable: {
      title: "Você não pode pagar com a conta indicada",
      happened: (app, number) => `${app} pediu um pagamento da sua conta ${number}.`,
      toDo: (app) => `Volte para ${app} e escolha outra conta lá.`,
    },
    leaving: {
      title: (app) => `Levando você de volta para ${app}`,
      happened: {
        "account-access": {
          allowed: (app) => `Você permitiu que ${app} veja o que você escolheu.`,
          refused: (app) => `Você não permitiu que ${app} veja as informações das suas contas.`,
        },
        "variable-payments": {
          allowed: (app) => `Você permitiu cobranças dentro de limites. ${app} já pode fazer as cobranças.`,
          refused: (app) => `Você não permitiu que ${app} faça cobranças.`,
        },
        file: {
          allowed: (app) => `Você aceitou os pagamentos. ${app} já pode pedir que sejam feitos.`,
          refused: (app) => `Você não aceitou os pagamentos que ${app} pediu.`,
        },
        "funds-confirmation": {
          allowed: (app) => `Você permitiu que respondamos sim ou não quando ${app} perguntar.`,
          refused: (app) => `Você não permitiu que respondamos quando ${app} perguntar se há dinheiro suficiente.`,
        },
        "standing-order": {
          allowed: (app) => `Você aceitou o pagamento recorrente. ${app} já pode criar.`,
          refused: (app) => `Você não aceitou o pagamento recorrente que ${app} pediu.`,
        },
        payment: {
          allowed: (app) => `Você aceitou o pagamento. Agora ${app} pode enviar o dinheiro.`,
          refused: (app) => `Você não aceitou o pagamento que ${app} pediu.`,
        },
      },
      toDo: "Se nada acontecer, use o botão abaixo.",
    },
    recording: {
      title: "Temos sua resposta, mas ela ainda não foi processada",
      happened: {
        allowed: "Você disse sim. Salvamos sua resposta, mas o sistema que a coloca em prática não responde.",
        refused: "Você disse não. Salvamos sua resposta, mas o sistema que a repassa não responde.",
      },
      nothingYet: {
        "account-access": "Ainda não. Até agora, nada foi compartilhado.",
        "variable-payments": "Ainda não. Até agora, nenhum dinheiro saiu da sua conta.",
        file: "Ainda não. Até agora, nenhum dinheiro saiu da sua conta.",
        "funds-confirmation": "Ainda não. Até agora, nada foi respondido.",
        "standing-order": "Ainda não. Até agora, nenhum dinheiro saiu da sua conta.",
        payment: "Ainda não. Até agora, nenhum dinheiro saiu da sua conta.",
      },
      toDo: "Espere um minuto e tente de novo. Sua resposta continua a mesma.",
    },
  },
} satisfies Pick<Words, "stop">;
