/**
 * So many are sent again at one wish: a request that ends in seconds, and no more than a receiver who has just come back can
 * take. Whoever sends them sees how it fares before they send the rest.
 */
export const REPLAYED_AT_ONCE = 5_000;
