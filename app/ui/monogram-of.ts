const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** "BB" for Budget Beacon, "T" for Tallybook: the stand-in where there is no logo that we trust (P-15). */
export function monogramOf(name: string): string {
  return name
    .split(/[\s-]+/)
    .filter((word) => /^[\p{L}\p{N}]/u.test(word))
    .slice(0, 2)
    .map((word) => graphemes.segment(word)[Symbol.iterator]().next().value?.segment ?? "")
    .join("")
    .toLocaleUpperCase();
}
