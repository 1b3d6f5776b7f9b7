import type { Words } from "../words";

export const authorityAway = {
  title: "لا يمكننا التحقق من التغييرات الآن",
  asOf: (moment) => `ما تراه هنا يعود إلى هذا الوقت: ${moment}.`,
  undated: "قد لا يكون ما تراه هنا هو الأحدث.",
  stillStop: "لا يزال بإمكانك إيقاف تطبيق هنا.",
} satisfies Words["authorityAway"];
