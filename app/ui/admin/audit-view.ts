import type { FactView } from "./fact-view";
import type { StandingView } from "./standing-view";

/** The record of evidence as staff see it, decided on the server. */
export interface AuditView {
  readonly light: StandingView;
  readonly facts: readonly FactView[];
  readonly search: AuditSearchView;
  /** Why what is shown is not what was asked for. */
  readonly notices: readonly string[];
  readonly lines: readonly AuditLineView[];
  readonly newer?: string;
  readonly older?: string;
  /** Absent for whoever may not take evidence away, and where there is none. */
  readonly exports?: readonly (readonly [string, string])[];
  readonly isNarrowed: boolean;
}

export interface AuditSearchView {
  readonly consent: string;
  readonly who: string;
  readonly type: string;
  readonly tpp: string;
  readonly from: string;
  readonly until: string;
  readonly types: readonly (readonly [string, string])[];
}

export interface AuditLineView {
  readonly id: string;
  readonly at: string;
  readonly what: string;
  readonly href: string;
  readonly who: string;
  readonly consent: string;
  readonly consentHref?: string;
  readonly tpp: string;
  readonly place: string;
}

export interface AuditEventView {
  readonly title: string;
  readonly facts: readonly FactView[];
  /** As it was written down, laid out for reading. */
  readonly detail: string;
  /** What it says of a person: closed, opened, or not to be opened. */
  readonly personal: "none" | "not-permitted" | "closed" | "erased" | { readonly opened: string };
  readonly links: readonly { readonly standing: StandingView; readonly what: string }[];
  readonly proof: readonly FactView[];
}

export interface ChecksView {
  readonly light: StandingView;
  readonly running?: LongLookView;
  readonly rows: readonly CheckRow[];
}

export interface LongLookView {
  readonly words: string;
  /** Asked for by whoever looks at the page. */
  readonly isOwn: boolean;
  /** Of how many; absent before that is known. */
  readonly bar?: { readonly value: number; readonly max: number };
}

export interface CheckRow {
  readonly id: string;
  readonly asked: string;
  readonly by: string;
  readonly took: string;
  readonly looked: string;
  readonly outcome: StandingView;
  readonly findings: readonly string[];
}
