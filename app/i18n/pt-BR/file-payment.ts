import { plural } from "../plural";
import type { Words } from "../words";

export const filePayment = {
  filePayment: {
    payments: plural("pt-BR", { one: "# pagamento", many: "# de pagamentos", other: "# pagamentos" }),
    inPayments: plural("pt-BR", { one: "em # pagamento?", many: "em # de pagamentos?", other: "em # pagamentos?" }),
    make: "Fazer",
    fromFile: "deste arquivo?",
    question: (payments) => `Fazer ${payments} deste arquivo?`,
    questionOfSum: (amount, inPayments) => `Pagar ${amount} ${inPayments}`,
    appRole: "Pede que você faça estes pagamentos",
    details: "O arquivo",
    count: "Pagamentos que contém",
    total: "Valor total",
    totalIn: (currency) => `Valor total (${currency})`,
    reference: "A descrição dele",
    when: (date) => `Uma única vez, em ${date}`,
    check: "Nossa verificação",
    checked: (app) =>
      `Nós mesmos contamos e somamos os pagamentos. É o arquivo que ${app} nos anunciou, e nada nele mudou.`,
    hash: "Código do arquivo",
    allRows: "Todos os pagamentos do arquivo",
    firstRows: (count) => `Os dez primeiros de ${count}`,
    rowReference: (reference) => `Descrição: ${reference}`,
    download: {
      link: "Ver todos os pagamentos em um arquivo de planilha",
      columns: { account: "Conta", currency: "Moeda" },
    },
    cannotDo: ["mudar o arquivo", "cobrar outros pagamentos", "ver seu saldo", "ver sua senha"],
    unavailable: "Contas que você não pode usar para estes pagamentos",
    lowFunds: "É menos do que a soma dos pagamentos.",
    summary: (app, payments, amount) =>
      `Se você aceitar, ${app} poderá nos pedir que façamos ${payments} da conta que você escolher, uma única vez. No total são ${amount}.`,
    summaryLocked: (app, payments, amount, account) =>
      `Se você aceitar, ${app} poderá nos pedir que façamos ${payments} de ${account}, uma única vez. No total são ${amount}.`,
    leaveOn: (day) => `Eles saem em ${day}.`,
    afterwardsText: "Depois de aceitar, você não poderá interromper estes pagamentos aqui. Confira os dados antes.",
    allow: (amount) => `Pagar ${amount}`,
  },
} satisfies Pick<Words, "filePayment">;
