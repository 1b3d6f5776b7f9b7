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
    see: (what: string) => `see ${what}`,
    history: {
      between: (from: string, to: string) => `From ${from} to ${to}`,
      since: (from: string) => `Since ${from}`,
      until: (to: string) => `Everything we keep up to ${to}`,
      all: "As far back as we keep them",
      statements: (days: string) => `${days}. Only statements that lie wholly within those days.`,
    },
    why: "Why it asks",
    quoted: (text: string) => `“${text}”`,
    theirWords: (app: string) => `In ${app}’s own words`,
    noPurpose: (app: string) => `${app} has not told us why.`,
    wholePurpose: "Read all of it",
    howLong: "How long",
    until: (date: string) => `Until ${date}`,
    openEnded: "Until you stop it",
    openEndedNote: "There is no end date.",
    choose: "Choose the accounts to share",
    chooseHint: (app: string) => `${app} will only see the accounts you tick.`,
    /** Where there is one account alone. */
    chooseOne: "Choose the account to share",
    chooseHintOne: (app: string) => `${app} will only see the account if you tick it.`,
    unavailable: "Accounts you can’t share this way",
    joint: (people: string) => `Also belongs to ${people}. If you share it, you share their part too.`,
    summary: (app: string, clusters: string, until: string) =>
      `If you allow this, ${app} will see ${clusters} for each account you tick, ${until}.`,
    summaryOne: (app: string, clusters: string, until: string) =>
      `If you allow this, ${app} will see ${clusters} for the account you tick, ${until}.`,
    summaryUntil: (date: string) => `until ${date}`,
    summaryOpenEnded: "until you stop it",
    afterwards: "How to stop",
    afterwardsText: (app: string, bank: string, phone: string) =>
      `You can stop at any time. Do it on your connected apps page at ${bank}, in ${app}, or call us on ${phone}.`,
    allow: "Allow sharing",
    refuse: "Don’t allow",
  },
  /** Their own data as an example of what they would share (P-05). */
  examples: {
    show: "Show me an example",
    hide: "Hide the example",
    title: (account: string, number: string) => `From ${account} ${number}`,
    onlyYou: (app: string) =>
      `Only you see this now, and looking sends nothing to ${app}. If you allow it, ${app} sees names and numbers in full. Here some are cut short.`,
    none: "There is nothing to show for this account.",
    failed: "We can’t show an example now. You can still answer.",
    moneyIn: (amount: string) => `${amount} in`,
    moneyOut: (amount: string) => `${amount} out`,
    balanceAfter: (amount: string) => `balance after it ${amount}`,
    nextOn: (date: string) => `next on ${date}`,
    lastOn: (date: string) => `last on ${date}`,
  },
};
