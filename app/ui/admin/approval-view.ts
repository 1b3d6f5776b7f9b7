/** One thing that is known, and how it is shown. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  /** `code`: an id or a hash. `text`: what somebody wrote. */
  readonly is?: "code" | "text" | undefined;
  readonly href?: string | undefined;
}

export interface StateWord {
  readonly word: string;
  readonly tone: "good" | "wait" | "bad" | "over";
}

/** One request for approval, on each page that is about it. */
export interface ApprovalView {
  readonly title: string;
  readonly consequence: string;
  readonly state: StateWord;
  /** Who did what, and when. */
  readonly history: readonly Fact[];
  /** All that will run. */
  readonly payload: readonly Fact[];
  /** The same, letter by letter as it is hashed. */
  readonly exact: string;
  readonly hash: string;
}
