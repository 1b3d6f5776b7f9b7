export type Tone = "good" | "wait" | "bad" | "over";

/** How something stands, in a word, and the shape that stands before it. */
export interface StandingView {
  readonly word: string;
  readonly tone: Tone;
  /** The true reason. */
  readonly why?: string | undefined;
}
