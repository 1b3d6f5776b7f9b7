import type { Words } from "../words";

export const accountAccess = {
  accountAccess: {
    question: (app) => `مشاركة معلومات حساباتك مع ${app}؟`,
    between: "سيشارك معلوماتك، إذا وافقت، مع",
    appRole: "يطلب رؤية معلوماتك",
    willSee: (app) => `ما سيراه ${app}`,
    details: "التفاصيل",
    cannotSee: (app) => `ما لا يمكن أن يراه ${app} أو يفعله`,
    cannotDo: ["تحريك أموالك", "رؤية كلمة مرورك"],
    see: (what) => `رؤية ${what}`,
    history: {
      between: (from, to) => `من ${from} إلى ${to}`,
      since: (from) => `منذ ${from}`,
      until: (to) => `كل ما نحتفظ به حتى ${to}`,
      all: "منذ أقدم ما نحتفظ به",
      statements: (days) => `${days}. فقط كشوف الحساب التي تقع كلها ضمن هذه الأيام.`,
    },
    why: "سبب الطلب",
    quoted: (purpose) => `«${purpose}»`,
    theirWords: (app) => `بكلمات ${app}`,
    noPurpose: (app) => `لم يخبرنا ${app} بالسبب.`,
    wholePurpose: "قراءة النص كاملًا",
    howLong: "المدة",
    until: (date) => `حتى ${date}`,
    openEnded: "إلى حين إيقاف المشاركة من جانبك",
    openEndedNote: "لا يوجد تاريخ انتهاء.",
    choose: "اختيار الحسابات المراد مشاركتها",
    chooseHint: (app) => `لن يرى ${app} إلا الحسابات التي يقع عليها اختيارك.`,
    /** Where there is one account alone. */
    chooseOne: "اختيار الحساب المراد مشاركته",
    chooseHintOne: (app) => `لن يرى ${app} الحساب إلا إذا وقع عليه اختيارك.`,
    unavailable: "حسابات لا يمكنك مشاركتها بهذه الطريقة",
    joint: (people) => `يعود هذا الحساب أيضًا إلى ${people}. إذا شاركته، فستشارك أيضًا حصة غيرك فيه.`,
    summary: (app, clusters, until) => `إذا وافقت، فسيرى ${app}، لكل حساب يقع عليه اختيارك، ${clusters}، ${until}.`,
    summaryOne: (app, clusters, until) =>
      `إذا وافقت، فسيرى ${app}، للحساب الذي يقع عليه اختيارك، ${clusters}، ${until}.`,
    summaryUntil: (date) => `حتى ${date}`,
    summaryOpenEnded: "إلى حين إيقاف المشاركة من جانبك",
    afterwards: "طريقة الإيقاف",
    afterwardsText: (app, bank, phone) =>
      `يمكنك الإيقاف في أي وقت، من صفحة تطبيقاتك المرتبطة لدى ${bank} أو من خلال ${app} أو بالاتصال بنا على الرقم ${phone}.`,
    allow: "السماح بالمشاركة",
    refuse: "عدم السماح",
  },
  /** Their own data as an example of what they would share (P-05). */
  examples: {
    show: "عرض مثال",
    hide: "إخفاء المثال",
    title: (account, number) => `من ${account} ${number}`,
    onlyYou: (app) =>
      `لا يرى هذا الآن أحد غيرك، والاطلاع عليه لا يرسل شيئًا إلى ${app}. إذا سمحت بذلك، فسيرى ${app} الأسماء والأرقام كاملة. بعضها مختصر هنا.`,
    none: "لا يوجد ما يُعرض لهذا الحساب.",
    failed: "لا يمكننا عرض مثال الآن. لا يزال بإمكانك الرد.",
    moneyIn: (amount) => `${amount} وارد`,
    moneyOut: (amount) => `${amount} صادر`,
    balanceAfter: (amount) => `الرصيد بعدها ${amount}`,
    nextOn: (date) => `المرة القادمة في ${date}`,
    lastOn: (date) => `آخر مرة في ${date}`,
  },
} satisfies Pick<Words, "accountAccess" | "examples">;
