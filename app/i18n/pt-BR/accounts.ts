import { plural } from "../plural";
import type { Words } from "../words";

export const accounts = {
  account: {
    kinds: { current: "Conta corrente", savings: "Conta poupança", "credit-card": "Cartão de crédito" },
    ending: (digits) => `com final ${digits}`,
    balance: (amount) => `Saldo: ${amount}`,
    overdrawn: (amount) => `Saldo negativo de ${amount}`,
    someoneElse: "outra pessoa",
    chosenOf: plural("pt-BR", { one: "de # conta escolhida", other: "de # contas escolhidas" }),
    unavailable: {
      closed: { reason: "Esta conta está encerrada.", remedy: "Escolha uma que esteja aberta." },
      "cannot-share": { reason: "Não podemos compartilhar este tipo de conta.", remedy: "Escolha outra conta." },
      "cannot-pay": {
        reason: "Não é possível pagar outras pessoas com esta conta.",
        remedy: "Use uma conta corrente.",
      },
      "other-currency": { reason: "Ela está em outra moeda.", remedy: "Use uma conta na moeda do pagamento." },
      "not-the-named-account": {
        reason: "O aplicativo indicou outra conta.",
        remedy: "Para usar esta, comece de novo no aplicativo.",
      },
      "needs-signatures": {
        reason: "Mais de uma pessoa precisa assinar nesta conta, e é necessário um novo pedido no aplicativo.",
        remedy: "Ou escolha outra conta.",
      },
    },
  },
  span: {
    days: plural("pt-BR", { one: "# dia", other: "# dias" }),
    months: plural("pt-BR", { one: "# mês", other: "# meses" }),
    about: (span) => `aproximadamente ${span}`,
  },
  problems: {
    title: "Há um problema",
    "choose-an-account": "Escolha pelo menos uma conta.",
    "choose-the-account": "Escolha a conta que vai pagar.",
    "choose-one-account": "Escolha só uma conta. Um pagamento sai de uma única conta.",
    "account-not-offered": "Uma das contas não pode ser usada. Escolha de novo na lista.",
    "request-changed": (app) => `${app} mudou o que pede. Leia de novo e depois escolha.`,
  },
} satisfies Pick<Words, "account" | "span" | "problems">;
