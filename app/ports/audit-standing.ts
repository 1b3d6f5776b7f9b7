import type { ChainFinding } from "~/domain/audit/chain-finding";

/**
 * How the record of evidence stands: from a few looks into indexes, whatever it holds.
 *
 * @throws DeskUnavailable
 */
export type AuditStanding = () => Promise<Standing>;

export interface Standing {
  /** By the database's clock. */
  readonly now: Date;
  /** The last link, and when its event was written. */
  readonly sealed?: { readonly seq: string; readonly at: Date };
  /** Events that wait for their links; counted up to a thousand. */
  readonly waiting: number;
  readonly waitedSeconds?: number;
  /** The last signed end of the chain. */
  readonly signed?: { readonly seq: string; readonly at: Date };
  /** The newest month that was dropped after its time: `2019-03`. */
  readonly retiredTo?: string;
}

/** What a look through the whole record found. */
export interface RecordVerified {
  /** How many links were walked. */
  readonly events: number;
  readonly checkpoints: number;
  readonly found: number;
  /** The first of them. */
  readonly findings: readonly ChainFinding[];
}
