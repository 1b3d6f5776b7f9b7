/** More marks than this on one letter draw over the lines above and below; no living script needs more. */
const STACKED_MARKS = /(\p{M}{3})\p{M}+/gu;

/**
 * Not drawn, or drawn to change the order of what is: format characters (bidi controls, zero-width, soft hyphen,
 * tags), lone surrogates, private use, and the letters that are blank.
 */
const UNSEEN = /\p{Cf}|\p{Cs}|\p{Co}|\u034F|\u115F|\u1160|\u17B4|\u17B5|\u2800|\u3164|\uFFA0/gu;

const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}\s]+/gu;

/** Longer than any name or sentence that is meant to be read; what exceeds it only pushes the buttons away. */
const LONGEST = 500;

/**
 * Text that somebody outside the bank wrote, as one line of visible characters in their logical order. It is still
 * text: whoever renders it escapes it, and isolates its direction (Unicode TR 9, section 2.7; TR 36, section 3).
 *
 * @param longest in characters, where it is shown.
 * @returns undefined when nothing visible is left, so that an invisible name counts as no name (C-02).
 */
export function plainText(text: string | undefined, longest = LONGEST): string | undefined {
  if (text === undefined) return undefined;
  const visible = text.replace(UNSEEN, "").replace(BREAKS, " ").normalize("NFC").replace(STACKED_MARKS, "$1").trim();
  if (!/[^\p{M}\s]/u.test(visible)) return undefined;
  return clipped(visible, longest);
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Code units that the longest character of a living script has, marks and all. */
const LONGEST_CHARACTER = 16;

/** Cut between two characters as people count them (Unicode TR 29), so that no accent and no half of a flag is lost. */
function clipped(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const characters: string[] = [];
  for (const { segment } of graphemes.segment(text.slice(0, (longest + 1) * LONGEST_CHARACTER))) {
    characters.push(segment);
    if (characters.length > longest) break;
  }
  if (characters.length <= longest) return text;
  const kept = characters.slice(0, longest - 1).join("");
  return `${kept.trimEnd()}…`;
}
