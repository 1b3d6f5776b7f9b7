import "@remix-run/node";

declare module "@remix-run/node" {
  /**
   * What the HTTP server hands to Remix with each request, and what Remix tells it back: the headers are set by the
   * server once for everything, but only the renderer knows whether a page carries script.
   */
  interface AppLoadContext {
    readonly nonce: string;
    /** Set by an action whose answer is the page, so that the loader, which Remix asks after it, need not work again. */
    answered?: boolean;
    /** Set by the renderer; the content security policy allows no script otherwise. */
    scripts: boolean;
  }
}
