import script from "./ask-how-far.js?raw";

export interface AskingAgain {
  readonly seconds: number;
  /** Of this page's policy; without scripts the page is loaded anew each time. */
  readonly nonce: string | undefined;
}

/**
 * A page that goes on when something was done elsewhere. With scripts it changes only then, so that nobody loses their
 * place in it (WCAG 2.2.1, F41); `noscript` stands in the body, where browsers take it, since a route's head cannot have it.
 */
export function AskAgain({ seconds, nonce }: AskingAgain) {
  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content={String(seconds)} />
      </noscript>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a file of ours, the same for everybody */}
      <script nonce={nonce} data-seconds={seconds} dangerouslySetInnerHTML={{ __html: script }} />
    </>
  );
}
