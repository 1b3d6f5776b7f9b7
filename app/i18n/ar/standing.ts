import type { Words } from "../words";

export const standing = {
  standing: {
    "needs-action": "في انتظار رد",
    active: "نشط",
    paused: { customer: "أوقفته مؤقتًا", bank: "أوقفناه مؤقتًا" },
    stopping: "جارٍ الإيقاف",
    pausing: "جارٍ الإيقاف المؤقت",
    resuming: "جارٍ الاستئناف",
    ended: "منتهٍ",
    done: { sent: "أُرسل للدفع", "set-up": "تم إعداده" },
    why: {
      expired: "انتهت مدته",
      unused: "لم يُستخدم لفترة طويلة",
      "you-stopped": "أنت أوقفته",
      "you-asked-us": "أوقفناه بناءً على طلبك",
      "app-stopped": "أنهاه التطبيق",
      "bank-stopped": "نحن أوقفناه",
      "app-not-authorised": "لم يعد مسموحًا للتطبيق بذلك",
      "accounts-closed": "لم يعد ممكنًا استخدام الحسابات لهذا",
      replaced: "حل محله آخر جديد",
      refused: "لم تسمح به",
      "not-finished": "لم يكتمل قط",
      used: "استُخدم، وكان لمرة واحدة",
      stopped: "تم إيقافه",
    },
  },
} satisfies Pick<Words, "standing">;
