/**
 * "And" before `next` in Welsh, where it goes by the sound of what follows. CLDR leaves the choice to the reader: "a(c)".
 *
 * @param next may be isolated.
 */
export function welshAnd(next: string): string {
  const text = next.replace(/^\u2068/, "");
  if (text.startsWith("eich ")) return `a’ch ${text.slice("eich ".length)}`;
  return /^[aeiouy]/i.test(text.normalize("NFD")) ? `ac ${next}` : `a ${next}`;
}
