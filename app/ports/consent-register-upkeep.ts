import type { AuthorityEvent, ConsentRecord } from "./authorization-server";

/**
 * Keeps our picture of the consents as the authorization server holds them. Every change of it is a move with its
 * version, its audit event and its event for the outside.
 *
 * @throws DeskUnavailable from every method
 */
export interface ConsentUpkeep {
  /** The database's clock, to the microsecond: pass it on as it is. */
  now(): Promise<DatabaseInstant>;
  /** Takes in what the authorization server told, and notes with the event that it was. */
  takeEvent(event: AuthorityEvent): Promise<Taken | "ask">;
  /**
   * As `takeEvent`, with what was answered when it said "ask".
   *
   * @param record undefined when the authorization server holds none.
   */
  takeEventAsHeld(event: AuthorityEvent, record: ConsentRecord | undefined, looked: Looked): Promise<Taken>;
  /** Takes in what was found by looking. */
  takeRecord(record: ConsentRecord, looked: Looked): Promise<Taken>;
  /**
   * Confirms those of a page that are as we hold them, and fills in what only the authorization server knows.
   *
   * @returns the others.
   */
  confirm(page: readonly ConsentRecord[], looked: Looked): Promise<readonly ConsentRecord[]>;
}

declare const instant: unique symbol;
export type DatabaseInstant = string & { readonly [instant]: true };

export interface Looked {
  /** Just before the authorization server was asked: what has moved here since is newer than its answer. */
  readonly since: DatabaseInstant;
  readonly correlationId: string;
}

export type Taken =
  /** It was like that before what we know. */
  | "older"
  | "same"
  /** Heard of for the first time. */
  | "entered"
  | "moved"
  /** Taken over though no move leads there; see the findings of drift. */
  | "repaired"
  /**
   * It names another customer than we do: whose it is stays as it was, and none of the other's accounts are taken over.
   * A person has to look; see the findings of drift.
   */
  | "disputed"
  /** Something of ours about this consent is under way, or has only just ended: to be tried again. */
  | "busy";
