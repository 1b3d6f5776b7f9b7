import type { Words } from "../words";

export const frame = {
  frame: {
    secure: "Tudalen ddiogel",
    language: "Iaith",
    notExpected: "Ddim yn disgwyl hyn?",
    call: (bank) => `Ffoniwch ${bank} ar`,
    titleOf: (page, bank) => `${page} – ${bank}`,
    errorTitle: (page) => `Gwall: ${page}`,
  },
  parties: {
    label: "Pwy sy’n rhan o hyn",
    bank: "Eich banc",
    registration: (regulator, number) => `Rhif ${regulator} ${number}`,
  },
  promise: (app) => `Nid oes angen cyfrinair eich banc ar ${app}. Peidiwch byth â’i roi i neb.`,
} satisfies Pick<Words, "frame" | "parties" | "promise">;
