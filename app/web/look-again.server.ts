import { data, type HeadersFunction } from "@remix-run/node";

const SECONDS = "3";

/**
 * What is shown while something goes on: the browser asks for the page again by itself, by a header, so that it takes no
 * script. Such a page has no form in which somebody could be writing.
 *
 * @param goesOn whether there is anything to wait for.
 */
export const lookedAtAgain = <Shown>(shown: Shown, goesOn: boolean) =>
  data(shown, goesOn ? { headers: { Refresh: SECONDS } } : {});

/** What the loader said, for the page too. */
export const asTheLoaderSaid: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;
