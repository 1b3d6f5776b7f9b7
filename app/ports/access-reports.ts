import type { AccessEvent } from "~/domain/access/access-event";

/** What the bank's gateways tell of the reads that they answered. */
export interface AccessReports {
  /**
   * Reads what came. "unsigned" when the bank did not sign it for us, however it is written.
   *
   * @throws BankAccessUnavailable when its keys could not be had
   */
  read(body: string): Promise<AccessReport | "unsigned" | NotUnderstood>;
}

export interface AccessReport {
  readonly issuer: string;
  /** With this report every read until then was told. */
  readonly toldUntil: Date;
  readonly events: readonly AccessEvent[];
  /** Events of this report that nobody can keep: the others stand nevertheless. */
  readonly refused: readonly RefusedEvent[];
}

export interface RefusedEvent {
  /** Its place in the report, from 0. */
  readonly index: number;
  /** Which part of it is wrong; nothing of what was sent. */
  readonly field: string;
}

/** The report itself is not of the shape that it must have. */
export interface NotUnderstood {
  readonly field: string;
}

/**
 * Where reads are kept.
 *
 * @throws DeskUnavailable
 */
export interface AccessBook {
  /** Keeps all of them, each once whoever sends it again, in one step. */
  take(report: Pick<AccessReport, "issuer" | "toldUntil" | "events">): Promise<TakenReads>;
}

export interface TakenReads {
  readonly taken: number;
  /** Ids of events that lie in the future by the database's clock. They are not kept. */
  readonly early: readonly string[];
}
