/** The hand-off ran out; it was answered by other means; the authorization server does not take this answer. */
export type ClosedBecause = "lapsed" | "spent" | "not-allowed";
