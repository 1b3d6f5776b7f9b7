/**
 * Somebody else's name as far as the customer knows them by it and no passer-by does: "Tomasz Silva" as "Tomasz S.".
 *
 * @param name plain text.
 */
export function shortened(name: string): string {
  const [first = "", ...others] = name.split(" ");
  if (others.length === 0)
    return [...first].length > UNSHORTENED ? `${[...first].slice(0, UNSHORTENED).join("")}…` : first;
  return [first, ...others.map((word) => `${[...word][0]}.`)].join(" ");
}

/** Letters that are left of a name of one word. */
const UNSHORTENED = 3;

/** "grace@example.test" as "g…@example.test". */
export function shortenedMail(address: string): string {
  const at = address.lastIndexOf("@");
  return at < 1 ? "…" : `${[...address][0]}…${address.slice(at)}`;
}
