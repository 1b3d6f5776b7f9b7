/** One text for each plural form that a language has (CLDR); `other` for those that are not given. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/**
 * The form of `forms` that goes with `count`, with the count, written as the language writes it, in the place of `#`.
 *
 * @param locale a BCP 47 tag.
 */
export function plural(locale: string, forms: PluralForms): (count: number) => string {
  const rules = new Intl.PluralRules(locale);
  const digits = new Intl.NumberFormat(locale);
  return (count) => (forms[rules.select(count)] ?? forms.other).replace("#", digits.format(count));
}
