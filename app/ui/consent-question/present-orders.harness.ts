import { withoutIsolates } from "~/domain/shared/isolated-text";
import { numbered, paying, paymentOf, question } from "./present.harness";

/** Orders asked of a customer with three accounts, and their pages as they are read. */
export const mine = numbered("acc-1", "20405022334401", { nickname: "Main account" });
export const bills = numbered("acc-2", "20405022334402", {
  nickname: "Bills",
  balance: { minor: 1250n, currency: "GBP" },
});
export const euros = numbered("acc-3", "20405022334403", {
  nickname: "Euros",
  balance: { minor: 90_000n, currency: "EUR" },
});

export type Asked = Parameters<typeof paying>[0];
type Over = Parameters<typeof paying>[2];
export const ask = (subject: Asked, accounts = [mine, bills, euros], over: Over = {}) =>
  question(paying(subject, accounts, over));
/** Label and value of each fact, as they are read. */
export const factsOf = (subject: Asked, accounts = [mine, bills, euros], over: Over = {}) =>
  paymentOf(ask(subject, accounts, over)).facts.map(({ label, value, values = [] }) =>
    [`${label}: ${withoutIsolates(value)}`, ...values].join(" | ").replaceAll("\u00a0", " "),
  );
export const pounds = (minor: bigint) => ({ minor, currency: "GBP" });
