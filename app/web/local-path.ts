/** Stands for us, whoever we are: an address that stays below it has named nobody else. */
const HERE = "http://here.invalid";

/** Longer than any address of ours. */
const LONGEST = 2_000;

/**
 * Where a form wants to go back to, when that is a page of this site: from the slash on, as browsers will read it. A path
 * that begins with two slashes, written so or come about by dots, is another host's (RFC 3986, section 4.2).
 */
export function localPath(to: unknown): string | undefined {
  if (typeof to !== "string" || !to.startsWith("/") || to.length > LONGEST || !URL.canParse(to, HERE)) return undefined;
  const { origin, pathname, search } = new URL(to, HERE);
  return origin === HERE && !pathname.startsWith("//") ? pathname + search : undefined;
}
