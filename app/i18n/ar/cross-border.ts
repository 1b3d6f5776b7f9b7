import type { Words } from "../words";

export const crossBorder = {
  crossBorder: {
    details: "الدفعة إلى الخارج",
    bank: "مصرف الطرف الآخر",
    bankCode: "رمزه (BIC)",
    country: "البلد",
    gets: "يستلم الطرف الآخر",
    about: (amount) => `حوالي ${amount}`,
    rate: "سعر الصرف",
    held: "مدة صلاحية السعر",
    heldUntil: (time) => `حتى ${time}. بعد ذلك يجب البدء من جديد.`,
    agreed: "اتفقنا معك على هذا السعر من قبل.",
    indicative: "هذا السعر غير ثابت. قد يختلف المبلغ النهائي.",
    unknown: "نحدده عند إرسال المال. قد يختلف المبلغ النهائي.",
    ofEachDay: {
      leaves: "نحوّل كل دفعة بسعر صرف يومها. قد يختلف المبلغ الذي يخرج من حسابك.",
      gets: "نحوّل كل دفعة بسعر صرف يومها. قد يختلف المبلغ الذي يستلمه الطرف الآخر.",
    },
    feeEach: (fee) => `${fee} عن كل دفعة`,
    fees: "من يدفع الرسوم",
    feesBorneBy: {
      you: "جميع الرسوم عليك",
      payee: "جميع الرسوم على الطرف الآخر",
      shared: "رسومنا عليك. قد يأخذ المصرف الآخر رسومًا من المستلم.",
      "by-agreement": "حسب الاتفاق بين المصرفين",
    },
    totalUnknown: "نحسبه عند إرسال المال",
    totalFrom: (currency) => `الإجمالي من حساب بهذه العملة: ${currency}`,
    speed: "السرعة",
    urgent: "عاجل",
    purpose: "الغرض",
  },
} satisfies Pick<Words, "crossBorder">;
