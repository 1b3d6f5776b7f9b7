import bidiFactory from "bidi-js";
import type { Direction } from "~/domain/shared/direction";

const bidi = bidiFactory();

/** One printed line: texts of one direction each, from left to right, their letters in the order in which they are read. */
export type Line = readonly string[];

/** Letters that are written from right to left, so that their order in the file is not the order in which they are read. */
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const ISOLATES = /[\u2066-\u2069]/g;

export const hasRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(text);

/** The text without the marks that isolate names, which say where they belong and are not printed. */
export const withoutMarks = (text: string): string => text.replace(ISOLATES, "");

/**
 * Breaks a paragraph into lines and puts the parts of each in the order in which they stand (Unicode TR 9, sections 3.3
 * and 3.4). A PDF knows no such order: what is written first stands left.
 *
 * @param text names in it may be isolated (U+2068, U+2069).
 * @param direction of the language that the sentence is in, whatever name it begins with.
 * @param widthOf measures a part of the text, in the unit of `width`.
 */
export function breakIntoLines(
  text: string,
  direction: Direction,
  width: number,
  widthOf: (text: string) => number,
): readonly Line[] {
  const levels = bidi.getEmbeddingLevels(text, direction);
  return rangesOf(text, width, widthOf).map(([start, end]) => partsOf(text, levels, start, end));
}

type Range = readonly [start: number, end: number];

function rangesOf(text: string, width: number, widthOf: (text: string) => number): readonly Range[] {
  const ranges: Range[] = [];
  let start = 0;
  let end = 0;
  let filled = 0;
  const breakLine = () => {
    if (end > start) ranges.push([start, end]);
    start = end;
    filled = 0;
  };
  for (const [word, bare = ""] of text.matchAll(/([^ ]*) */g)) {
    if (filled + widthOf(bare) > width) breakLine();
    if (widthOf(bare) <= width) {
      end += word.length;
      filled += widthOf(word);
      continue;
    }
    // What is wider than the page breaks where it must.
    for (const letter of word) {
      if (filled + widthOf(letter) > width) breakLine();
      end += letter.length;
      filled += widthOf(letter);
    }
  }
  breakLine();
  return ranges;
}

function partsOf(text: string, levels: ReturnType<typeof bidi.getEmbeddingLevels>, start: number, end: number): Line {
  const mirrored = bidi.getMirroredCharactersMap(text, levels.levels, start, end - 1);
  const parts: { text: string; level: number; last: number }[] = [];
  for (const at of bidi.getReorderedIndices(text, levels, start, end - 1).slice(start, end)) {
    const letter = mirrored.get(at) ?? text.charAt(at);
    const level = levels.levels[at] ?? 0;
    const step = level % 2 === 1 ? -1 : 1;
    const part = parts.at(-1);
    if (part && part.level === level && at === part.last + step) {
      part.text = step < 0 ? letter + part.text : part.text + letter;
      part.last = at;
    } else parts.push({ text: letter, level, last: at });
  }
  return parts.map((part) => withoutMarks(part.text)).filter((part) => part !== "");
}
