import { ar } from "./ar/index";
import { cy } from "./cy/index";
import { de } from "./de/index";
import { enGB } from "./en-GB/index";
import { es } from "./es/index";
import { fr } from "./fr/index";
import { ptBR } from "./pt-BR/index";
import type { Words } from "./words";

/**
 * Every language that customers are spoken to in, in the order in which they are offered: those of the bank's country,
 * then the others by their own names.
 */
export const CATALOGUES = {
  "en-GB": enGB,
  cy,
  de,
  es,
  fr,
  "pt-BR": ptBR,
  ar,
} as const satisfies Readonly<Record<string, Words>>;

/** BCP 47. */
export type Locale = keyof typeof CATALOGUES;

export const LOCALES = Object.keys(CATALOGUES) as readonly Locale[];

/** Own keys only: a tag comes from outside. */
export const isLocale = (tag: string): tag is Locale => Object.hasOwn(CATALOGUES, tag);
