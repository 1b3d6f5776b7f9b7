/** The question whether to answer yes or no when an app asks if there is enough money. */
export const fundsConfirmation = {
  fundsConfirmation: {
    question: (app: string) => `Tell ${app} yes or no when it asks if you have enough money?`,
    between: "would answer yes or no to",
    appRole: "Asks if there is enough money in your account",
    details: "What we answer",
    answer: { label: "The answer", text: "Only yes or no, never how much you have" },
    issuer: "Who asks",
    pastAnswers: {
      label: "Past answers",
      text: (bank: string, phone: string) =>
        `You find what we answered on your connected apps page at ${bank}, or call us on ${phone}.`,
    },
    cannotDo: ["see how much you have", "see your payments", "take your money or hold it back", "see your password"],
    locked: "The account it asks about",
    summary: (app: string, account: string, until: string) =>
      `If you agree, we tell ${app} yes or no when it asks if there is enough money in ${account}, ${until}.`,
    allow: "Allow yes or no",
    refuse: "Don’t allow",
    notYours: (app: string, number: string) =>
      `${app} asked about the account ${number}. It is not one of your accounts with us.`,
    unavailable: {
      title: "We can’t answer about the account named",
      happened: (app: string, number: string) => `${app} asked about your account ${number}.`,
    },
  },
};
