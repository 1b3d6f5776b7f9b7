import { plural } from "../plural";
import type { Words } from "../words";

export const standingOrder = {
  rhythm: {
    day: "كل يوم",
    workingDay: "كل يوم عمل، من الاثنين إلى الجمعة",
    days: plural("ar", { one: "كل يوم", two: "كل يومين", few: "كل # أيام", many: "كل # يومًا", other: "كل # يوم" }),
    weeks: plural("ar", {
      one: "كل أسبوع",
      two: "كل أسبوعين",
      few: "كل # أسابيع",
      many: "كل # أسبوعًا",
      other: "كل # أسبوع",
    }),
    months: plural("ar", { one: "كل شهر", two: "كل شهرين", few: "كل # أشهر", many: "كل # شهرًا", other: "كل # شهر" }),
    weekday: (weekday) => `يوم ${weekday}`,
    date: (day) => `في اليوم ${day}`,
    lastDay: "في اليوم الأخير",
    daysBeforeLast: plural("ar", {
      one: "قبل اليوم الأخير بيوم واحد",
      two: "قبل اليوم الأخير بيومين",
      few: "قبل اليوم الأخير بـ # أيام",
      many: "قبل اليوم الأخير بـ # يومًا",
      other: "قبل اليوم الأخير بـ # يوم",
    }),
    weekdayOfMonth: [
      (weekday) => `يوم ${weekday} الأول`,
      (weekday) => `يوم ${weekday} الثاني`,
      (weekday) => `يوم ${weekday} الثالث`,
      (weekday) => `يوم ${weekday} الرابع`,
      (weekday) => `يوم ${weekday} الأخير`,
    ],
    quarterDays: (days) => `كل ثلاثة أشهر، في ${days}`,
  },

  standingOrder: {
    question: (amount, payee, rhythm) => `دفع ${amount} إلى ${payee} ${rhythm}؟`,
    to: (payee, rhythm) => `إلى ${payee} ${rhythm}؟`,
    details: "أمر الدفع المستمر",
    howOften: "التكرار",
    first: "الدفعة الأولى",
    regular: "ثم في كل مرة",
    last: "الدفعة الأخيرة",
    payment: (amount, day) => `${amount} في ${day}`,
    next: "الدفعات القادمة",
    howLong: "المدة",
    untilStopped: "إلى أن يصدر منك طلب إيقافه",
    payments: plural("ar", {
      zero: "# دفعة",
      one: "دفعة واحدة",
      two: "دفعتان",
      few: "# دفعات",
      many: "# دفعة",
      other: "# دفعة",
    }),
    lastOn: (payments, day) => `${payments}، آخرها في ${day}`,
    until: (day) => `الدفعة الأخيرة في ${day}`,
    cannot: (app) => `ما لا يمكن أن يفعله ${app} بأمر الدفع المستمر هذا`,
    cannotDo: ["أخذ أي دفعة أخرى", "تغيير المبلغ أو الأيام", "رؤية رصيدك", "رؤية كلمة مرورك"],
    summary: (amount, payee, app, rhythm) =>
      `إذا وافقت، يستطيع ${app} إعداد أمر دفع مستمر بمبلغ ${amount} إلى ${payee} من الحساب الذي يقع عليه اختيارك: ${rhythm}.`,
    summaryLocked: (amount, payee, app, rhythm, account) =>
      `إذا وافقت، يستطيع ${app} إعداد أمر دفع مستمر بمبلغ ${amount} إلى ${payee} من ${account}: ${rhythm}.`,
    firstIs: (amount, day) => `الدفعة الأولى ${amount} في ${day}.`,
    lastIs: (amount) => `الدفعة الأخيرة ${amount}.`,
    andThen: (before, amount) => `${before}، ثم ${amount}`,
    atLast: (before, amount) => `${before}، و${amount} في النهاية`,
    afterwardsText: (bank, phone) =>
      `يمكنك إيقاف الدفعات التي لم تُدفع بعد بالاتصال بالمصرف ${bank} على الرقم ${phone}. أما ما دُفع فيبقى مدفوعًا.`,
    allow: (amount) => `إعداد دفعات بمبلغ ${amount}`,
  },
} satisfies Pick<Words, "rhythm" | "standingOrder">;
