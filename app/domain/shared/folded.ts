/** How a text is compared in a search: case, accents and punctuation make no difference ("Año-1" is found by "ano1"). */
export const folded = (text: string): string =>
  text
    .toUpperCase()
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\p{M}\p{P}\p{Cf}]/gu, "")
    .replace(/[łøđ]/g, (letter) => STROKED[letter as keyof typeof STROKED]);

/** Letters whose stroke Unicode does not take for an accent. */
const STROKED = { ł: "l", ø: "o", đ: "d" } as const;
