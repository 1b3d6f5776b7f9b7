import type { Words } from "../words";

export const frame = {
  frame: {
    secure: "Sichere Seite",
    language: "Sprache",
    notExpected: "Damit haben Sie nicht gerechnet?",
    call: (bank) => `Rufen Sie ${bank} an:`,
    titleOf: (page, bank) => `${page} – ${bank}`,
    /** For whoever keeps the page on paper. */
    onPaper: (moment, reference) => `Gezeigt am ${moment}. Referenz ${reference}.`,
    errorTitle: (page) => `Fehler: ${page}`,
  },
  parties: {
    label: "Wer beteiligt ist",
    bank: "Ihre Bank",
    registration: (regulator, number) => `${regulator}-Nummer ${number}`,
    onBehalf: (agent, brand) => `${agent} im Auftrag von ${brand}`,
    legalName: "Unternehmen hinter diesem Namen",
    looksLike: {
      bank: (bank) =>
        `Dieser Name sieht aus wie ${bank}, ist aber ein anderes Unternehmen. Prüfen Sie, wer Sie hierher geschickt hat.`,
      app: (other) =>
        `Dieser Name sieht aus wie ${other}, ist aber eine andere App. Prüfen Sie, wer Sie hierher geschickt hat.`,
      letters: "Dieser Name mischt Buchstaben aus zwei Alphabeten. Prüfen Sie, wer Sie hierher geschickt hat.",
    },
  },
  promise: (app) => `${app} braucht das Passwort Ihrer Bank nicht. Geben Sie es niemals weiter.`,
} satisfies Pick<Words, "frame" | "parties" | "promise">;
