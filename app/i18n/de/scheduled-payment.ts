import type { Words } from "../words";

export const scheduledPayment = {
  scheduledPayment: {
    question: (amount, payee, day) => `Zahlen Sie ${amount} an ${payee} am ${day}?`,
    to: (payee, day) => `an ${payee} am ${day}?`,
    when: (day) => `Einmal, am ${day}`,
    summary: (amount, payee, app, day) =>
      `Wenn Sie zustimmen, kann ${app} eine Zahlung von ${amount} von dem Konto, das Sie wählen, an ${payee} einrichten. Sie geht einmal ab, am ${day}.`,
    summaryLocked: (amount, payee, app, day, account) =>
      `Wenn Sie zustimmen, kann ${app} eine Zahlung von ${amount} vom Konto „${account}“ an ${payee} einrichten. Sie geht einmal ab, am ${day}.`,
    afterwardsText: (bank, phone) =>
      `Sie können diese Zahlung bis zum Tag davor stoppen: Rufen Sie ${bank} an, ${phone}.`,
    afterwardsOfMany: (bank, phone) =>
      `Sie können diese Zahlungen bis zum Tag davor stoppen: Rufen Sie ${bank} an, ${phone}.`,
    allow: (amount, day) => `${amount} am ${day} zahlen`,
  },
} satisfies Pick<Words, "scheduledPayment">;
