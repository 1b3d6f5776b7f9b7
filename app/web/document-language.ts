import { type Direction, directionOf } from "~/domain/shared/direction";

export interface DocumentLanguage {
  readonly lang: string;
  readonly dir: Direction;
}

const made = new Map<string, DocumentLanguage>();

/**
 * The `lang` and `dir` of an element in this language (WCAG 2.2, 3.1.1 and 3.1.2).
 *
 * @param locale a BCP 47 tag.
 */
export function documentLanguage(locale: string): DocumentLanguage {
  // Of ours alone, and so few; reading a tag takes as long as rendering a part of the page.
  const language = made.get(locale) ?? { lang: new Intl.Locale(locale).baseName, dir: directionOf(locale) };
  made.set(locale, language);
  return language;
}
