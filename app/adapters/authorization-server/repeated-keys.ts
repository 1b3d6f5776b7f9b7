const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]]/g;

/**
 * Whether an object has the same key twice. Which one counts then depends on who reads it (RFC 8259, section 4): we would
 * show one amount, and somebody else would pay the other.
 *
 * @param json that a parser has accepted.
 */
export function repeatsKey(json: string): boolean {
  const open: (Set<unknown> | undefined)[] = [];
  for (const { 0: token, index } of json.matchAll(TOKENS)) {
    if (token === "{") open.push(new Set());
    else if (token === "[") open.push(undefined);
    else if (token === "}" || token === "]") open.pop();
    else if (isKey(json, index + token.length)) {
      const keys = open.at(-1);
      const key: unknown = JSON.parse(token);
      if (keys?.has(key)) return true;
      keys?.add(key);
    }
  }
  return false;
}

function isKey(json: string, after: number): boolean {
  let at = after;
  while (/\s/.test(json.charAt(at))) at++;
  return json.charAt(at) === ":";
}
