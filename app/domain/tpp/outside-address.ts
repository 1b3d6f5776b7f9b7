import { plainText } from "../shared/plain-text";

/**
 * An address of somebody else's that a customer may be led to. Undefined for whatever is not plain https: with a user in it,
 * to a number instead of a name, or with a name that is written with other letters than it is read with.
 */
export function outsideAddress(text: string | undefined): { readonly href: string; readonly host: string } | undefined {
  const plain = plainText(text, Number.POSITIVE_INFINITY);
  if (plain === undefined || plain.length > LONGEST || !URL.canParse(plain)) return undefined;
  const { protocol, username, password, hostname, port, href } = new URL(plain);
  const isOpen = protocol === "https:" && username === "" && password === "" && port === "";
  return isOpen && NAMED.test(hostname) && !hostname.includes("xn--") ? { href, host: hostname } : undefined;
}

const LONGEST = 2_000;
/** Names with a dot that end in letters: no number, no name within the bank's own network. */
const NAMED = /^(?:[a-z0-9-]+\.)+[a-z]{2,}$/;
