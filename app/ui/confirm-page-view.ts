import type { Note } from "./consent-page-view";
import type { Fact } from "./facts-view";
import type { FrameView } from "./frame-view";

/** What a yes is confirmed on: all that the factor is bound to, and the ways to give it. Text is ready to be shown. */
export interface ConfirmPageView {
  readonly documentTitle: string;
  readonly frame: FrameView;
  readonly title: string;
  /** What was said yes to, and by whom it was asked. */
  readonly about: readonly Note[];
  /** How much and to whom, where money moves. */
  readonly facts: readonly Fact[];
  readonly chosen: { readonly title: string; readonly accounts: readonly ChosenView[] };
  readonly intro: string;
  /** Where the customer has one. */
  readonly passkey?: { readonly use: string; readonly hint: string; readonly failed: string };
  /** Where a code can be sent, or was. */
  readonly code?: CodeView;
  /** Where there is nothing to confirm with. */
  readonly noWay?: string;
  readonly refuse: string;
  readonly back: string;
  readonly until: string;
  readonly problem?: { readonly title: string; readonly message: string; readonly href: string };
}

export interface ChosenView {
  readonly id: string;
  readonly name: string;
  readonly number: string;
  readonly spokenNumber: string;
}

export interface CodeView {
  /** To send the first, or another one; absent when there is none left. */
  readonly send?: string;
  readonly noMore?: string;
  /** Once one was sent. */
  readonly sent?: {
    readonly text: string;
    readonly label: string;
    /** What the code does, in the words of the page that was answered. */
    readonly confirm: string;
  };
}
