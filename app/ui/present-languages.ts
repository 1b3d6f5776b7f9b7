import { CATALOGUES } from "~/i18n/catalogues";
import type { Words } from "~/i18n/words";
import type { LanguageSwitchView } from "./language-switch";

/**
 * Every language of ours.
 *
 * @param words of the page that has the switch.
 * @param url of that page.
 */
export function presentLanguages({ locale, frame }: Words, url: string): LanguageSwitchView {
  const { pathname, search } = new URL(url);
  const languages = Object.values(CATALOGUES).map((own: Words) => ({ locale: own.locale, name: own.name }));
  return { label: frame.language, locale, languages, to: pathname + search };
}
