import { plural } from "../plural";
import type { Words } from "../words";

export const filePayment = {
  filePayment: {
    payments: plural("ar", {
      zero: "# دفعة",
      one: "دفعة واحدة",
      two: "دفعتين",
      few: "# دفعات",
      many: "# دفعة",
      other: "# دفعة",
    }),
    inPayments: plural("ar", {
      zero: "على # دفعة؟",
      one: "على دفعة واحدة؟",
      two: "على دفعتين؟",
      few: "على # دفعات؟",
      many: "على # دفعة؟",
      other: "على # دفعة؟",
    }),
    make: "تنفيذ",
    fromFile: "من هذا الملف؟",
    question: (payments) => `تنفيذ ${payments} من هذا الملف؟`,
    questionOfSum: (amount, inPayments) => `دفع ${amount} ${inPayments}`,
    appRole: "يطلب منك إجراء هذه الدفعات",
    details: "الملف",
    count: "عدد الدفعات فيه",
    total: "الإجمالي",
    totalIn: (currency) => `الإجمالي (${currency})`,
    reference: "بيان الملف",
    when: (date) => `مرة واحدة، في ${date}`,
    check: "تحققنا منه",
    checked: (app) => `عددنا الدفعات وجمعناها بأنفسنا. هذا هو الملف الذي أبلغنا به ${app}، ولم يتغير فيه شيء.`,
    hash: "رمز الملف",
    allRows: "كل الدفعات في الملف",
    firstRows: (count) => `أول عشر دفعات من أصل ${count}`,
    rowReference: (reference) => `البيان: ${reference}`,
    download: {
      link: "عرض كل الدفعات في ملف جدول",
      columns: { account: "الحساب", currency: "العملة" },
    },
    cannotDo: ["تغيير الملف", "أخذ أي دفعة أخرى", "رؤية رصيدك", "رؤية كلمة مرورك"],
    unavailable: "حسابات لا يمكنك استخدامها لهذه الدفعات",
    lowFunds: "هذا أقل من مجموع الدفعات.",
    summary: (app, payments, amount) =>
      `إذا وافقت، يستطيع ${app} أن يطلب منا تنفيذ ${payments} من الحساب الذي يقع عليه اختيارك، مرة واحدة. مجموعها ${amount}.`,
    summaryLocked: (app, payments, amount, account) =>
      `إذا وافقت، يستطيع ${app} أن يطلب منا تنفيذ ${payments} من ${account}، مرة واحدة. مجموعها ${amount}.`,
    leaveOn: (day) => `تخرج من حسابك في ${day}.`,
    afterwardsText: "بعد موافقتك، لا يمكنك إيقاف هذه الدفعات من هنا. يجب التحقق من التفاصيل أولًا.",
    allow: (amount) => `دفع ${amount}`,
  },
} satisfies Pick<Words, "filePayment">;
