/** What the bank's own checks make of one request to one customer; `unknown` when they did not say in time. */
export type Risk = "normal" | "high" | "unknown";
