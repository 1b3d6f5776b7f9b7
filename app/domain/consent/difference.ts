/** What became of a list, part by part: every one of either list is in one place and in no other. */
export interface Difference<T> {
  readonly kept: readonly T[];
  readonly added: readonly T[];
  readonly changed: readonly { readonly before: T; readonly now: T }[];
  readonly removed: readonly T[];
}

/**
 * What differs between what was agreed to and what is asked now (P-11).
 *
 * @param keyOf what a part is about; no two of a list are about the same.
 * @param isSame whether two parts that are about the same say the same.
 */
export function differenceOf<T>(
  before: readonly T[],
  now: readonly T[],
  keyOf: (part: T) => string,
  isSame: (one: T, other: T) => boolean,
): Difference<T> {
  const earlier = new Map(before.map((part) => [keyOf(part), part]));
  const later = new Set(now.map(keyOf));
  const pairs = now.flatMap((part) => {
    const was = earlier.get(keyOf(part));
    return was === undefined ? [] : [{ before: was, now: part }];
  });
  return {
    kept: pairs.filter((pair) => isSame(pair.before, pair.now)).map((pair) => pair.now),
    added: now.filter((part) => !earlier.has(keyOf(part))),
    changed: pairs.filter((pair) => !isSame(pair.before, pair.now)),
    removed: before.filter((part) => !later.has(keyOf(part))),
  };
}
