import { type Direction, directionOf } from "~/domain/shared/direction";

export interface DocumentLanguage {
  readonly lang: string;
  readonly dir: Direction;
}

/**
 * The `lang` and `dir` of an element in this language (WCAG 2.2, 3.1.1 and 3.1.2).
 *
 * @param locale a BCP 47 tag.
 */
export const documentLanguage = (locale: string): DocumentLanguage => ({
  lang: new Intl.Locale(locale).baseName,
  dir: directionOf(locale),
});
