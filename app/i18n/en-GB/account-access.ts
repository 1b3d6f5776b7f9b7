/** The question whether to share account information. */
export const accountAccess = {
  accountAccess: {
    question: (app: string) => `Share your account information with ${app}?`,
    between: "would be shared with",
    appRole: "Asks to see your information",
    willSee: (app: string) => `What ${app} will see`,
    details: "Details",
    cannotSee: (app: string) => `What ${app} can’t see or do`,
    cannotDo: ["move your money", "see your password"],
    see: "see",
    history: {
      between: (from: string, to: string) => `From ${from} to ${to}`,
      since: (from: string) => `From ${from} on`,
      until: (to: string) => `Everything we keep up to ${to}`,
      all: "As far back as we keep them",
    },
    why: "Why it asks",
    theirWords: (app: string) => `In ${app}’s own words`,
    noPurpose: (app: string) => `${app} has not told us why.`,
    howLong: "How long",
    until: (date: string) => `Until ${date}`,
    openEnded: "Until you stop it",
    openEndedNote: "There is no end date.",
    choose: "Choose the accounts to share",
    chooseHint: (app: string) => `${app} will only see the accounts you tick.`,
    unavailable: "Accounts you can’t share this way",
    joint: (people: string) => `Also belongs to ${people}. If you share it, the app sees what you all do with it.`,
    summary: (app: string, clusters: string, until: string) =>
      `If you allow this, ${app} will see ${clusters} for each account you tick, ${until}.`,
    summaryUntil: (date: string) => `until ${date}`,
    summaryOpenEnded: "until you stop it",
    afterwards: "How to stop",
    afterwardsText: (app: string, bank: string, phone: string) =>
      `You can stop at any time. Do it in ${app}, or call ${bank} on ${phone}.`,
    allow: "Allow sharing",
    refuse: "Don’t allow",
  },
};
