import { folded } from "../shared/folded";

/** Shorter than this, a part of a name is a part of too many. */
const SHORTEST_PART = 3;

/** A name as it is searched: folded, with one space between its words. */
export const searchable = (name: string): string => wordsOf(name).join(" ");

/** The words of a name or of what is looked for. */
export const wordsOf = (text: string): readonly string[] =>
  folded(text)
    .split(/\s+/)
    .filter((word) => word !== "");

/** What is looked for in names: the words that are long enough. None: it cannot be looked for. */
export const partsOf = (text: string): readonly string[] =>
  wordsOf(text).filter((word) => [...word].length >= SHORTEST_PART);

/** Every three characters in a row of each word, once each: a name that has a part has all of the part's. */
export function gramsOf(words: readonly string[]): readonly string[] {
  const grams = new Set<string>();
  for (const word of words) {
    const letters = [...word];
    for (let at = 0; at + SHORTEST_PART <= letters.length; at++)
      grams.add(letters.slice(at, at + SHORTEST_PART).join(""));
  }
  return [...grams];
}
