import { useRouteLoaderData } from "@remix-run/react";
import { createContext, useContext } from "react";

/**
 * What the server knows about the document it renders and the page must repeat. Empty in the browser, where a nonce is
 * hidden from scripts anyway (HTML, "nonce" content attribute).
 */
export interface DocumentFacts {
  readonly nonce?: string;
  readonly reference?: string;
}

export const DocumentContext = createContext<DocumentFacts>({});

export function useNonce(): string | undefined {
  return useContext(DocumentContext).nonce;
}

/**
 * The reference that a customer can quote and an operator can search the logs for: the request's correlation id.
 * While the server renders it is read at the last moment, since a use-case may have taken over the TPP's interaction id;
 * after a navigation in the browser it comes with the root's data.
 */
export function useReference(): string | undefined {
  const rendered = useContext(DocumentContext).reference;
  const root = useRouteLoaderData("root") as { reference?: string } | undefined;
  return rendered ?? root?.reference;
}
