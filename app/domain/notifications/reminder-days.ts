/** So many days before an end its customer is reminded (D-12). */
export const REMINDER_DAYS = [30, 7, 1] as const;

/**
 * A reminder stays away where what ends was agreed to less than so many times its days before the end: it would come
 * while the answer is still remembered.
 */
export const WORTH_REMINDING = 2;
