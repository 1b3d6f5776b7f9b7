/** When the bank holds an app back for a while: neutral, for nobody has to have done wrong. */
export const tppHold = {
  tppHold: {
    /** Instead of the question. */
    page: {
      title: (app: string) => `${app} can’t ask for this now`,
      happened: (app: string, bank: string) =>
        `${bank} isn’t letting requests from ${app} through for now. This is not about you or your accounts.`,
    },
    /** Told to whoever shares with it. */
    held: {
      subject: (app: string, bank: string) => `${bank} has put ${app} on hold`,
      all: (app: string, bank: string) =>
        `${bank} has put ${app} on hold for everyone. It can’t see your accounts or make payments for now.`,
      payments: (app: string, bank: string) =>
        `${bank} has put payments with ${app} on hold for everyone. It can’t pay from your accounts for now.`,
      stays: "What you agreed to stays as it is, and you can stop it at any time.",
      until: (moment: string) => `This lasts until ${moment}.`,
      open: "We will tell you when this is over.",
    },
    back: {
      subject: (app: string) => `${app} is no longer on hold`,
      what: (app: string, bank: string) =>
        `${bank} has ended its hold on ${app}. What you agreed to with ${app} works again as before.`,
    },
  },
};
