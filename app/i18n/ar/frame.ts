import type { Words } from "../words";

export const frame = {
  frame: {
    secure: "صفحة آمنة",
    language: "اللغة",
    notExpected: "هل هذه الصفحة غير متوقعة؟",
    call: (bank) => `يمكنك الاتصال بمصرفك ${bank} على الرقم`,
    titleOf: (page, bank) => `${page} – ${bank}`,
    /** For whoever keeps the page on paper. */
    onPaper: (moment, reference) => `عُرضت هذه الصفحة في ${moment}. الرقم المرجعي ${reference}.`,
    errorTitle: (page) => `خطأ: ${page}`,
  },
  parties: {
    label: "الأطراف المعنية",
    bank: "مصرفك",
    registration: (regulator, number) => `رقم التسجيل ${number} لدى ${regulator}`,
    onBehalf: (agent, brand) => `${agent} نيابةً عن ${brand}`,
    legalName: "الشركة صاحبة هذا الاسم",
    looksLike: {
      bank: (bank) => `يشبه هذا الاسم ${bank}، لكنه شركة أخرى. يجب التحقق من الجهة التي أرسلتك إلى هنا.`,
      app: (other) => `يشبه هذا الاسم ${other}، لكنه تطبيق آخر. يجب التحقق من الجهة التي أرسلتك إلى هنا.`,
      letters: "يخلط هذا الاسم حروفًا من أبجديتين. يجب التحقق من الجهة التي أرسلتك إلى هنا.",
    },
  },
  promise: (app) => `لا يحتاج ${app} إلى كلمة مرورك المصرفية. يجب عدم إعطائها لأي أحد أبدًا.`,
} satisfies Pick<Words, "frame" | "parties" | "promise">;
