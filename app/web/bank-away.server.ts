import { BankUnavailable } from "~/ports/bank";

/** Whether it failed because the bank does not answer: nothing is known to be wrong with who asked. */
export const isBankAway = (error: unknown): boolean => error instanceof BankUnavailable;
