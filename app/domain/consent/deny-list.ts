import type { ConsentId } from "../shared/ids";

/** What a gateway must not answer, whatever it may have been told of the consent before. */
export interface Denial {
  readonly consentId: ConsentId;
  readonly effect: DenialEffect;
  /** Whose data alone is denied, when one account left. */
  readonly accountId?: string;
  /** When the change was asked for, or took effect. */
  readonly since: Date;
  /**
   * Whether the authorization server holds it. Until then its own answer is out of date, and this list decides; from
   * then on it decides, and the entry says only that whatever it answered before must not be used.
   */
  readonly confirmed: boolean;
}

export type DenialEffect = "ended" | "suspended" | "account-removed";

/**
 * For how long what is confirmed stays on the list, in seconds: longer than a gateway may use an answer of the
 * authorization server that it kept.
 */
export const CONFIRMED_FOR_SECONDS = 300;

/**
 * A list of any length is read each second: one that is longer than this is cut, and says so. A gateway then uses nothing
 * that it kept.
 */
export const MOST_DENIALS = 10_000;

/** The list, the same for the same denials whatever order they were found in; each once, what is not confirmed first. */
export function inListOrder(denials: readonly Denial[]): readonly Denial[] {
  const keyOf = ({ consentId, effect, accountId = "" }: Denial) => [consentId, effect, accountId].join(" ");
  const before = (one: Denial, other: Denial) =>
    Number(one.confirmed) - Number(other.confirmed) ||
    (keyOf(one) < keyOf(other) ? -1 : Number(keyOf(one) > keyOf(other))) ||
    Number(one.since) - Number(other.since);
  const once = new Map<string, Denial>();
  for (const denial of denials.toSorted(before)) if (!once.has(keyOf(denial))) once.set(keyOf(denial), denial);
  return [...once.values()];
}
