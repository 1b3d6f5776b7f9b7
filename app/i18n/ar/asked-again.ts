import type { LastingFamily } from "~/domain/consent-kinds/index";
import { plural } from "../plural";

export const askedAgain = {
  askedAgain: {
    question: {
      "account-access": (app: string) => `هل تستمر في المشاركة مع ${app}؟`,
      "variable-payments": (app: string) => `هل تستمر في السماح لـ ${app} بسحب المدفوعات؟`,
      "funds-confirmation": (app: string) => `هل نستمر في الإجابة على ${app}؟`,
    } satisfies Record<LastingFamily, (...names: string[]) => string>,
    afterStop: {
      "account-access": (app: string) => `هل تشارك مع ${app} مرة أخرى؟`,
      "variable-payments": (app: string) => `هل تسمح لـ ${app} بسحب المدفوعات مرة أخرى؟`,
      "funds-confirmation": (app: string) => `هل نجيب ${app} مرة أخرى؟`,
    } satisfies Record<LastingFamily, (...names: string[]) => string>,
    nothingChanges: "لا شيء يتغير",
    given: (date: string) => `سمحت بهذا في ${date}.`,
    stopped: (date: string) => `سمحت بهذا في ${date}، ثم أُوقف لاحقًا.`,
    same: "لا شيء فيه مختلف الآن.",
    notAll: "لا يمكن استخدام كل الحسابات الآن",
    details: "عرض كل شيء",
    accounts: (count: number): string => (count === 1 ? "الحساب نفسه كما كان" : "الحسابات نفسها كما كانت"),
    noChoice: "لا يوجد ما تختاره.",
    gone: (names: string) => `لم يعد بإمكانك استخدام ${names} لهذا.`,
    goneOthers: plural("ar", {
      zero: "لم يعد # حساب سابق لك.",
      one: "لم يعد حساب واحد سابق لك.",
      two: "لم يعد حسابان سابقان لك.",
      few: "لم تعد # حسابات سابقة لك.",
      many: "لم يعد # حسابًا سابقًا لك.",
      other: "لم يعد # حساب سابق لك.",
    }),
    chooseLeft: "اختر ما تستمر به.",
    summary: {
      "account-access": (app: string, until: string) =>
        `إذا سمحت بهذا، يمكن لـ ${app} رؤية ما كان يراه من قبل، ${until}.`,
      "variable-payments": (app: string, until: string) =>
        `إذا سمحت بهذا، يمكن لـ ${app} سحب المدفوعات ضمن الحدود نفسها كما كان، ${until}.`,
      "funds-confirmation": (app: string, until: string) => `إذا سمحت بهذا، نجيب ${app} بنعم أو لا كما كان، ${until}.`,
    } satisfies Record<LastingFamily, (...names: string[]) => string>,
    allow: "السماح مرة أخرى",
    ifNot: "إذا لم تسمح به، يبقى كل شيء كما هو الآن.",
    ifNotStopped: "إذا لم تسمح به، يبقى متوقفًا.",
  },
  inItsPlace: {
    title: "هذا يحل محل ما سمحت به من قبل",
    text: (app: string, date: string) =>
      `قلت نعم لـ ${app} في ${date}. إذا سمحت بهذا، ينتهي ذلك. وإذا لم تسمح، يبقى ذلك كما هو.`,
    ticked: "الحسابات السابقة محددة. يمكنك تغيير ذلك.",
    chosen: "الحساب السابق مختار. يمكنك تغيير ذلك.",
    taken: (app: string, amount: string, date: string) => `منذ ${date}، سحب ${app} مبلغ ${amount} ضمن الحدود السابقة.`,
    countsAnew: (app: string) => `ما سحبه ${app} ضمن الحدود السابقة لا يُحسب ضمن هذه الحدود.`,
    noLonger: (app: string) => `ما لن يراه ${app} بعد الآن`,
    tags: { new: "جديد", changed: "تغيّر", removed: "أُزيل" },
    before: (text: string) => `من قبل: ${text}`,
  },
  whatWasBefore: {
    stays: "ما سمحت به من قبل يبقى كما كان.",
    staysStopped: "ما أُوقف يبقى متوقفًا.",
    hasEnded: "ما سمحت به من قبل انتهى.",
    again: "قلت نعم للشيء نفسه من قبل في",
    insteadOf: "حل محل موافقتك بتاريخ",
    notInsteadOf: "لم يحل محل موافقتك بتاريخ",
  },
};
