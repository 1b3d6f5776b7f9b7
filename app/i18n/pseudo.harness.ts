import { enGB } from "./en-GB/index";
import type { Words } from "./words";

const PLAIN_LETTERS = "aceinosuyACEINOSUY";
const ACCENTED_LETTERS = "åçéîñöšûýÅÇÉÎÑÖŠÛÝ";
const ACCENTS = new Map([...PLAIN_LETTERS].map((letter, index) => [letter, ACCENTED_LETTERS.charAt(index)] as const));

/** Names that were given to a sentence stay as they are: only our words are in disguise. */
const GIVEN = /(\u2068[^\u2069]*\u2069)/;

const LONGER = 0.4;

function disguise(said: string): string {
  const accented = said
    .split(GIVEN)
    .map((part, index) => (index % 2 === 1 ? part : [...part].map((letter) => ACCENTS.get(letter) ?? letter).join("")));
  return `[${accented.join("")} ${"~~~~ ".repeat(Math.ceil((said.length * LONGER) / 5)).trim()}]`;
}

function disguised(value: unknown): unknown {
  if (typeof value === "string") return disguise(value);
  if (typeof value === "function") return (...given: readonly unknown[]) => disguised(value(...given));
  if (Array.isArray(value)) return value.map(disguised);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, disguised(each)]));
}

/**
 * English in disguise: accented, 40 % longer and in brackets. What stands on a page without brackets was said by no
 * catalogue, and what does not fit will not fit in German. Never for customers: it is in no registry.
 */
export const pseudo: Words = { ...(disguised(enGB) as Words), version: "en-XA", locale: "en-XA", name: "Pseudo" };
