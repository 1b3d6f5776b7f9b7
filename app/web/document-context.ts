import { useMatches, useRouteLoaderData } from "@remix-run/react";
import { createContext, useContext } from "react";
import { pages } from "~/i18n/en-GB/pages";
import type { Words } from "~/i18n/words";

/**
 * What the server knows about the document it renders and the page must repeat. Empty in the browser, where a nonce is
 * hidden from scripts anyway (HTML, "nonce" content attribute).
 */
export interface DocumentFacts extends Partial<Spoken> {
  readonly nonce?: string;
  readonly reference?: string;
}

/** The language of a document, and what must be said in it when everything else fails. */
export interface Spoken {
  /** BCP 47. */
  readonly locale: string;
  readonly problems: Words["pages"]["problem"];
}

export const DocumentContext = createContext<DocumentFacts>({});

export function useNonce(): string | undefined {
  return useContext(DocumentContext).nonce;
}

/** What the root's loader gives, which is there after a navigation in the browser, and not after every failure. */
const useRootData = () => useRouteLoaderData("root") as Partial<Spoken & { reference: string }> | undefined;

/**
 * The reference that a customer can quote and an operator can search the logs for: the request's correlation id.
 * While the server renders it is read at the last moment, since a use-case may have taken over the TPP's interaction id.
 */
export function useReference(): string | undefined {
  const rendered = useContext(DocumentContext).reference;
  const root = useRootData();
  return rendered ?? root?.reference;
}

/**
 * A page that is not in the visitor's language has its own `locale` in its data. English only where neither the page nor
 * the server nor the root said which language it is.
 */
export function useSpoken(): Spoken {
  const rendered = useContext(DocumentContext);
  const root = useRootData();
  const page = useMatches().at(-1)?.data as Partial<Spoken> | undefined;
  return {
    locale: page?.locale ?? rendered.locale ?? root?.locale ?? "en-GB",
    problems: rendered.problems ?? root?.problems ?? pages.problem,
  };
}
