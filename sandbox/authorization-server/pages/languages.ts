import { ar } from "./words/ar.ts";
import { cy } from "./words/cy.ts";
import { de } from "./words/de.ts";
import { enGb } from "./words/en-gb.ts";
import { es } from "./words/es.ts";
import { fr } from "./words/fr.ts";
import { ptBr } from "./words/pt-br.ts";
import type { PageWords } from "./words/words.ts";

/** By language tag (BCP 47). The first is for everybody whose language is missing. */
export const LANGUAGES: Readonly<Record<string, PageWords>> = {
  "en-GB": enGb,
  cy,
  de,
  fr,
  es,
  "pt-BR": ptBr,
  ar,
};

/** For the customer's browser, and for a reader of the page. */
export interface Language {
  readonly tag: string;
  readonly words: PageWords;
}

/** A browser names fewer; whoever sends more is not read to the end. */
const MOST_RANGES = 20;

/** Not of a language, or not wanted. */
const UNWANTED = 0;

/** What a browser asks for first, by its language where the region is not ours (RFC 9110, section 12.5.4). */
export function languageFor(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? "")
    .split(",", MOST_RANGES)
    .map((range) => {
      const [tag = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
      const weight = parameters.find((part) => part.startsWith("q="))?.slice(2) ?? "1";
      return { tag, weight: /^[01](\.\d{0,3})?$/.test(weight) ? Number(weight) : UNWANTED };
    })
    .filter(({ weight }) => weight > UNWANTED)
    .sort((one, other) => other.weight - one.weight);
  const tags = Object.keys(LANGUAGES);
  const found = wanted
    .map(({ tag }) => tags.find((ours) => ours.toLowerCase() === tag) ?? tags.find((ours) => isOf(ours, tag)))
    .find((tag) => tag !== undefined);
  const tag = found ?? "en-GB";
  return { tag, words: LANGUAGES[tag] ?? enGb };
}

const isOf = (ours: string, tag: string) => ours.toLowerCase().split("-")[0] === tag.split("-")[0];
