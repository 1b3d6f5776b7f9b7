import type { Words } from "../words";

export const scheduledPayment = {
  scheduledPayment: {
    question: (amount, payee, day) => `Pagar ${amount} para ${payee} em ${day}?`,
    to: (payee, day) => `para ${payee} em ${day}?`,
    when: (day) => `Uma única vez, em ${day}`,
    summary: (amount, payee, app, day) =>
      `Se você aceitar, ${app} poderá agendar um pagamento de ${amount} para ${payee} da conta que você escolher. Ele sairá em ${day}, uma única vez.`,
    summaryLocked: (amount, payee, app, day, account) =>
      `Se você aceitar, ${app} poderá agendar um pagamento de ${amount} para ${payee} de ${account}. Ele sairá em ${day}, uma única vez.`,
    afterwardsText: (bank, phone) =>
      `Você pode interromper este pagamento até o dia antes de ele sair: ligue para ${bank} no número ${phone}.`,
    afterwardsOfMany: (bank, phone) =>
      `Você pode interromper estes pagamentos até o dia antes de eles saírem: ligue para ${bank} no número ${phone}.`,
    allow: (amount, day) => `Pagar ${amount} em ${day}`,
  },
} satisfies Pick<Words, "scheduledPayment">;
