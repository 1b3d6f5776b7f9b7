import type { Words } from "../words";

export const scheduledPayment = {
  scheduledPayment: {
    question: (amount, payee, day) => `Talu ${amount} i ${payee} ar ${day}?`,
    to: (payee, day) => `i ${payee} ar ${day}?`,
    when: (day) => `Unwaith, ar ${day}`,
    summary: (amount, payee, app, day) =>
      `Os byddwch yn cytuno, gall ${app} drefnu taliad o ${amount} o’r cyfrif rydych yn ei ddewis i ${payee}. Bydd yn gadael ar ${day}, unwaith.`,
    summaryLocked: (amount, payee, app, day, account) =>
      `Os byddwch yn cytuno, gall ${app} drefnu taliad o ${amount} o’r cyfrif ‘${account}’ i ${payee}. Bydd yn gadael ar ${day}, unwaith.`,
    afterwardsText: (bank, phone) =>
      `Gallwch stopio’r taliad hwn hyd at y diwrnod cyn iddo adael: ffoniwch ${bank} ar ${phone}.`,
    afterwardsOfMany: (bank, phone) =>
      `Gallwch stopio’r taliadau hyn hyd at y diwrnod cyn iddynt adael: ffoniwch ${bank} ar ${phone}.`,
    allow: (amount, day) => `Talu ${amount} ar ${day}`,
  },
} satisfies Pick<Words, "scheduledPayment">;
