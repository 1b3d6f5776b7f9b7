/**
 * What the authorization server says to customers on pages of its own. `{app}` stands where the app's name goes, which is
 * the TPP's and may be written in another direction.
 */
export interface PageWords {
  readonly direction: "ltr" | "rtl";
  /** Where the link in a customer's notice leads. */
  readonly decoupled: {
    readonly title: string;
    readonly compare: string;
    readonly otherwise: string;
    readonly signIn: string;
    readonly answered: Over;
    readonly ranOut: Over;
    /** What came of the log-in before. */
    readonly after: { readonly failure: string; readonly another: string; readonly outage: string };
  };
  /** Where the browser cannot be sent back to the TPP. */
  readonly error: {
    readonly title: string;
    readonly why: string;
    readonly nothingDone: string;
    readonly again: string;
    readonly reference: string;
    readonly code: string;
  };
}

interface Over {
  readonly title: string;
  readonly text: string;
  readonly next: string;
}
