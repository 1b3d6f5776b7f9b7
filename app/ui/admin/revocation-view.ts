import type { RevocationReason } from "~/domain/revocation/bulk-revocation";
import type { ToldView } from "./consent-act";
import type { FactView } from "./fact-view";
import type { StandingView } from "./standing-view";

/** One list of consents that are to be ended at once, on its own page. */
export interface RevocationView {
  readonly id: string;
  readonly title: string;
  readonly state: StandingView;
  /** What it is at, or what came of it. */
  readonly says: string;
  readonly facts: readonly FactView[];
  readonly breakdown: readonly BreakdownView[];
  readonly sample: readonly SampleView[];
  readonly told?: ToldView | undefined;
  readonly run?: RunView | undefined;
  /** What can be done with it by whoever looks. */
  readonly ways: readonly { readonly label: string; readonly href: string; readonly first?: boolean | undefined }[];
  /** What it left can be listed anew, by whoever may. */
  readonly rest?: { readonly key: string; readonly reason: RevocationReason } | undefined;
}

export interface BreakdownView {
  readonly tpp: string;
  readonly href: string;
  readonly kind: string;
  readonly count: string;
}

export interface SampleView {
  readonly id: string;
  readonly tpp: string;
  readonly kind: string;
  readonly since: string;
}

export interface RunView {
  /** Of all, how many have their result. */
  readonly over: number;
  readonly count: number;
  /** In words: how far, how fast, how long still. */
  readonly says: string;
  readonly tallies: readonly { readonly label: string; readonly count: string; readonly href: string }[];
  /** The authorization server is away, and what that means. */
  readonly away?: string | undefined;
}
