/** For so many days those are waited for who sign after the first, where the bank says nothing else. */
export const SIGNATURE_DAYS = 7;
