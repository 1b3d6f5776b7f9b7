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
 * that it kept, so that it misses nothing that is confirmed. What is not, it can hear of nowhere else: of that only what
 * it could not take each second is cut.
 */
export const MOST_DENIALS = { unconfirmed: 50_000, confirmed: 10_000 } as const;

/** More than any register has apps: a list of it that is cut is one that somebody has broken. */
export const MOST_APP_DENIALS = 10_000;

/** The list, the same for the same denials whatever order they were found in; each once, what is not confirmed first. */
export function inListOrder(denials: readonly Denial[]): readonly Denial[] {
  const once = new Map<string, Denial>();
  for (const denial of denials) {
    const { consentId, effect, accountId = "" } = denial;
    const key = `${consentId} ${effect} ${accountId}`;
    const other = once.get(key);
    if (!other || before(denial, other) < 0) once.set(key, denial);
  }
  const keyed = [...once];
  // Made once for each: whoever reads the list waits for it each second.
  keyed.sort(([key, one], [otherKey, other]) => {
    const byState = Number(one.confirmed) - Number(other.confirmed);
    return byState || (key < otherKey ? -1 : 1);
  });
  return keyed.map(([, denial]) => denial);
}

const before = (one: Denial, other: Denial): number =>
  Number(one.confirmed) - Number(other.confirmed) || Number(one.since) - Number(other.since);
