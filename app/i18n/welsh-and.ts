/** Whether the words before `next` take the form that stands before a vowel: "ac", "ag", "gydag". It may be isolated. */
export const startsWithVowel = (next: string) => /^\u2068?[aeiouy]/i.test(next.normalize("NFD"));

/**
 * "And" before `next` in Welsh, where it goes by the sound of what follows. CLDR leaves the choice to the reader: "a(c)".
 *
 * @param next may be isolated.
 */
export function welshAnd(next: string): string {
  if (next.startsWith("eich ")) return `a’ch ${next.slice("eich ".length)}`;
  return startsWithVowel(next) ? `ac ${next}` : `a ${next}`;
}
