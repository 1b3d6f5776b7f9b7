import type { LastingFamily } from "~/domain/consent-kinds/index";
import { plural } from "../plural";

export const askedAgain = {
  askedAgain: {
    question: {
      "account-access": (app: string) => `Dal i rannu gyda ${app}?`,
      "variable-payments": (app: string) => `Dal i adael i ${app} gymryd taliadau?`,
      "funds-confirmation": (app: string) => `Dal i ateb ${app}?`,
    } satisfies Record<LastingFamily, (...names: string[]) => string>,
    afterStop: {
      "account-access": (app: string) => `Rhannu gyda ${app} eto?`,
      "variable-payments": (app: string) => `Gadael i ${app} gymryd taliadau eto?`,
      "funds-confirmation": (app: string) => `Ateb ${app} eto?`,
    } satisfies Record<LastingFamily, (...names: string[]) => string>,
    nothingChanges: "Does dim yn newid",
    given: (date: string) => `Fe wnaethoch chi ganiatáu hyn ar ${date}.`,
    stopped: (date: string) => `Fe wnaethoch chi ganiatáu hyn ar ${date}, a chafodd ei stopio wedyn.`,
    same: "Does dim yn wahanol nawr.",
    notAll: "Ni ellir defnyddio pob cyfrif nawr",
    details: "Gweld y cyfan",
    accounts: (count: number): string => (count === 1 ? "Yr un cyfrif ag o’r blaen" : "Yr un cyfrifon ag o’r blaen"),
    noChoice: "Does dim i’w ddewis.",
    gone: (names: string) => `Allwch chi ddim defnyddio ${names} ar gyfer hyn mwyach.`,
    goneOthers: plural("cy", {
      zero: "Nid eich un chi yw # cyfrif o’r blaen mwyach.",
      one: "Nid eich un chi yw # cyfrif o’r blaen mwyach.",
      two: "Nid eich rhai chi yw # gyfrif o’r blaen mwyach.",
      few: "Nid eich rhai chi yw # chyfrif o’r blaen mwyach.",
      many: "Nid eich rhai chi yw # chyfrif o’r blaen mwyach.",
      other: "Nid eich rhai chi yw # cyfrif o’r blaen mwyach.",
    }),
    chooseLeft: "Dewiswch beth i fynd ymlaen ag ef.",
    summary: {
      "account-access": (app: string, until: string) =>
        `Os ydych chi’n caniatáu hyn, gall ${app} weld yr un peth ag o’r blaen, ${until}.`,
      "variable-payments": (app: string, until: string) =>
        `Os ydych chi’n caniatáu hyn, gall ${app} gymryd taliadau o fewn yr un terfynau ag o’r blaen, ${until}.`,
      "funds-confirmation": (app: string, until: string) =>
        `Os ydych chi’n caniatáu hyn, byddwn ni’n ateb ie neu na i ${app} fel o’r blaen, ${until}.`,
    } satisfies Record<LastingFamily, (...names: string[]) => string>,
    allow: "Caniatáu eto",
    ifNot: "Os nad ydych chi’n ei ganiatáu, mae popeth yn aros fel y mae nawr.",
    ifNotStopped: "Os nad ydych chi’n ei ganiatáu, mae’n aros wedi’i stopio.",
  },
  inItsPlace: {
    title: "Mae hyn yn cymryd lle’r hyn a ganiatawyd gennych o’r blaen",
    text: (app: string, date: string) =>
      `Fe ddywedoch chi ie wrth ${app} ar ${date}. Os ydych chi’n caniatáu hyn, daw’r un hwnnw i ben. Os na, mae’r un hwnnw’n aros fel y mae.`,
    ticked: "Mae’r cyfrifon o’r blaen wedi’u ticio. Gallwch chi newid hynny.",
    chosen: "Mae’r cyfrif o’r blaen wedi’i ddewis. Gallwch chi newid hynny.",
    taken: (app: string, amount: string, date: string) =>
      `Ers ${date}, mae ${app} wedi cymryd ${amount} o dan y terfynau blaenorol.`,
    countsAnew: (app: string) =>
      `Nid yw’r hyn y mae ${app} eisoes wedi’i gymryd o dan y terfynau blaenorol yn cyfrif tuag at y rhain.`,
    noLonger: (app: string) => `Beth na fydd ${app} yn ei weld mwyach`,
    tags: { new: "Newydd", changed: "Wedi newid", removed: "Wedi’i dynnu" },
    before: (text: string) => `O’r blaen: ${text}`,
  },
  whatWasBefore: {
    stays: "Mae’r hyn a ganiatawyd gennych o’r blaen yn aros fel yr oedd.",
    staysStopped: "Mae’r hyn a stopiwyd yn aros wedi’i stopio.",
    hasEnded: "Mae’r hyn a ganiatawyd gennych o’r blaen wedi dod i ben.",
    again: "Fe ddywedoch chi ie wrth yr un peth o’r blaen, ar",
    insteadOf: "Cymerodd le eich ie ar",
    notInsteadOf: "Ni chymerodd le eich ie ar",
  },
};
