import { plural } from "../plural";
import type { Words } from "../words";
import { along } from "./joining";

export const receipt = {
  receipt: {
    title: "Derbynneb am eich ateb",
    link: "Cael derbynneb am eich ateb",
    yourAnswer: "Eich ateb",
    answeredOn: "Gwnaethoch ateb ar",
    app: "Ap",
    registration: "Ei gofrestriad",
    website: "Ei wefan",
    ended: {
      title: "Derbynneb am gais a ddaeth i ben",
      link: "Cael derbynneb am hyn",
      answer: "Sut y daeth i ben",
      on: "Daeth i ben ar",
    },
    stopped: {
      title: "Derbynneb am yr hyn a stopiwyd gennych",
      answer: "Yr hyn a stopiwyd gennych",
      on: "Fe’i stopiwyd gennych ar",
    },
    report: "Eich adroddiad",
    reportText: "Dywedoch wrthym nad oeddech yn disgwyl y cais hwn.",
    canSee: (app) => `Beth y gall ${app} ei weld`,
    askedToSee: (app) => `Beth y gofynnodd ${app} am ei weld`,
    askedFor: (app) => `Beth y gofynnodd ${app} amdano`,
    pastShown: "Pa mor bell yn ôl",
    howLong: "Am ba hyd",
    accounts: (count) => (count === 1 ? "Y cyfrif a ddewisoch" : "Y cyfrifon a ddewisoch"),
    account: (name, kind, number) => `${name} (${kind} ${number})`,
    payment: "Y taliad",
    paymentRefused: "Y taliad na wnaethoch",
    amount: "Swm",
    payee: "I",
    payeeAccount: "Y cyfrif sy’n ei dderbyn",
    reference: "Cyfeirnod",
    stop: "Sut i stopio",
    noDetails: "Ni ddangoswyd i chi beth y gofynnwyd amdano, felly nid yw ar y dderbynneb hon.",
    record: "Am y dderbynneb hon",
    bank: "Eich banc",
    address: "Cyfeiriad",
    phone: "Ffôn",
    privacy: "Sut mae eich banc yn defnyddio eich data",
    basis: "Pam y gall eich banc wneud hyn",
    kept: "Am ba hyd rydym yn cadw’r cofnod",
    years: plural("cy", {
      one: "# flwyddyn",
      two: "# flynedd",
      few: "# blynedd",
      many: "# blynedd",
      other: "# o flynyddoedd",
    }),
    where: "Ble rydym yn ei gadw",
    law: "Pa gyfraith sy’n gymwys",
    receiptId: "Rhif y dderbynneb",
    consentId: "Rhif y cais",
    customerRef: "Rhif sy’n eich cynrychioli chi",
    words: "Fersiwn y geiriad",
    shown: "Cod y dudalen a welsoch",
    asked: "Cod y cais",
    check: "Gwirio’r dderbynneb hon",
    code: "Cod",
    codeHint: (address) =>
      `Gall unrhyw un sydd â’r dderbynneb hon fel ffeil ei gwirio yn ${address}. Rhaid iddo ddangos y cod hwn.`,
    save: "Ei chadw",
    saveAs: { pdf: "Cadw fel PDF", json: "Cadw fel data (JSON)" },
    back: "Yn ôl i’ch ateb",
  },

  record: {
    purpose: {
      "account-access": (app) => `Rhannu gwybodaeth cyfrifon ${along(app)}`,
      "variable-payments": (app) => `Caniatáu bod ${app} yn cymryd taliadau o fewn terfynau`,
      file: (app) => `Gwneud y taliadau mewn ffeil a anfonodd ${app}`,
      "funds-confirmation": (app) => `Ateb ie neu na pan fydd ${app} yn gofyn a oes digon o arian`,
      "standing-order": (app) => `Trefnu archeb sefydlog y gofynnodd ${app} amdani`,
      payment: (app) => `Gwneud un taliad y gofynnodd ${app} amdano`,
    },
    lawfulBasis: {
      "account-access":
        "Y gyfraith ar wasanaethau talu: rhaid i’r banc roi i ap y mynediad y mae ei gwsmer wedi’i ganiatáu. I’r ap y rhoddir y cydsyniad ei hun.",
      "variable-payments":
        "Y gyfraith ar wasanaethau talu, a chontract y banc gyda’i gwsmer. Rhoddir y caniatâd i daliadau o fewn y terfynau hyn.",
      file: "Y gyfraith ar wasanaethau talu, a chontract y banc gyda’i gwsmer. Rhoddir y caniatâd i’r taliadau yn y ffeil hon.",
      "funds-confirmation":
        "Y gyfraith ar wasanaethau talu: rhaid i’r banc ateb ie neu na lle mae ei gwsmer wedi cytuno i hynny.",
      "standing-order":
        "Y gyfraith ar wasanaethau talu, a chontract y banc â’i gwsmer. I’r un archeb sefydlog hon y rhoddir y cydsyniad.",
      payment:
        "Y gyfraith ar wasanaethau talu, a chontract y banc â’i gwsmer. I’r un taliad hwn y rhoddir y cydsyniad.",
    },
    information: {
      "standing-order": "Archeb sefydlog: symiau, dyddiau, pwy sy’n cael ei dalu a chyfeirnod",
      payment: "Un taliad: swm, y sawl sy’n cael ei dalu a chyfeirnod",
      "variable-payments": "Taliadau o fewn terfynau: symiau, pwy sy’n cael ei dalu a chyfeirnod",
      file: "Ffeil o daliadau: symiau, pwy sy’n cael eu talu a chyfeirnodau",
      "funds-confirmation": "A oes digon o arian: ie neu na",
    },
    withdrawal: {
      lasting: (app, bank, phone) =>
        `Gallwch ei stopio ar dudalen eich apiau cysylltiedig yn ${bank}, yn ${app}, neu drwy ffonio ${phone}. Mae’n gweithio ar unwaith.`,
      "standing-order": (_app, bank, phone) =>
        `Gall eich banc stopio’r taliadau sydd eto i ddod: ffoniwch ${bank} ar ${phone}.`,
      once: () => "Ni ellir stopio yma daliad y cytunwyd arno.",
    },
    withdrawn: "Rydych wedi ei stopio. I ddechrau eto, ewch i’r ap.",
    nothingToWithdraw: "Ni chytunwyd ar ddim.",
    unknownApp: "Ap heb enw",
    inRegister: (regulator, number) => `Gweler cofrestr ${regulator}, rhif ${number}`,
    notTold: "Heb ei ddweud wrth y banc",
  },

  check: {
    title: "Gwirio derbynneb",
    what: "Gwelwch a ddaeth derbynneb gennym ni ac a yw’n dal i ddweud yr hyn a ddywedodd. Nid oes angen i chi fewngofnodi.",
    file: "Y ffeil",
    fileHint: "Y dderbynneb fel y cafodd ei chadw: PDF neu JSON, 256 kB ar y mwyaf.",
    or: "Neu gludo’r testun",
    textHint: "Holl destun y ffeil JSON.",
    check: "Gwirio",
    privacy: "Rydym yn darllen yr hyn rydych yn ei anfon, yn ateb, ac nid ydym yn cadw dim.",
    problem: "Mae problem",
    problems: {
      nothing: "Dewiswch ffeil, neu gludwch destun derbynneb.",
      "too-large": "Mae hyn yn rhy fawr i fod yn dderbynneb. 256 kB yw’r terfyn.",
    },
    genuine: {
      title: "Mae’r dderbynneb hon yn ddilys",
      text: (bank, date) => `Cyhoeddodd ${bank} hi ar ${date}, ac ni newidiwyd dim ynddi ers hynny.`,
      later:
        "Mae’n dweud beth a atebwyd y diwrnod hwnnw. Nid yw’n dweud dim am yr hyn sydd wedi digwydd ers hynny. Y cwsmer a atebodd yw ‘chi’ ynddi.",
      says: "Beth mae’n ei ddweud",
    },
    notGenuine: {
      title: "Nid derbynneb fel y gwnaethom ei chyhoeddi yw hon",
      text: "Cafodd ei newid ar ôl i ni ei chyhoeddi, neu ni ddaeth gennym ni erioed. Peidiwch â dibynnu arni.",
      hint: "Mae argraffu neu olygu ffeil yn gwneud ffeil arall ohoni. Rhowch gynnig ar yr un a gadwyd o’n tudalen ni.",
    },
    noReceipt: {
      title: "Nid oes derbynneb yn hwn",
      text: "Gwnaethom chwilio am un yn yr hyn a anfonwyd gennych, heb ddod o hyd i un. Nid yw hynny’n dweud a gyhoeddwyd derbynneb.",
      hint: "Defnyddiwch y ffeil PDF neu JSON fel y cafodd ei chadw o’n tudalen ni.",
    },
    again: "Gwirio un arall",
  },
} satisfies Pick<Words, "receipt" | "record" | "check">;
