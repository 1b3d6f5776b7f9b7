import type { FactView } from "./fact-view";
import type { StandingView } from "./standing-view";

/** One request for approval, on each page that is about it. */
export interface ApprovalView {
  readonly title: string;
  readonly consequence: string;
  readonly state: StandingView;
  /** Who did what, and when. */
  readonly history: readonly FactView[];
  /** All that will run. */
  readonly payload: readonly FactView[];
  /** The same, letter by letter as it is hashed. */
  readonly exact: string;
  readonly hash: string;
}
