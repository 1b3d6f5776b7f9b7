import type { FactView } from "./fact-view";
import type { Tone } from "./standing-view";

export interface HomeView {
  /** "4 s ago"; absent before anything was counted. */
  readonly counted: string | undefined;
  readonly tiles: readonly TileView[];
  readonly filter: {
    readonly tpps: readonly Choice[];
    readonly kinds: readonly Choice[];
    readonly weeks: readonly Choice[];
    /** "of Budget Beacon, account access", said in headings; empty for all. */
    readonly said: string;
  };
  readonly trends: readonly TrendView[];
  readonly funnel: readonly FunnelStep[];
  readonly refusals: readonly FactView[];
}

export interface TileView {
  readonly label: string;
  readonly figure: string;
  readonly href: string;
  readonly tone: Tone;
  /** Under the figure. */
  readonly note: string;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly chosen: boolean;
}

export interface TrendView {
  readonly label: string;
  readonly weeks: readonly number[];
  /** Of the last week, and of all of them. */
  readonly last: string;
  readonly total: string;
}

export interface FunnelStep {
  readonly label: string;
  readonly count: string;
  /** Of those who arrived, from 0 to 100. */
  readonly share: number;
}
