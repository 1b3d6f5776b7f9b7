import type { Words } from "../words";

export const tppHold: Pick<Words, "tppHold"> = {
  tppHold: {
    page: {
      title: (app) => `لا يمكن قبول هذا الطلب من ${app} الآن`,
      happened: (app, bank) => `لا يسمح ${bank} حاليًا بمرور الطلبات من ${app}. لا يتعلق هذا بك ولا بحساباتك.`,
    },
    held: {
      subject: (app, bank) => `أوقف ${bank} التعامل مع ${app} مؤقتًا`,
      all: (app, bank) =>
        `أوقف ${bank} التعامل مع ${app} مؤقتًا لجميع العملاء. لا يمكن حاليًا الاطلاع على حساباتك ولا الدفع منها عبر ${app}.`,
      payments: (app, bank) =>
        `أوقف ${bank} المدفوعات عبر ${app} مؤقتًا لجميع العملاء. لا يمكن حاليًا الدفع من حساباتك عبر ${app}.`,
      stays: "يبقى ما وافقت عليه كما هو، ويمكنك إيقافه في أي وقت.",
      until: (moment) => `يستمر هذا حتى ${moment}.`,
      open: "سنخبرك عندما ينتهي هذا.",
    },
    back: {
      subject: (app) => `انتهى الإيقاف المؤقت لخدمة ${app}`,
      what: (app, bank) => `أنهى ${bank} الإيقاف المؤقت لخدمة ${app}. يعمل ما وافقت عليه مع ${app} من جديد كما كان.`,
    },
  },
};
