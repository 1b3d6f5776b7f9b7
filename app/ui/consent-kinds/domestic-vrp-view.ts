import type { CannotView, ChangeTag, Fact } from "~/ui/facts-view";

export interface DomesticVrpView {
  readonly kind: "domestic-vrp";
  readonly question: string;
  /** All of them, the most of each payment first (P-20). */
  readonly limits: { readonly title: string; readonly items: readonly LimitView[] };
  readonly title: string;
  readonly facts: readonly Fact[];
  readonly cannot: CannotView;
}

/** A limit as a sentence; below it what it means, and how much of it there is now. */
export interface LimitView {
  readonly text: string;
  readonly notes: readonly string[];
  /** What of the notes is so now: less in a first part of a period, or what is used of it. */
  readonly now?: string;
  readonly tag?: ChangeTag;
}
