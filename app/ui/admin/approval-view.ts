import type { FactView } from "./fact-view";
import type { StandingView } from "./standing-view";

/** One request for approval, on each page that is about it. */
export interface ApprovalView {
  readonly title: string;
  readonly consequence: string;
  readonly state: StandingView;
  /** Who did what, and when. */
  readonly history: readonly FactView[];
  /** Whether that will run. */
  readonly heading: string;
  /** All that was asked for. */
  readonly payload: readonly FactView[];
  /** The same, letter by letter as it is hashed. */
  readonly exact: string;
  readonly hash: string;
}

/** What is known now of what an act is about, and no part of what is approved. */
export interface AboutView {
  readonly heading: string;
  readonly facts: readonly FactView[];
  /** What whoever decides should know before. */
  readonly cautions: readonly string[];
}
