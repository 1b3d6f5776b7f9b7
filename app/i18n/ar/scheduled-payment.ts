import type { Words } from "../words";

export const scheduledPayment = {
  scheduledPayment: {
    question: (amount, payee, day) => `دفع ${amount} إلى ${payee} في ${day}؟`,
    to: (payee, day) => `إلى ${payee} في ${day}؟`,
    when: (day) => `مرة واحدة، في ${day}`,
    summary: (amount, payee, app, day) =>
      `إذا وافقت، يستطيع ${app} إعداد دفعة قدرها ${amount} إلى ${payee} من الحساب الذي يقع عليه اختيارك. ستخرج في ${day}، مرة واحدة.`,
    summaryLocked: (amount, payee, app, day, account) =>
      `إذا وافقت، يستطيع ${app} إعداد دفعة قدرها ${amount} إلى ${payee} من ${account}. ستخرج في ${day}، مرة واحدة.`,
    afterwardsText: (bank, phone) =>
      `يمكنك إيقاف هذه الدفعة حتى اليوم السابق لخروجها بالاتصال بالمصرف ${bank} على الرقم ${phone}.`,
    afterwardsOfMany: (bank, phone) =>
      `يمكنك إيقاف هذه الدفعات حتى اليوم السابق لخروجها بالاتصال بالمصرف ${bank} على الرقم ${phone}.`,
    allow: (amount, day) => `دفع ${amount} في ${day}`,
  },
} satisfies Pick<Words, "scheduledPayment">;
