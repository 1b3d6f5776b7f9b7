/** The question whether to make one payment on a day to come. What is alike for payments is with the domestic one. */
export const scheduledPayment = {
  scheduledPayment: {
    question: (amount: string, payee: string, day: string) => `Pay ${amount} to ${payee} on ${day}?`,
    to: (payee: string, day: string) => `to ${payee} on ${day}?`,
    when: (day: string) => `Once, on ${day}`,
    summary: (amount: string, payee: string, app: string, day: string) =>
      `If you agree, ${app} can set up a payment of ${amount} from the account you choose to ${payee}. It leaves on ${day}, once.`,
    summaryLocked: (amount: string, payee: string, app: string, day: string, account: string) =>
      `If you agree, ${app} can set up a payment of ${amount} from ${account} to ${payee}. It leaves on ${day}, once.`,
    afterwardsText: (bank: string, phone: string) =>
      `You can stop this payment until the day before it leaves: call ${bank} on ${phone}.`,
    afterwardsOfMany: (bank: string, phone: string) =>
      `You can stop these payments until the day before they leave: call ${bank} on ${phone}.`,
    allow: (amount: string, day: string) => `Pay ${amount} on ${day}`,
  },
};
