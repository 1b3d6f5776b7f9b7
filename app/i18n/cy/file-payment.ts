import { plural } from "../plural";
import type { Words } from "../words";

export const filePayment = {
  filePayment: {
    payments: plural("cy", {
      one: "# taliad",
      two: "# daliad",
      few: "# thaliad",
      many: "# thaliad",
      other: "# taliad",
    }),
    inPayments: plural("cy", {
      one: "mewn # taliad?",
      two: "mewn # daliad?",
      few: "mewn # thaliad?",
      many: "mewn # thaliad?",
      other: "mewn # taliad?",
    }),
    make: "Gwneud",
    fromFile: "o’r ffeil hon?",
    question: (payments) => `Gwneud ${payments} o’r ffeil hon?`,
    questionOfSum: (amount, inPayments) => `Talu ${amount} ${inPayments}`,
    appRole: "Yn gofyn i chi wneud y taliadau hyn",
    details: "Y ffeil",
    count: "Taliadau ynddi",
    total: "Cyfanswm",
    totalIn: (currency) => `Cyfanswm (${currency})`,
    reference: "Ei chyfeirnod",
    when: (date) => `Unwaith, ar ${date}`,
    check: "Ein gwiriad",
    checked: (app) =>
      `Rydym wedi cyfrif ac adio’r taliadau ein hunain. Dyma’r ffeil y dywedodd ${app} wrthym amdani, heb newid dim.`,
    hash: "Cod y ffeil",
    allRows: "Yr holl daliadau yn y ffeil",
    firstRows: (count) => `Y deg cyntaf o ${count}`,
    rowReference: (reference) => `Cyfeirnod: ${reference}`,
    download: {
      link: "Gweld pob taliad mewn ffeil daenlen",
      columns: { account: "Cyfrif", currency: "Arian cyfred" },
    },
    cannotDo: ["newid y ffeil", "cymryd unrhyw daliad arall", "gweld eich balans", "gweld eich cyfrinair"],
    unavailable: "Cyfrifon na allwch eu defnyddio ar gyfer y taliadau hyn",
    lowFunds: "Mae hyn yn llai na chyfanswm y taliadau.",
    summary: (app, payments, amount) =>
      `Os byddwch yn cytuno, gall ${app} gael gennym wneud ${payments} o’r cyfrif rydych yn ei ddewis, unwaith. Y cyfanswm yw ${amount}.`,
    summaryLocked: (app, payments, amount, account) =>
      `Os byddwch yn cytuno, gall ${app} gael gennym wneud ${payments} o’r cyfrif ‘${account}’, unwaith. Y cyfanswm yw ${amount}.`,
    leaveOn: (day) => `Byddant yn gadael ar ${day}.`,
    afterwardsText: "Ar ôl i chi gytuno, ni allwch stopio’r taliadau hyn yma. Gwiriwch y manylion yn gyntaf.",
    allow: (amount) => `Talu ${amount}`,
  },
} satisfies Pick<Words, "filePayment">;
