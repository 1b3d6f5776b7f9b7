import type { Words } from "../words";

export const crossBorder = {
  crossBorder: {
    details: "Y taliad dramor",
    bank: "Eu banc",
    bankCode: "Ei god (BIC)",
    country: "Gwlad",
    gets: "Byddant yn cael",
    about: (amount) => `Tua ${amount}`,
    rate: "Cyfradd gyfnewid",
    held: "Am faint mae’r gyfradd yn dal",
    heldUntil: (time) => `Tan ${time}. Ar ôl hynny byddwch yn dechrau eto.`,
    agreed: "Cytunwyd ar y gyfradd hon gyda chi o’r blaen.",
    indicative: "Nid yw wedi’i phennu. Gall y swm terfynol fod yn wahanol.",
    unknown: "Byddwn yn ei phennu pan fyddwn yn anfon yr arian. Gall y swm terfynol fod yn wahanol.",
    ofEachDay: {
      leaves:
        "Byddwn yn newid arian pob taliad ar gyfradd y diwrnod hwnnw. Gall y swm sy’n gadael eich cyfrif amrywio.",
      gets: "Byddwn yn newid arian pob taliad ar gyfradd y diwrnod hwnnw. Gall y swm a gânt amrywio.",
    },
    feeEach: (fee) => `${fee} am bob taliad`,
    fees: "Pwy sy’n talu’r ffioedd",
    feesBorneBy: {
      you: "Chi sy’n talu’r holl ffioedd",
      payee: "Yr ochr arall sy’n talu’r holl ffioedd",
      shared: "Chi sy’n talu ein ffi ni. Gall y banc arall godi tâl ar y derbynnydd.",
      "by-agreement": "Fel y cytunodd y banciau",
    },
    totalUnknown: "Byddwn yn ei gyfrifo pan fyddwn yn anfon yr arian",
    totalFrom: (currency) => `Cyfanswm o gyfrif yn yr arian hwn: ${currency}`,
    speed: "Cyflymder",
    urgent: "Brys",
    purpose: "At beth mae",
  },
} satisfies Pick<Words, "crossBorder">;
