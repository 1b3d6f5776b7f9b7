import { plural } from "../plural";
import type { Words } from "../words";

export const notices = {
  anApp: "أحد التطبيقات",
  when: (moment) => `حدث ذلك في ${moment}.`,
  accounts: plural("ar", {
    one: "تتم مشاركة حساب واحد من حساباتك.",
    two: "تتم مشاركة حسابين من حساباتك.",
    few: "تتم مشاركة # حسابات من حساباتك.",
    many: "تتم مشاركة # حسابًا من حساباتك.",
    other: "تتم مشاركة # حساب من حساباتك.",
  }),
  until: (date) => `ينتهي ذلك في ${date}.`,
  openEnded: "لا يوجد تاريخ انتهاء: يستمر ذلك إلى أن توقفه.",
  amount: (amount) => `المبلغ هو ${amount}.`,
  report: (reference) => `أخبرتنا أيضًا أنك لم تتوقع هذا. رقم بلاغك هو ${reference}. يُذكر عند الاتصال بنا.`,
  noLinks: "لا تحتوي هذه الرسالة على روابط، حتى لا يتمكن أحد من تضليلك برسالة تشبهها.",
  notYou: (bank, phone) => `إذا لم يصدر هذا منك، فيجب الاتصال بمصرفك ${bank} على الرقم ${phone}.`,
  questions: (bank, phone) => `إذا كانت لديك أسئلة، يمكنك الاتصال بمصرفك ${bank} على الرقم ${phone}.`,

  kinds: {
    authorised: {
      subject: ({ app, payment }) => (payment ? `قمت بالسماح بدفعة مع ${app}` : `قمت بربط ${app}`),
      what: ({ app, bank, payment }) =>
        payment
          ? `سمحت بأن يبدأ ${app} دفعة من حسابك لدى ${bank}.`
          : `سمحت بأن يرى ${app} معلومات عن حساباتك لدى ${bank}.`,
    },
    declined: {
      subject: ({ app }) => `قمت برفض طلب ${app}`,
      what: ({ app, payment }) =>
        payment ? `رفضت دفعة طلبها ${app}. لم يُرسل أي مال.` : `رفضت وصول ${app} إلى حساباتك. لم تتم مشاركة أي شيء.`,
    },
    failed: {
      subject: ({ app }) => `لم يكتمل طلب من ${app}`,
      what: ({ app, payment }) =>
        `انتهى طلب من ${app} من دون موافقتك. ${payment ? "لم يُرسل أي مال." : "لم تتم مشاركة أي شيء."}`,
    },
    "signature-asked": {
      subject: ({ app }) => `طلب من ${app} يحتاج إلى توقيعك`,
      what: ({ app }) => `طلب من ${app} يحتاج إلى توقيعك أيضًا. لن يحدث شيء قبل أن تراه وتجيب.`,
    },
    "not-signed": {
      subject: ({ app }) => `طلب من ${app} لم يوقّعه الجميع`,
      what: ({ app, payment }) =>
        `طلب من ${app} لم يحصل على كل التواقيع المطلوبة. ${payment ? "لم يُرسل أي مال." : "لم تتم مشاركة أي شيء."}`,
    },
    renewed: {
      subject: ({ app }) => `تم تجديد الربط مع ${app} أو تغييره`,
      what: ({ app, bank, byCustomer }) =>
        byCustomer
          ? `جدّدت أو غيّرت ما يمكن أن يفعله ${app} لدى ${bank}.`
          : `تم تجديد أو تغيير ما يمكن أن يفعله ${app} لدى ${bank}.`,
    },
    paused: {
      subject: ({ app }) => `الربط مع ${app} متوقف مؤقتًا`,
      what: ({ app, bank, byCustomer }) =>
        `${byCustomer ? "أوقفت" : `أوقف ${bank}`} الربط مع ${app} مؤقتًا. خلال هذا التوقف، لا يمكن أن يستخدم ${app} حساباتك.`,
    },
    resumed: {
      subject: ({ app }) => `الربط مع ${app} يعمل من جديد`,
      what: ({ app, bank, byCustomer }) =>
        `${byCustomer ? "أنهيت" : `أنهى ${bank}`} التوقف المؤقت للربط مع ${app}. يمكن أن يستخدم التطبيق حساباتك من جديد.`,
    },
    stopped: {
      subject: ({ app }) => `قمت بإيقاف ${app}`,
      what: ({ app, bank }) => `أوقفت ربطًا مع ${app}. لم يعد بإمكان التطبيق استخدام حساباتك لدى ${bank} بهذه الطريقة.`,
    },
    withdrawn: {
      subject: ({ app }) => `أنهى ${app} الربط من جانبه`,
      what: ({ app, bank }) => `أنهى ${app} من جانبه وصوله إلى حساباتك لدى ${bank}.`,
    },
    ended: {
      subject: ({ app }) => `انتهى الربط مع ${app}`,
      what: ({ app, bank }) => `أنهى ${bank} وصول ${app}. لم يعد بإمكان التطبيق استخدام حساباتك.`,
    },
    expired: {
      subject: ({ app }) => `انتهت مدة الربط مع ${app}`,
      what: ({ app, bank }) => `انتهت المدة التي سمحت فيها بأن يستخدم ${app} حساباتك لدى ${bank}.`,
    },
    "account-left": {
      subject: ({ app }) => `لم يعد بإمكان ${app} استخدام أحد حساباتك`,
      what: ({ app, bank }) => `لم يعد أحد حساباتك لدى ${bank} مفتوحًا أمام ${app}. تبقى الحسابات الأخرى كما كانت.`,
    },
    "account-stopped": {
      subject: ({ app }) => `أوقفت مشاركة أحد حساباتك مع ${app}`,
      what: ({ app, bank }) => `لم يعد ${app} يرى أحد حساباتك لدى ${bank} لأنك أوقفت ذلك. ما زال يرى الحسابات الأخرى.`,
    },
    reconnected: {
      subject: ({ app }) => `قمت بربط ${app} من جديد`,
      what: ({ app, bank }) => `سمحت من جديد بأن يستخدم ${app} حساباتك لدى ${bank}.`,
    },
  },
} satisfies Words["notices"];
