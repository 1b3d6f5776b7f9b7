import { plural } from "../plural";
import type { Words } from "../words";
import { along } from "./joining";

export const choosing = {
  choosing: {
    find: "Dod o hyd i gyfrif",
    findHint: "Teipiwch ran o’i enw, pa fath ydyw, pwy sy’n ei ddal, neu ei ddigidau olaf.",
    search: "Chwilio",
    clear: "Clirio’r chwiliad",
    found: plural("cy", {
      two: "Mae # gyfrif yn cyfateb.",
      few: "Mae # chyfrif yn cyfateb.",
      many: "Mae # chyfrif yn cyfateb.",
      other: "Mae # cyfrif yn cyfateb.",
    }),
    noneFound: (text) => `Nid oes cyfrif sy’n cyfateb i ‘${text}’.`,
    alsoChosen: "Hefyd yn eich dewis",
    chosenSoFar: "Yn eich dewis hyd yma",
    tickAll: plural("cy", { one: "Ticio’r un sydd i’w weld", other: "Ticio pob un o’r # sydd i’w gweld" }),
    tickShownOf: (shown, total) => `Ticio’r ${shown} sydd i’w gweld, o ${total}`,
    untickAll: "Dad-dicio’r cyfan",
    notShown: plural("cy", {
      two: "Mae # gyfrif heb eu dangos eto.",
      one: "Mae # cyfrif heb ei ddangos eto.",
      few: "Mae # chyfrif heb eu dangos eto.",
      many: "Mae # chyfrif heb eu dangos eto.",
      other: "Mae # cyfrif heb eu dangos eto.",
    }),
    more: plural("cy", { other: "Dangos # arall" }),
    groups: { current: "Cyfrifon cyfredol", savings: "Cyfrifon cynilo", "credit-card": "Cardiau credyd" },
    whichProfile: "O blith pa gyfrifon rydych chi am ddewis?",
    profiles: { personal: "Cyfrifon personol", business: "Cyfrifon busnes" },
    instead: {
      personal: "Dangos cyfrifon personol yn lle hynny",
      business: "Dangos cyfrifon busnes yn lle hynny",
    },
    setAside: {
      personal: plural("cy", {
        one: "Mae # cyfrif personol hefyd yn eich dewis. Rydym yn ei gadw, ond nid yw’n rhan o’ch ateb yma.",
        two: "Mae # gyfrif personol hefyd yn eich dewis. Rydym yn eu cadw, ond nid ydynt yn rhan o’ch ateb yma.",
        few: "Mae # chyfrif personol hefyd yn eich dewis. Rydym yn eu cadw, ond nid ydynt yn rhan o’ch ateb yma.",
        many: "Mae # chyfrif personol hefyd yn eich dewis. Rydym yn eu cadw, ond nid ydynt yn rhan o’ch ateb yma.",
        other: "Mae # cyfrif personol hefyd yn eich dewis. Rydym yn eu cadw, ond nid ydynt yn rhan o’ch ateb yma.",
      }),
      business: plural("cy", {
        one: "Mae # cyfrif busnes hefyd yn eich dewis. Rydym yn ei gadw, ond nid yw’n rhan o’ch ateb yma.",
        two: "Mae # gyfrif busnes hefyd yn eich dewis. Rydym yn eu cadw, ond nid ydynt yn rhan o’ch ateb yma.",
        few: "Mae # chyfrif busnes hefyd yn eich dewis. Rydym yn eu cadw, ond nid ydynt yn rhan o’ch ateb yma.",
        many: "Mae # chyfrif busnes hefyd yn eich dewis. Rydym yn eu cadw, ond nid ydynt yn rhan o’ch ateb yma.",
        other: "Mae # cyfrif busnes hefyd yn eich dewis. Rydym yn eu cadw, ond nid ydynt yn rhan o’ch ateb yma.",
      }),
    },
    profileFirst: "Yn gyntaf, dywedwch o blith pa gyfrifon rydych chi am ddewis.",
    unavailable: {
      closed: "Mae’r cyfrifon hyn wedi’u cau.",
      "cannot-share": "Ni allwn rannu’r mathau hyn o gyfrif.",
      "cannot-pay": "Ni allwch dalu pobl eraill o’r cyfrifon hyn.",
      "other-currency": "Mae’r rhain mewn arian cyfred arall.",
      "not-the-named-account": "Enwodd yr ap gyfrif arall.",
      "needs-signatures":
        "Rhaid i fwy nag un person lofnodi dros y cyfrifon hyn, felly mae angen cais newydd yn yr ap.",
    },
    andMore: plural("cy", { other: "# arall hefyd" }),
  },
  connection: {
    first: "Y tro cyntaf i chi gysylltu",
    before: (date) => `Wedi cysylltu o’r blaen, y tro diwethaf ar ${date}`,
    beforeToday: "Wedi cysylltu o’r blaen, y tro diwethaf heddiw",
    already: (app) => `Rydych eisoes yn rhannu ${along(app)}`,
    since: (date, what) => `Ers ${date}, mae’n gallu gweld ${what}.`,
    sinceOther: (date) => `Ers ${date}, mae’n gallu gweld gwybodaeth arall.`,
    from: (accounts) => `Cyfrifon: ${accounts}.`,
    more: plural("cy", { other: "Hefyd # arall fel hyn." }),
    whatNow: (app, bank, phone) =>
      `Os byddwch yn caniatáu hyn, byddwch yn ychwanegu at yr hyn rydych yn ei rannu. Gallwch gadw’r ddau. Gallwch stopio’r hen un yn ${app}, neu ffonio ${bank} ar ${phone}.`,
  },
} satisfies Pick<Words, "choosing" | "connection">;
