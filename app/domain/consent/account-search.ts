/** How a text is compared in a search: case, accents and punctuation make no difference ("Año-1" is found by "ano1"). */
const folded = (text: string): string =>
  text
    .toUpperCase()
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\p{M}\p{P}\p{Cf}]/gu, "")
    .replace(/[łøđ]/g, (letter) => STROKED[letter as keyof typeof STROKED]);

/** Letters whose stroke Unicode does not take for an accent. */
const STROKED = { ł: "l", ø: "o", đ: "d" } as const;

/**
 * Whether a text has every word that is looked for, in any order and each wherever it stands.
 *
 * @returns undefined where nothing is looked for.
 */
export function searchFor(find: string | undefined): ((text: string) => boolean) | undefined {
  const wanted = folded(find ?? "")
    .split(/\s+/)
    .filter((word) => word !== "");
  if (wanted.length === 0) return undefined;
  return (text) => {
    const searched = folded(text);
    return wanted.every((word) => searched.includes(word));
  };
}
