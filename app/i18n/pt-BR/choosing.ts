import { plural } from "../plural";
import type { Words } from "../words";

export const choosing = {
  choosing: {
    find: "Encontrar uma conta",
    findHint: "Digite parte do nome, o tipo de conta, o titular ou os últimos dígitos.",
    search: "Buscar",
    clear: "Limpar a busca",
    found: plural("pt-BR", { one: "# conta encontrada.", other: "# contas encontradas." }),
    noneFound: (text) => `Nenhuma conta corresponde a “${text}”.`,
    alsoChosen: "Também escolhidas",
    chosenSoFar: "Escolhidas até agora",
    tickAll: plural("pt-BR", { one: "Marcar a que aparece", other: "Marcar as # que aparecem" }),
    tickShownOf: (shown, total) => `Marcar as ${shown} que aparecem, de ${total}`,
    untickAll: "Desmarcar todas",
    notShown: plural("pt-BR", {
      one: "# conta ainda não aparece.",
      other: "# contas ainda não aparecem.",
    }),
    more: plural("pt-BR", { one: "Mostrar mais #", other: "Mostrar mais #" }),
    groups: { current: "Contas correntes", savings: "Contas poupança", "credit-card": "Cartões de crédito" },
    whichProfile: "Entre quais contas você quer escolher?",
    profiles: { personal: "Contas pessoais", business: "Contas da empresa" },
    instead: {
      personal: "Mostrar as contas pessoais",
      business: "Mostrar as contas da empresa",
    },
    setAside: {
      personal: plural("pt-BR", {
        one: "Você também escolheu # conta pessoal. Ela fica guardada, mas não faz parte da sua resposta aqui.",
        other:
          "Você também escolheu # contas pessoais. Elas ficam guardadas, mas não fazem parte da sua resposta aqui.",
      }),
      business: plural("pt-BR", {
        one: "Você também escolheu # conta da empresa. Ela fica guardada, mas não faz parte da sua resposta aqui.",
        other:
          "Você também escolheu # contas da empresa. Elas ficam guardadas, mas não fazem parte da sua resposta aqui.",
      }),
    },
    profileFirst: "Primeiro diga entre quais contas você quer escolher.",
    unavailable: {
      closed: "Estas contas estão encerradas.",
      "cannot-share": "Não podemos compartilhar estes tipos de conta.",
      "cannot-pay": "Não é possível pagar outras pessoas com estas contas.",
      "other-currency": "Elas estão em outra moeda.",
      "not-the-named-account": "O aplicativo indicou outra conta.",
      "needs-signatures":
        "Mais de uma pessoa precisa assinar nestas contas, e é necessário um novo pedido no aplicativo.",
    },
    andMore: plural("pt-BR", { one: "e mais #", other: "e mais #" }),
  },
  connection: {
    first: "É a primeira vez que você se conecta",
    before: (date) => `Você já se conectou antes, a última vez em ${date}`,
    beforeToday: "Você já se conectou antes, a última vez hoje",
    already: (app) => `Você já compartilha com ${app}`,
    since: (date, what) => `Desde ${date} pode ver ${what}.`,
    sinceOther: (date) => `Desde ${date} pode ver outras informações.`,
    from: (accounts) => `De: ${accounts}.`,
    more: plural("pt-BR", { one: "E mais # acesso como este.", other: "E mais # acessos como este." }),
    whatNow: (app, bank, phone) =>
      `Se você permitir, isso se soma ao que você já compartilha. Você pode manter os dois. Para interromper o anterior, use ${app} ou ligue para ${bank} no número ${phone}.`,
  },
} satisfies Pick<Words, "choosing" | "connection">;
