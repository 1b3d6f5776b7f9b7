import type { Words } from "../words";

export const scheduledPayment = {
  scheduledPayment: {
    question: (amount, payee, day) => `¿Pagar ${amount} a ${payee} el ${day}?`,
    to: (payee, day) => `a ${payee} el ${day}?`,
    when: (day) => `Una sola vez, el ${day}`,
    summary: (amount, payee, app, day) =>
      `Si acepta, ${app} podrá programar un pago de ${amount} a ${payee} desde la cuenta que usted elija. Saldrá el ${day}, una sola vez.`,
    summaryLocked: (amount, payee, app, day, account) =>
      `Si acepta, ${app} podrá programar un pago de ${amount} a ${payee} desde ${account}. Saldrá el ${day}, una sola vez.`,
    afterwardsText: (bank, phone) =>
      `Puede detener este pago hasta el día antes de que salga: llame a ${bank} al ${phone}.`,
    afterwardsOfMany: (bank, phone) =>
      `Puede detener estos pagos hasta el día antes de que salgan: llame a ${bank} al ${phone}.`,
    allow: (amount, day) => `Pagar ${amount} el ${day}`,
  },
} satisfies Pick<Words, "scheduledPayment">;
