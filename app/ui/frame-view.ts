/** What stands around every page of the bank. */
export interface FrameView {
  readonly bank: string;
  readonly secure: string;
  /** None under what the customer has reported already. */
  readonly foot?: {
    readonly question: string;
    /** Says no and reports it, on pages with a form to say it by (P-32). */
    readonly report?: string;
    readonly text: string;
    /** On paper there is no button to press, so that calling is the one way. */
    readonly onPaper?: string;
    readonly phone: string;
  };
}

export interface SignedInView {
  readonly as: string;
  readonly other: string;
}
