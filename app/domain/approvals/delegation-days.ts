/** For how many days somebody can let a colleague decide for them. Longer than a holiday is no holiday. */
export const DELEGATION_DAYS = [1, 3, 7, 14, 30] as const;
export type DelegationDays = (typeof DELEGATION_DAYS)[number];
