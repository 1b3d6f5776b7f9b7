import type { QuestionView } from "../consent-page-view";
import type { DashboardView } from "../dashboard-view";
import type { LabelledFact, Way } from "./own-consent-view";

/** A page that was answered, as it was kept (B-01, D-06). */
export interface ShownPageView extends DashboardView {
  readonly back: Way;
  readonly intro: string;
  readonly answer: string;
  /** To the letter, in its own language. */
  readonly said: QuestionView;
  readonly locale: string;
  /** Of the accounts on it, those that were chosen. */
  readonly chosen: readonly string[];
  readonly buttons: string;
  readonly proof: { readonly text: string; readonly facts: readonly LabelledFact[] };
}
