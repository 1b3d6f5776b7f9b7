import type { Cluster } from "../permissions/clusters";
import type { AccountId } from "../shared/ids";
import type { ReadResource } from "./read-resource";

/** When an app last read with a consent, and how often lately. */
export interface AccessSummary {
  readonly lastAt: Date;
  /** Reads in each of the last twelve weeks, oldest first; the last one ends now. */
  readonly weeks: readonly number[];
}

export interface ClusterUse {
  /** As customers are shown data; answers about funds and payments are of no group of it. */
  readonly cluster: Cluster | "funds" | "payments";
  readonly lastAt: Date;
}

/** A day of the bank's own zone. */
export interface ReadDay {
  /** As 2026-05-03. */
  readonly day: string;
  readonly reads: readonly DayReads[];
}

/** All reads of one sort of data of one account on one day, either with the customer there or without. */
export interface DayReads {
  readonly resource: ReadResource;
  /** Absent for what belongs to the customer and to no account. */
  readonly account?: AccountId;
  readonly present: boolean;
  readonly reads: number;
  readonly records: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
}

export interface SingleRead {
  readonly at: Date;
  readonly resource: ReadResource;
  readonly account?: AccountId;
  readonly present: boolean;
  readonly records: number;
  readonly interactionId?: string;
}
