/** Data that takes a yes from more than one person before it is shared (P-08). */
export const sharedTogether = {
  sharedTogether: {
    /** Beside an account; `names` of all who have to agree too. */
    pending: (names: string, date: string) => `Pending: needs ${names} too, by ${date}`,
    /** Where so many of those named are enough. */
    pendingSome: (count: string, names: string, date: string) => `Pending: needs ${count} of ${names} too, by ${date}`,
    /** @param time in which they have to answer. */
    alert: (time: string) =>
      `More than one person has to agree before data from some of these accounts is shared. If you choose one, we ask the others too. They see this request, that you said yes, and what you hold together, but none of your other accounts. They have ${time}. Nothing is shared from any account that you choose before enough of you have agreed.`,
    differentPeople:
      "Different people have to agree to these accounts. Choose those of the same people, and share the others by a new request in the app.",
    receipt: (app: string) =>
      `You said yes to the request from ${app}. Others have to agree too, and this receipt is for your answer alone. Nothing is shared before enough of you have agreed.`,
    notYet: "Not yet. Nothing is shared before the others have agreed.",
    page: {
      account: "What you hold together",
      after:
        "When enough of you have signed, sharing starts. If one of you does not sign, it is over and nothing is shared.",
      /** Of an app that asks whether there is enough money. */
      afterAnswers:
        "When enough of you have signed, we answer yes or no when we are asked. If one of you does not sign, it is over and nothing is answered.",
    },
    over: {
      "signer-declined": "One of you said no. Nothing is shared.",
      "timed-out": "Not enough of you signed in time. Nothing is shared.",
      ended: "It was taken back or ended before all of you had signed. Nothing is shared.",
    },
  },
};
