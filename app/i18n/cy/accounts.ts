import { plural } from "../plural";
import type { Words } from "../words";

export const accounts = {
  account: {
    kinds: { current: "Cyfrif cyfredol", savings: "Cyfrif cynilo", "credit-card": "Cerdyn credyd" },
    ending: (digits) => `digidau olaf ${digits}`,
    balance: (amount) => `Balans ${amount}`,
    overdrawn: (amount) => `Gorddrafft o ${amount}`,
    someoneElse: "rywun arall",
    chosenOf: (total) => `o’r ${total} cyfrif yn eich dewis`,
    unavailable: {
      closed: { reason: "Mae’r cyfrif hwn wedi’i gau.", remedy: "Dewiswch un sydd ar agor." },
      "cannot-share": { reason: "Ni allwn rannu’r math hwn o gyfrif.", remedy: "Dewiswch gyfrif arall." },
      "cannot-pay": {
        reason: "Ni allwch dalu pobl eraill o’r cyfrif hwn.",
        remedy: "Defnyddiwch gyfrif cyfredol.",
      },
      "other-currency": {
        reason: "Mae mewn arian cyfred arall.",
        remedy: "Defnyddiwch gyfrif yn arian cyfred y taliad.",
      },
      "not-the-named-account": {
        reason: "Enwodd yr ap gyfrif arall.",
        remedy: "I ddefnyddio’r un hwn, dechreuwch eto yn yr ap.",
      },
      "needs-signatures": {
        reason: "Rhaid i fwy nag un person lofnodi dros y cyfrif hwn, felly mae angen cais newydd yn yr ap.",
        remedy: "Neu dewiswch gyfrif arall.",
      },
    },
  },
  span: {
    days: plural("cy", { two: "# ddiwrnod", other: "# diwrnod" }),
    months: plural("cy", { two: "# fis", other: "# mis" }),
    about: (span) => `tua ${span}`,
  },
  problems: {
    title: "Mae problem",
    "choose-an-account": "Dewiswch o leiaf un cyfrif.",
    "choose-the-account": "Dewiswch y cyfrif i dalu ohono.",
    "choose-one-account": "Dewiswch un cyfrif yn unig. Mae taliad yn gadael un cyfrif.",
    "account-not-offered": "Ni ellir defnyddio un o’r cyfrifon. Dewiswch eto o’r rhestr.",
    "request-changed": (app) => `Mae ${app} wedi newid y cais. Darllenwch ef eto, yna dewiswch.`,
  },
} satisfies Pick<Words, "account" | "span" | "problems">;
