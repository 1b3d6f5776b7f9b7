/** Words around every page of a consent: the strip, the way out, who is involved. */
export const frame = {
  frame: {
    secure: "Secure page",
    language: "Language",
    notExpected: "Not expecting this?",
    call: (bank: string) => `Call ${bank} on`,
    titleOf: (page: string, bank: string) => `${page} – ${bank}`,
    /** For whoever keeps the page on paper. */
    onPaper: (moment: string, reference: string) => `Shown on ${moment}. Reference ${reference}.`,
    errorTitle: (page: string) => `Error: ${page}`,
  },
  parties: {
    label: "Who is involved",
    bank: "Your bank",
    registration: (regulator: string, number: string) => `${regulator} number ${number}`,
    /** A fact of letters, said of whichever app it is true of (N-07). */
    onBehalf: (agent: string, brand: string) => `${agent} on behalf of ${brand}`,
    legalName: "Company behind this name",
    looksLike: {
      bank: (bank: string) => `This name looks like ${bank}, but it is another company. Check who sent you here.`,
      app: (other: string) => `This name looks like ${other}, but it is another app. Check who sent you here.`,
      letters: "This name mixes letters of two alphabets. Check who sent you here.",
    },
  },
  promise: (app: string) => `${app} does not need your bank password. Never give it to anyone.`,
};
