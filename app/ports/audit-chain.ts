import type { Checkpoint } from "~/domain/audit/checkpoint";

/** Puts what was written down into a chain in which nothing can be changed unseen. */
export interface AuditChain {
  /**
   * Gives the next events that wait their links, oldest first, and all of a batch or none. One at a time for each
   * tenant, whoever else tries: then there is nothing to do.
   */
  seal(): Promise<Sealed>;
  /** The ends of chains that are due to be signed: 1,000 links after the last one signed, or a minute. */
  dueCheckpoints(): Promise<readonly Checkpoint[]>;
  /** False when somebody else has kept one of the same place meanwhile. */
  keepCheckpoint(checkpoint: Checkpoint, signed: string): Promise<boolean>;
}

export interface Sealed {
  readonly events: number;
  /** How long the oldest event had waited, in seconds. */
  readonly lagSeconds: number;
  readonly more: boolean;
}
