import type { Words } from "../words";

export const scheduledPayment = {
  scheduledPayment: {
    question: (amount, payee, day) => `Payer ${amount} à ${payee} le ${day} ?`,
    to: (payee, day) => `à ${payee} le ${day} ?`,
    when: (day) => `Une fois, le ${day}`,
    summary: (amount, payee, app, day) =>
      `Si vous donnez votre accord, ${app} peut préparer un paiement de ${amount} à ${payee} depuis le compte que vous choisissez. Il partira le ${day}, une seule fois.`,
    summaryLocked: (amount, payee, app, day, account) =>
      `Si vous donnez votre accord, ${app} peut préparer un paiement de ${amount} à ${payee} depuis le compte « ${account} ». Il partira le ${day}, une seule fois.`,
    afterwardsText: (bank, phone) =>
      `Vous pouvez arrêter ce paiement jusqu’à la veille de son départ : appelez ${bank} au ${phone}.`,
    afterwardsOfMany: (bank, phone) =>
      `Vous pouvez arrêter ces paiements jusqu’à la veille de leur départ : appelez ${bank} au ${phone}.`,
    allow: (amount, day) => `Payer ${amount} le ${day}`,
  },
} satisfies Pick<Words, "scheduledPayment">;
