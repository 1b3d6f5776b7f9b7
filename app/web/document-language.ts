const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ps", "sd", "ug", "ur", "yi"]);

export interface DocumentLanguage {
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
}

/**
 * The `lang` and `dir` of the html element (WCAG 2.2, 3.1.1).
 *
 * @param locale a BCP 47 tag.
 */
export function documentLanguage(locale = "en-GB"): DocumentLanguage {
  const { language, baseName } = new Intl.Locale(locale);
  return { lang: baseName, dir: RIGHT_TO_LEFT.has(language) ? "rtl" : "ltr" };
}
