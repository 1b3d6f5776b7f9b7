import type { Words } from "../words";

export const fundsConfirmation = {
  fundsConfirmation: {
    question: (app) => `Dweud ie neu na pan fydd ${app} yn gofyn a oes gennych ddigon o arian?`,
    between: "byddai’n ateb ie neu na i",
    appRole: "Yn gofyn a oes digon o arian yn eich cyfrif",
    details: "Beth rydym yn ei ateb",
    answer: { label: "Yr ateb", text: "Dim ond ie neu na, byth faint sydd gennych" },
    issuer: "Pwy sy’n gofyn",
    pastAnswers: {
      label: "Atebion blaenorol",
      text: (bank, phone) =>
        `Mae ein hatebion ar dudalen eich apiau cysylltiedig yn ${bank}, neu ffoniwch ni ar ${phone}.`,
    },
    cannotDo: [
      "gweld faint sydd gennych",
      "gweld eich taliadau",
      "cymryd eich arian na’i ddal yn ôl",
      "gweld eich cyfrinair",
    ],
    locked: "Y cyfrif y gofynnir amdano",
    summary: (app, account, until) =>
      `Os byddwch yn cytuno, byddwn yn dweud ie neu na pan fydd ${app} yn gofyn a oes digon o arian yn y cyfrif ‘${account}’, ${until}.`,
    allow: "Caniatáu ie neu na",
    refuse: "Peidio â chaniatáu",
    notYours: (app, number) => `Gofynnodd ${app} am y cyfrif ${number}. Nid yw’n un o’ch cyfrifon gyda ni.`,
    unavailable: {
      title: "Ni allwn ateb am y cyfrif a enwyd",
      happened: (app, number) => `Gofynnodd ${app} am eich cyfrif ${number}.`,
    },
  },
} satisfies Pick<Words, "fundsConfirmation">;
