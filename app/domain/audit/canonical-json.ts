/** A number of `jsonb` has any length and keeps its zeros, which a double loses; no string of `jsonb` can hold U+0000. */
const NUMBER_MARK = "\u0000";
const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;

/**
 * A JSON text in the one form that is hashed: no white space, keys in the order of their UTF-16 code units, strings as
 * `JSON.stringify` writes them (RFC 8785, sections 3.2.2.2 and 3.2.3), and numbers digit by digit as they were given.
 *
 * @param text as PostgreSQL prints a `jsonb`; how it orders and spaces what it prints does not matter.
 * @throws SyntaxError when it is no JSON.
 */
export function canonicalJson(text: string): string {
  const marked = text.replace(TOKEN, (token) => (token.startsWith('"') ? token : `"\\u0000${token}"`));
  return write(JSON.parse(marked));
}

function write(value: unknown): string {
  if (typeof value === "string") return value.startsWith(NUMBER_MARK) ? value.slice(1) : JSON.stringify(value);
  if (typeof value !== "object" || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(write).join()}]`;
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${write((value as Record<string, unknown>)[key])}`).join()}}`;
}
