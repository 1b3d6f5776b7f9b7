/** How many numbers each command of a path takes at a time (SVG 2, 9.3). */
const NUMBERS: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 };

const TOKEN = /[MLHVCSQTAZ]|[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|[\s,]+|./giy;

/**
 * Whether `d` is a path that a browser would draw as a whole: it would drop the mark, or the rest of it, without a word.
 * The flags of an arc are to be written apart.
 */
export function isMarkPath(d: string): boolean {
  const tokens = (d.match(TOKEN) ?? []).filter((token) => !/^[\s,]+$/.test(token));
  if (tokens[0]?.toLowerCase() !== "m") return false;
  let takes = 0;
  let given = 0;
  const complete = () => (takes === 0 ? given === 0 : given > 0 && given % takes === 0);
  for (const [at, token] of tokens.entries()) {
    const numbers = NUMBERS[token.toLowerCase()];
    if (numbers === undefined) {
      if (!/\d$/.test(token)) return false;
      given += 1;
      continue;
    }
    if (at > 0 && !complete()) return false;
    takes = numbers;
    given = 0;
  }
  return complete();
}
