/** Words around every page of a consent: the strip, the way out, who is involved. */
export const frame = {
  frame: {
    secure: "Secure page",
    language: "Language",
    notExpected: "Not expecting this?",
    call: (bank: string) => `Call ${bank} on`,
    titleOf: (page: string, bank: string) => `${page} – ${bank}`,
    errorTitle: (page: string) => `Error: ${page}`,
  },
  parties: {
    label: "Who is involved",
    bank: "Your bank",
    registration: (regulator: string, number: string) => `${regulator} number ${number}`,
  },
  promise: (app: string) => `${app} does not need your bank password. Never give it to anyone.`,
};
