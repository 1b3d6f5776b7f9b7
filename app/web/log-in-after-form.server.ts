/**
 * A form whose answer is a redirect to another origin goes nowhere: `form-action` of the content security policy holds for
 * redirects too, and the browser stays where it was without a word. So whoever has to log in for what they pressed is sent
 * to a page of ours first, which goes on by itself.
 */
const AFTER_FORM = "after-form";

/** @param address of the log-in, with its query. */
export const logInFor = (request: Request, address: string): string =>
  request.method === "GET" || request.method === "HEAD" ? address : `${address}&${AFTER_FORM}=yes`;

/** Where the page after a form goes on to; undefined for whoever came without one. */
export function goesOnTo(request: Request): string | undefined {
  const { pathname, searchParams } = new URL(request.url);
  if (!searchParams.has(AFTER_FORM)) return undefined;
  searchParams.delete(AFTER_FORM);
  return `${pathname}?${searchParams}`;
}

/** At once, by a header, so that it takes no script (WCAG technique H76). */
export const goingOnTo = (address: string) => ({ headers: { Refresh: `0;url=${address}` } });
