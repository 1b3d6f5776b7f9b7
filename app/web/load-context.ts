import "@remix-run/node";

declare module "@remix-run/node" {
  /**
   * What the HTTP server hands to Remix with each request, and what Remix tells it back: the headers are set by the
   * server once for everything, but only the renderer knows whether a page carries script.
   */
  interface AppLoadContext {
    readonly nonce: string;
    /** The page that an action answered: the loader, which Remix asks after it, gives it back instead of working again. */
    answered?: unknown;
    /** The page, where the renderer made it in one piece: the answer has no body then, since a stream of it costs more. */
    html?: string;
    /** Set by the renderer; the content security policy allows no script otherwise. */
    scripts: boolean;
  }
}
