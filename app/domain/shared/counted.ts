/** Counts that staff see stop there: whoever reads "1,000+" knows enough, and no count grows with a table. */
export const COUNTED_TO = 1_000;
