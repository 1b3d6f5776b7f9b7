/** What is different about a consent that was given again (T8): nothing, or its accounts. */
export type Renewal = "reauthorised" | "amended" | "account-added" | "account-removed";

/** Between the accounts that it was of and those that it is of now, in whatever order. */
export function renewalOf(before: readonly string[], after: readonly string[]): Renewal {
  const isKept = before.every((id) => after.includes(id));
  const isWithin = after.every((id) => before.includes(id));
  if (isKept) return isWithin ? "reauthorised" : "account-added";
  return isWithin ? "account-removed" : "amended";
}
