import { plural } from "../plural";
import type { Words } from "../words";

export const accounts = {
  account: {
    kinds: { current: "حساب جارٍ", savings: "حساب توفير", "credit-card": "بطاقة ائتمان" },
    ending: (digits) => `آخر الأرقام ${digits}`,
    balance: (amount) => `الرصيد: ${amount}`,
    overdrawn: (amount) => `مكشوف بمبلغ ${amount}`,
    someoneElse: "شخص آخر",
    chosenOf: plural("ar", {
      one: "مختار من أصل حساب واحد",
      two: "مختار من أصل حسابين",
      few: "مختار من أصل # حسابات",
      many: "مختار من أصل # حسابًا",
      other: "مختار من أصل # حساب",
    }),
    unavailable: {
      closed: { reason: "هذا الحساب مغلق.", remedy: "يمكنك اختيار حساب مفتوح." },
      "cannot-share": { reason: "لا يمكننا مشاركة هذا النوع من الحسابات.", remedy: "يمكنك اختيار حساب آخر." },
      "cannot-pay": {
        reason: "لا يمكنك الدفع لأشخاص آخرين من هذا الحساب.",
        remedy: "يمكنك استخدام حساب جارٍ.",
      },
      "other-currency": { reason: "هذا الحساب بعملة أخرى.", remedy: "يمكنك استخدام حساب بعملة الدفعة." },
      "not-the-named-account": {
        reason: "حدّد التطبيق حسابًا آخر.",
        remedy: "لاستخدام هذا الحساب، يجب البدء من جديد في التطبيق.",
      },
      "needs-signatures": {
        reason: "يجب أن يوقّع أكثر من شخص واحد لهذا الحساب، ولذلك يلزم طلب جديد في التطبيق.",
        remedy: "أو يمكنك اختيار حساب آخر.",
      },
    },
  },
  span: {
    days: plural("ar", {
      one: "يوم واحد",
      two: "يومان",
      few: "# أيام",
      many: "# يومًا",
      other: "# يوم",
    }),
    months: plural("ar", {
      one: "شهر واحد",
      two: "شهران",
      few: "# أشهر",
      many: "# شهرًا",
      other: "# شهر",
    }),
    // After the span: a word before it would ask for another case of the dual.
    about: (span) => `${span} تقريبًا`,
  },
  problems: {
    title: "هناك مشكلة",
    "choose-an-account": "يجب اختيار حساب واحد على الأقل.",
    "choose-the-account": "يجب اختيار الحساب الذي سيُدفع منه.",
    "choose-one-account": "يجب اختيار حساب واحد فقط. تخرج الدفعة من حساب واحد.",
    "account-not-offered": "لا يمكن استخدام أحد هذه الحسابات. يجب الاختيار من القائمة مرة أخرى.",
    "request-changed": (app) => `غيّر ${app} ما يطلبه. تجب قراءة الطلب من جديد ثم الاختيار.`,
  },
} satisfies Pick<Words, "account" | "span" | "problems">;
