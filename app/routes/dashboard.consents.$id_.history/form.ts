/** Which two versions are compared; undefined where the address names none, or none that can be. */
export function comparedIn(url: URL, versions: readonly number[]): readonly [from: number, to: number] | undefined {
  const [from, to] = ["from", "to"].map((name) => Number(url.searchParams.get(name) ?? Number.NaN));
  if (from === undefined || to === undefined || !versions.includes(from) || !versions.includes(to)) return undefined;
  return from <= to ? [from, to] : [to, from];
}

/** The same before anybody knows which versions there are. */
export const namedIn = (url: URL): readonly number[] =>
  ["from", "to"].map((name) => Number(url.searchParams.get(name) ?? Number.NaN)).filter(Number.isSafeInteger);
