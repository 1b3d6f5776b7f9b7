import type { StaffId } from "~/domain/shared/ids";
import type { Approval } from "./approvals";

export type ExportFormat = "csv" | "jsonl";

/**
 * Lists that staff take away: asked for, ready when whoever has to agree did, and taken once.
 *
 * @throws DeskUnavailable from every method
 */
export interface ConsentExports {
  /**
   * The same again is the same one.
   *
   * @returns of how many it is, as it was asked for first; undefined for an id that is another list, or somebody else's.
   */
  ask(asked: ExportAsked): Promise<number | undefined>;
  /** Which approval it waits for. */
  waitsFor(id: string, approvalId: string): Promise<void>;
  /**
   * Whoever asked can take it now, by the approval that they asked for and by no other; saying so again changes nothing.
   * False for one that is gone.
   */
  ready(id: string, approval: Pick<Approval, "id" | "askedBy">): Promise<boolean>;
  /** Asked for by this person and not taken yet, newest first. */
  openOf(staff: StaffId): Promise<readonly OpenExport[]>;
  /** What somebody is about to take: theirs, ready, and not taken. */
  readyFor(id: string, staff: StaffId): Promise<OpenExport | undefined>;
  /** Takes it, and writes that down. False when somebody was first. */
  take(taken: ExportTaken): Promise<boolean>;
  /** Forgets what was asked for four days ago, taken or not. @returns how many. */
  forgetOld(limit: number): Promise<number>;
}

export interface ExportAsked {
  readonly id: string;
  readonly staff: StaffId;
  /** Of the list's address; may name customers. */
  readonly query: string;
  readonly count: number;
  readonly format: ExportFormat;
}

export interface OpenExport extends ExportAsked {
  readonly askedAt: Date;
  readonly approvalId?: string;
  readonly isReady: boolean;
}

export interface ExportTaken {
  readonly id: string;
  readonly staff: StaffId;
  readonly correlationId: string;
  readonly format: ExportFormat;
  readonly count: number;
  readonly approvalId?: string;
  /** By what the list is narrowed; without what names somebody. */
  readonly filter: Readonly<Record<string, readonly string[]>>;
}
