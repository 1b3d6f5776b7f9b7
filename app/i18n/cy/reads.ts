import { plural } from "../plural";
import type { Words } from "../words";

export const reads = {
  reads: {
    title: (app) => `Beth ddarllenodd ${app}`,
    intro: (app) =>
      `Bob tro y mae ${app} yn darllen eich data, rydym yn ei nodi. Gall gymryd hyd at funud i ymddangos yma.`,
    upTo: (moment) => `Mae popeth hyd at yr amser hwn yma: ${moment}.`,
    late: (moment) =>
      `Nid ydym wedi clywed dim newydd ers yr amser hwn: ${moment}. Bydd unrhyw beth a ddarllenwyd wedyn yn ymddangos yma yn nes ymlaen.`,
    silent: "Nid ydym wedi clywed am unrhyw ddarllen eto. Bydd yn ymddangos yma cyn gynted ag y clywn.",
    weeks: (count) => `Darllenwyd mewn ${count} o’r 12 wythnos ddiwethaf`,
    noWeeks: "Heb ei ddarllen yn y 12 wythnos ddiwethaf",
    activity: "Y 12 wythnos ddiwethaf",
    resources: {
      accounts: "Manylion y cyfrif",
      balances: "Balans",
      transactions: "Trafodion",
      beneficiaries: "Talai a gadwyd",
      "direct-debits": "Debydau Uniongyrchol",
      "standing-orders": "Archebion sefydlog",
      "scheduled-payments": "Taliadau a drefnwyd at yn nes ymlaen",
      statements: "Datganiadau",
      products: "Manylion y cynnyrch",
      offers: "Cynigion",
      party: "Enwau a manylion cyswllt",
      funds: "A oes digon o arian?",
    },
    days: "Fesul diwrnod",
    present: "Wrth i chi ddefnyddio’r ap",
    background: "Yn y cefndir",
    times: plural("cy", { one: "unwaith", two: "dwywaith", other: "# gwaith" }),
    records: plural("cy", { two: "# gofnod", few: "# chofnod", many: "# chofnod", other: "# cofnod" }),
    yes: plural("cy", { one: "Ie oedd un ateb", two: "Ie oedd dau ateb", other: "Ie oedd # ateb" }),
    at: (time) => `am ${time}`,
    between: (from, to) => `rhwng ${from} a ${to}`,
    account: "Cyfrif",
    all: "Pob cyfrif",
    unnamed: "Cyfrif na allwn ei enwi",
    earlier: "Dyddiau cynharach",
    newest: "Yn ôl i’r dyddiau diweddaraf",
    save: "Cadw popeth a ddarllenwyd fel ffeil",
    none: "Nid oes dim wedi’i ddarllen eto.",
    teach: (app) => `Pan fydd ${app} yn darllen eich data, fe welwch yma beth a ddarllenodd, o ba gyfrif a phryd.`,
    noneHere: "Nid oes dim i’w ddangos ar gyfer y cyfrif hwn.",
    table: { at: "Pryd", what: "Beth", account: "Cyfrif", entries: "Cofnodion", how: "Sut", reference: "Cyfeirnod" },
  },
} satisfies Pick<Words, "reads">;
