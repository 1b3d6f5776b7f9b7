/** What is different about a consent that was given again (T8): nothing, or its accounts. */
export type Renewal = "reauthorised" | "amended" | "account-added" | "account-removed";

/** Between the accounts that it was of and those that it is of now, in whatever order. */
export function renewalOf(before: readonly string[], after: readonly string[]): Renewal {
  const isKept = before.every((id) => after.includes(id));
  const isWithin = after.every((id) => before.includes(id));
  if (isKept) return isWithin ? "reauthorised" : "account-added";
  return isWithin ? "account-removed" : "amended";
}

/**
 * One account was taken out, and nothing agreed to again: to its customer that is no renewal (D-08).
 *
 * @param isAnswered whether an answer on the consent page made it; there somebody can also agree again, to fewer accounts.
 */
export const stopsOneAccount = (
  { move, reason }: { readonly move: string; readonly reason: string },
  isAnswered: boolean,
): boolean => move === "renew" && reason === "account-removed" && !isAnswered;
