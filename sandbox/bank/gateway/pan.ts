/** At most the first six and the last four digits of a card number stay readable without `ReadPAN`. */
export const maskPan = (number: string): string =>
  `${number.slice(0, 6)}${"*".repeat(Math.max(number.length - 10, 0))}${number.slice(-4)}`;
