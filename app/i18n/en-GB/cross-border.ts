/** What is said of a payment to another country beside what is said of every payment. */
export const crossBorder = {
  crossBorder: {
    details: "The payment abroad",
    bank: "Their bank",
    bankCode: "Its code (BIC)",
    country: "Country",
    gets: "They get",
    about: (amount: string) => `About ${amount}`,
    rate: "Exchange rate",
    held: "How long the rate holds",
    heldUntil: (time: string) => `Until ${time}. After that you start again.`,
    agreed: "We agreed this rate with you before.",
    indicative: "It is not fixed. The final amount may be different.",
    unknown: "We set it when we send the money. The final amount may be different.",
    ofEachDay: {
      leaves: "We change each payment at the rate of its day. The amount that leaves your account can vary.",
      gets: "We change each payment at the rate of its day. The amount they get can vary.",
    },
    feeEach: (fee: string) => `${fee} for each payment`,
    fees: "Who pays the fees",
    feesBorneBy: {
      you: "You pay all the fees",
      payee: "The other side pays all the fees",
      shared: "You pay our fee. The other bank may charge the payee.",
      "by-agreement": "As the banks agreed",
    },
    totalUnknown: "We work it out when we send the money",
    totalFrom: (currency: string) => `Total from an account in this currency: ${currency}`,
    speed: "Speed",
    urgent: "Urgent",
    purpose: "What it is for",
  },
};
