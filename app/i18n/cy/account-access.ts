import type { Words } from "../words";
import { along } from "./joining";

export const accountAccess = {
  accountAccess: {
    question: (app) => `Rhannu gwybodaeth eich cyfrifon ${along(app)}?`,
    between: "byddai’n rhannu gwybodaeth gyda",
    appRole: "Yn gofyn am gael gweld eich gwybodaeth",
    willSee: (app) => `Beth fydd ${app} yn ei weld`,
    details: "Manylion",
    cannotSee: (app) => `Beth na all ${app} ei weld na’i wneud`,
    cannotDo: ["symud eich arian", "gweld eich cyfrinair"],
    see: (what) => `gweld ${what}`,
    history: {
      between: (from, to) => `O ${from} hyd at ${to}`,
      since: (from) => `Ers ${from}`,
      until: (to) => `Popeth rydym yn ei gadw hyd at ${to}`,
      all: "Mor bell yn ôl ag yr ydym yn eu cadw",
      statements: (days) => `${days}. Dim ond cyfriflenni sydd yn gyfan gwbl o fewn y dyddiau hynny.`,
    },
    why: "Pam y cais hwn",
    quoted: (text) => `‘${text}’`,
    theirWords: (app) => `Yng ngeiriau ${app}`,
    noPurpose: (app) => `Nid yw ${app} wedi dweud wrthym pam.`,
    wholePurpose: "Darllen y cyfan",
    howLong: "Am ba hyd",
    until: (date) => `Tan ${date}`,
    openEnded: "Nes i chi ei stopio",
    openEndedNote: "Nid oes dyddiad gorffen.",
    choose: "Dewiswch y cyfrifon i’w rhannu",
    chooseHint: (app) => `Dim ond y cyfrifon rydych yn eu ticio y bydd ${app} yn eu gweld.`,
    /** Where there is one account alone. */
    chooseOne: "Dewiswch y cyfrif i’w rannu",
    chooseHintOne: (app) => `Dim ond os byddwch yn ei dicio y bydd ${app} yn gweld y cyfrif.`,
    unavailable: "Cyfrifon na allwch eu rhannu fel hyn",
    joint: (people) => `Mae hefyd yn perthyn i ${people}. Os byddwch yn ei rannu, byddwch yn rhannu eu rhan nhw hefyd.`,
    summary: (app, clusters, until) =>
      `Os byddwch yn caniatáu hyn, bydd ${app} yn gweld ${clusters} ar gyfer pob cyfrif rydych yn ei dicio, ${until}.`,
    summaryOne: (app, clusters, until) =>
      `Os byddwch yn caniatáu hyn, bydd ${app} yn gweld ${clusters} ar gyfer y cyfrif rydych yn ei dicio, ${until}.`,
    summaryUntil: (date) => `tan ${date}`,
    summaryOpenEnded: "nes i chi ei stopio",
    afterwards: "Sut i stopio",
    afterwardsText: (app, bank, phone) =>
      `Gallwch stopio ar unrhyw adeg. Gwnewch hynny ar dudalen eich apiau cysylltiedig yn ${bank}, yn ${app}, neu ffoniwch ni ar ${phone}.`,
    allow: "Caniatáu rhannu",
    refuse: "Peidio â chaniatáu",
  },
  /** Their own data as an example of what they would share (P-05). */
  examples: {
    show: "Dangos enghraifft i mi",
    hide: "Cuddio’r enghraifft",
    title: (account, number) => `O ‘${account}’ ${number}`,
    onlyYou: (app) =>
      `Dim ond chi sy’n gweld hyn nawr, ac nid yw edrych yn anfon dim at ${app}. Os ydych yn caniatáu, bydd ${app} yn gweld enwau a rhifau yn llawn. Mae rhai wedi’u byrhau yma.`,
    none: "Nid oes dim i’w ddangos ar gyfer y cyfrif hwn.",
    failed: "Ni allwn ddangos enghraifft nawr. Gallwch ateb o hyd.",
    moneyIn: (amount) => `${amount} i mewn`,
    moneyOut: (amount) => `${amount} allan`,
    balanceAfter: (amount) => `balans wedyn ${amount}`,
    nextOn: (date) => `nesaf ar ${date}`,
    lastOn: (date) => `diwethaf ar ${date}`,
  },
} satisfies Pick<Words, "accountAccess" | "examples">;
