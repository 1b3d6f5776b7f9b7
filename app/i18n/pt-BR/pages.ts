import type { Words } from "../words";

const START_AGAIN = "Volte para o aplicativo que trouxe você aqui e comece de novo.";

export const pages = {
  home: {
    documentTitle: "Serviço de consentimento",
    title: "Serviço de consentimento",
    what: "Quando um aplicativo pede acesso às suas contas ou pede que você pague, seu banco traz você aqui para ver exatamente o que está sendo pedido e permitir ou recusar.",
    nothingToDo: "Não há nada para fazer nesta página. Comece no aplicativo que você quer conectar.",
  },
  problem: {
    notFound: {
      title: "Não há nada para mostrar aqui",
      text: "O endereço pode estar incompleto, ou o que havia nele não existe mais.",
      whatToDo: "Se um aplicativo trouxe você aqui, volte para ele e comece de novo.",
    },
    unreadable: {
      title: "Esta página não pode aceitar esse pedido",
      text: "O que chegou não estava em um formato que aceitamos. Nada foi alterado e nada foi compartilhado.",
      whatToDo: START_AGAIN,
    },
    tooLarge: {
      title: "Isso é grande demais",
      text: "É maior do que esta página aceita. Nada foi alterado e nada foi compartilhado.",
      whatToDo: "Volte e escolha um arquivo menor. Um recibo tem no máximo 256 kB.",
    },
    foreign: {
      title: "Este pedido não veio da nossa própria página",
      text: "Para proteger você, não atendemos ao pedido. Nada foi alterado e nada foi compartilhado.",
      whatToDo: START_AGAIN,
    },
    unavailable: {
      title: "Este serviço não está disponível agora",
      text: "Nada foi alterado e nada foi compartilhado.",
      whatToDo: "Tente de novo em alguns minutos.",
    },
    fault: {
      title: "Algo deu errado do nosso lado",
      text: "Não conseguimos concluir. Se você tinha acabado de fazer uma escolha, ela pode não ter sido salva.",
      whatToDo: "Volte para o aplicativo que trouxe você aqui para ver como ficou, ou comece de novo por lá.",
    },
    reference: "Referência",
    referenceHint: "Informe esta referência se ligar.",
  },
} satisfies Words["pages"];
