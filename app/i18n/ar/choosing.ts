import { plural } from "../plural";
import type { Words } from "../words";

export const choosing = {
  choosing: {
    find: "البحث عن حساب",
    findHint: "يمكنك كتابة جزء من الاسم أو نوع الحساب أو صاحبه أو آخر الأرقام.",
    search: "بحث",
    clear: "مسح البحث",
    found: plural("ar", {
      one: "حساب واحد مطابق.",
      two: "حسابان مطابقان.",
      few: "# حسابات مطابقة.",
      many: "# حسابًا مطابقًا.",
      other: "# حساب مطابق.",
    }),
    noneFound: (text) => `لا يوجد حساب مطابق لما كُتب: «${text}».`,
    alsoChosen: "من اختيارك أيضًا",
    tickAll: plural("ar", {
      one: "تحديد الحساب الظاهر",
      two: "تحديد الحسابين الظاهرين",
      other: "تحديد كل الحسابات الظاهرة (#)",
    }),
    untickAll: "إلغاء تحديد الكل",
    notShown: plural("ar", {
      one: "حساب واحد لم يظهر بعد.",
      two: "حسابان لم يظهرا بعد.",
      few: "# حسابات لم تظهر بعد.",
      many: "# حسابًا لم تظهر بعد.",
      other: "# حساب لم تظهر بعد.",
    }),
    more: plural("ar", {
      one: "إظهار حساب آخر",
      two: "إظهار حسابين آخرين",
      few: "إظهار # حسابات أخرى",
      many: "إظهار # حسابًا آخر",
      other: "إظهار # حساب آخر",
    }),
    groups: { current: "حسابات جارية", savings: "حسابات توفير", "credit-card": "بطاقات ائتمان" },
    whichProfile: "من أي حسابات يكون اختيارك؟",
    profiles: { personal: "الحسابات الشخصية", business: "حسابات الأعمال" },
    instead: {
      personal: "إظهار الحسابات الشخصية بدلًا من ذلك",
      business: "إظهار حسابات الأعمال بدلًا من ذلك",
    },
    profileFirst: "يجب أولًا تحديد الحسابات التي يكون الاختيار منها.",
    unavailable: {
      closed: "هذه الحسابات مغلقة.",
      "cannot-share": "لا يمكننا مشاركة هذه الأنواع من الحسابات.",
      "cannot-pay": "لا يمكنك الدفع لأشخاص آخرين من هذه الحسابات.",
      "other-currency": "هذه الحسابات بعملة أخرى.",
      "not-the-named-account": "حدّد التطبيق حسابًا آخر.",
    },
    andMore: plural("ar", {
      one: "وحساب آخر",
      two: "وحسابان آخران",
      few: "و# حسابات أخرى",
      many: "و# حسابًا آخر",
      other: "و# حساب آخر",
    }),
  },
  connection: {
    first: "أول مرة يتم فيها الربط",
    before: (date) => `تم الربط من قبل، آخر مرة في ${date}`,
    already: (app) => `لديك مشاركة قائمة مع ${app}`,
    since: (date, what) => `منذ ${date}، يمكن للتطبيق رؤية ${what}.`,
    sinceOther: (date) => `منذ ${date}، يمكن للتطبيق رؤية معلومات أخرى.`,
    from: (accounts) => `الحسابات: ${accounts}.`,
    more: plural("ar", {
      one: "ومشاركة أخرى مثلها.",
      two: "ومشاركتان أخريان مثلها.",
      few: "و# مشاركات أخرى مثلها.",
      many: "و# مشاركة أخرى مثلها.",
      other: "و# مشاركة أخرى مثلها.",
    }),
    whatNow: (app, bank, phone) =>
      `إذا وافقت، فستُضاف هذه المشاركة إلى ما تشاركه الآن. يمكنك الإبقاء على المشاركتين، أو إيقاف القديمة من خلال ${app} أو بالاتصال بمصرفك ${bank} على الرقم ${phone}.`,
  },
} satisfies Pick<Words, "choosing" | "connection">;
