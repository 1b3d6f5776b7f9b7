import unhomoglyph from "unhomoglyph";

/**
 * What a name looks like, whatever it is written with: two names of the same skeleton cannot be told apart at a glance
 * (Unicode TS 39, section 4, whose table the library holds). Coarser than the standard's on purpose: case, accents, "i"
 * for "l" and what stands between the letters make no other name either.
 */
export function skeletonOf(name: string): string {
  const bare = name.normalize("NFKD").replace(/\p{M}/gu, "");
  return unhomoglyph(unhomoglyph(bare).toLowerCase())
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replaceAll("i", "l");
}

/** Scripts that are written together in one word; Latin stands with each of the first three (Unicode TS 39, section 5.2). */
const TOGETHER = [
  ["Latin", "Han", "Hiragana", "Katakana"],
  ["Latin", "Han", "Bopomofo"],
  ["Latin", "Han", "Hangul"],
].map((scripts) => scripts.map(scriptPattern));

const SCRIPTS = ["Latin", "Cyrillic", "Greek", "Armenian", "Hebrew", "Arabic", "Cherokee", "Georgian", "Thai"].map(
  (script) => [scriptPattern(script)],
);

function scriptPattern(script: string): RegExp {
  return new RegExp(`^\\p{Script_Extensions=${script}}$`, "u");
}

/** Whether letters of one word come from alphabets that nobody writes a word in: "Pаypal" with a Cyrillic "а". */
export function mixesAlphabets(name: string): boolean {
  return name.split(/[^\p{L}\p{M}]+/u).some((word) => {
    const letters = [...word.normalize("NFKC")].filter((letter) => /\p{L}/u.test(letter));
    const known = letters.filter((letter) => SCRIPTS.some(([pattern]) => pattern?.test(letter)));
    if (known.length === 0) return false;
    return ![...SCRIPTS, ...TOGETHER].some((scripts) =>
      letters.every((letter) => scripts.some((pattern) => pattern.test(letter))),
    );
  });
}
