import type { PageWords } from "./words.ts";

export const ptBr: PageWords = {
  direction: "ltr",
  decoupled: {
    title: "{app} pede a sua resposta",
    compare: "Olhe para a tela em que você usa {app}. Ela tem que mostrar isto:",
    otherwise:
      "Se ela mostrar outra coisa, ou se não foi você que começou isto, feche esta página. Assim nada acontece.",
    signIn: "Entrar e ver o pedido",
    answered: {
      title: "Você pode fechar esta página",
      text: "Você respondeu a este pedido. Não há mais nada a fazer aqui.",
      next: "Você pode continuar onde usa {app}.",
    },
    ranOut: {
      title: "O tempo para este pedido acabou",
      text: "Ninguém respondeu a tempo, então nada foi compartilhado nem pago. Você pode fechar esta página.",
      next: "Se ainda quiser, você pode começar de novo onde usa {app}.",
    },
    after: {
      failure: "Não conseguimos fazer a sua entrada. Você pode tentar de novo.",
      another: "Este pedido é para outra pessoa. Se for seu, entre com o seu próprio nome de usuário.",
      outage: "Não conseguimos fazer a sua entrada agora. Tente de novo em um minuto.",
    },
  },
  error: {
    title: "Não conseguimos continuar",
    why: "O pedido que trouxe você até aqui não é válido, já foi usado ou demorou demais.",
    nothingDone: "Esta etapa não compartilhou nada e não movimentou dinheiro.",
    again: "Para tentar de novo, volte ao aplicativo ou site de onde você veio e comece outra vez por lá.",
    reference: "Referência",
    code: "Código",
  },
};
