import type { Words } from "../words";

export const fundsConfirmation = {
  fundsConfirmation: {
    question: (app) => `الرد بنعم أو لا عندما يسأل ${app} عن كفاية مالك؟`,
    between: "سيرد، إذا وافقت، بنعم أو لا على أسئلة من",
    appRole: "يسأل هل في حسابك مال كافٍ",
    details: "بماذا نرد",
    answer: { label: "الرد", text: "نعم أو لا فقط، ولا نقول أبدًا كم لديك" },
    issuer: "من يسأل",
    pastAnswers: {
      label: "الردود السابقة",
      text: (bank, phone) =>
        `تجد ردودنا في صفحة تطبيقاتك المرتبطة لدى ${bank}، ويمكنك أيضًا الاتصال بنا على الرقم ${phone}.`,
    },
    cannotDo: ["معرفة كم لديك", "رؤية دفعاتك", "أخذ مالك أو حجزه", "رؤية كلمة مرورك"],
    locked: "الحساب الذي يسأل عنه",
    summary: (app, account, until) =>
      `إذا وافقت، سنرد بنعم أو لا عندما يسأل ${app} هل يوجد مال كافٍ في ${account}، ${until}.`,
    allow: "السماح بنعم أو لا",
    refuse: "عدم السماح",
    notYours: (app, number) => `سأل ${app} عن الحساب ${number}. وهو ليس من حساباتك لدينا.`,
    unavailable: {
      title: "لا يمكننا الرد بشأن الحساب المذكور",
      happened: (app, number) => `سأل ${app} عن حسابك ${number}.`,
    },
  },
} satisfies Pick<Words, "fundsConfirmation">;
