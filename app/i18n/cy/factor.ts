import { plural } from "../plural";
import type { Words } from "../words";

export const factor = {
  factor: {
    title: {
      "account-access": "Cadarnhewch mai chi sydd yno",
      payment: "Cadarnhewch y taliad hwn",
      "standing-order": "Cadarnhewch yr archeb sefydlog hon",
      "variable-payments": "Cadarnhewch y taliadau hyn o fewn terfynau",
      file: "Cadarnhewch y taliadau yn y ffeil hon",
      "funds-confirmation": "Cadarnhewch mai chi sydd yno",
    },
    intro: "Rydych wedi dweud ie. Mae’r cam olaf hwn yn dangos mai chi sydd yno mewn gwirionedd.",
    account: "Cyfrif",
    accounts: "Cyfrifon",
    until: (time) => `Cadarnhewch erbyn ${time}.`,
    passkey: {
      use: "Defnyddio eich allwedd mynediad",
      hint: "Bydd eich dyfais yn gofyn am eich bys, eich wyneb neu eich PIN.",
      failed: "Ni chafodd eich allwedd mynediad ei defnyddio. Rhowch gynnig arall arni, neu defnyddiwch god.",
    },
    code: {
      send: (ending) => `Anfon cod i’r ffôn sy’n gorffen â ${ending}`,
      sent: (ending) => `Rydym wedi anfon cod i’r ffôn sy’n gorffen â ${ending}.`,
      reference: (reference) => `Mae’r neges yn dweud ${reference}, er mwyn i chi wybod mai hon yw’r un iawn.`,
      worksUntil: (time) => `Mae’r cod yn gweithio tan ${time}.`,
      label: "Y cod o’r neges",
      again: "Anfon cod arall",
      noMore: "Ni allwn anfon cod arall ar gyfer y cais hwn.",
    },
    back: "Mynd yn ôl",
    problems: {
      wrongCode: plural("cy", {
        two: "Nid yw’r cod hwnnw’n iawn. Gallwch roi cynnig arni # waith eto.",
        other: "Nid yw’r cod hwnnw’n iawn. Gallwch roi cynnig arni # gwaith eto.",
      }),
      noCode: "Rhowch chwe digid y cod.",
      codeOver: "Mae amser y cod hwnnw wedi dod i ben. Anfonwch un arall.",
      wrongPasskey: "Ni allem wirio’r allwedd mynediad honno. Rhowch gynnig arall arni, neu defnyddiwch god.",
      notSent: "Ni allem anfon cod. Rhowch gynnig arall arni mewn munud.",
    },
    noWay: (bank, phone) =>
      `Nid oes gennym allwedd mynediad na rhif ffôn ar eich cyfer, felly ni allwn wirio mai chi sydd yno. Ffoniwch ${bank} ar ${phone}.`,
    over: {
      title: "Mae eich amser i gadarnhau ar ben",
      happened: "Ni wnaethoch gadarnhau mewn pryd, felly nid yw eich ie yn cyfrif.",
      toDo: "Darllenwch ef eto. Os yw’n dal yn iawn, dywedwch ie a’i gadarnhau.",
    },
    message: (bank, question, code, time, reference) =>
      `${bank}: ${question} Eich cod yw ${code}. Mae’n gweithio tan ${time}. Peidiwch byth â’i roi i neb. Cyfeirnod ${reference}.`,
    receipt: {
      label: "Cadarnhawyd â",
      passkey: "Eich allwedd mynediad",
      code: "Cod a anfonwyd i’ch ffôn",
    },
  },
} satisfies Partial<Words>;
