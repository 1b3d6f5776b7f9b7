import type { Words } from "../words";

export const frame = {
  frame: {
    secure: "Tudalen ddiogel",
    language: "Iaith",
    notExpected: "Ddim yn disgwyl hyn?",
    call: (bank) => `Ffoniwch ${bank} ar`,
    titleOf: (page, bank) => `${page} – ${bank}`,
    /** For whoever keeps the page on paper. */
    onPaper: (moment, reference) => `Dangoswyd ar ${moment}. Cyfeirnod ${reference}.`,
    errorTitle: (page) => `Gwall: ${page}`,
  },
  parties: {
    label: "Pwy sy’n rhan o hyn",
    bank: "Eich banc",
    registration: (regulator, number) => `Rhif ${regulator} ${number}`,
    onBehalf: (agent, brand) => `${agent} ar ran ${brand}`,
    legalName: "Y cwmni y tu ôl i’r enw hwn",
    looksLike: {
      bank: (bank) => `Mae’r enw hwn yn edrych fel ${bank}, ond cwmni arall ydyw. Gwiriwch pwy a’ch anfonodd yma.`,
      app: (other) => `Mae’r enw hwn yn edrych fel ${other}, ond ap arall ydyw. Gwiriwch pwy a’ch anfonodd yma.`,
      letters: "Mae’r enw hwn yn cymysgu llythrennau o ddwy wyddor. Gwiriwch pwy a’ch anfonodd yma.",
    },
  },
  promise: (app) => `Nid oes angen cyfrinair eich banc ar ${app}. Peidiwch byth â’i roi i neb.`,
} satisfies Pick<Words, "frame" | "parties" | "promise">;
