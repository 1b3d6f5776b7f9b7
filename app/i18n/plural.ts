import { withBankDigits } from "./formats";

/** One text for each plural form that a language has (CLDR); `other` for those that are not given. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/**
 * The form of `forms` that goes with `count`, with the count in the place of `#`: grouped as the language does it, in the
 * digits of the bank.
 *
 * @param locale a BCP 47 tag.
 */
export function plural(locale: string, forms: PluralForms): (count: number) => string {
  const { rules, digits } = countingIn(locale);
  return (count) => (forms[rules.select(count)] ?? forms.other).replace("#", digits.format(count));
}

interface Counting {
  readonly rules: Intl.PluralRules;
  readonly digits: Intl.NumberFormat;
}

const made = new Map<string, Counting>();

/** One for each language and not for each of its phrases: all of them are made while the app starts. */
function countingIn(locale: string): Counting {
  const counting = made.get(locale) ?? {
    rules: new Intl.PluralRules(locale),
    digits: new Intl.NumberFormat(withBankDigits(locale)),
  };
  made.set(locale, counting);
  return counting;
}
