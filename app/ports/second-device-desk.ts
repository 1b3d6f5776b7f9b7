import type { SecondDeviceRefused } from "~/domain/audit/audit-event";
import type { CustomerId, CustomerSessionId, VisitId } from "~/domain/shared/ids";
import type { Visit } from "./consent-desk";

/**
 * Visits that go on on another device of their customer:
 *
 *   offered ──code, same customer──▶ joined ──number──▶ matched
 *       └────────── the first device goes on by itself ─────┴──▶ ended        joined ──wrong number, too often──▶ locked
 *
 * Time ends what is offered or joined; what is matched lasts as its visit does. Each change is kept with its audit event.
 *
 * @throws DeskUnavailable from every method, when the record cannot be reached in time.
 */
export interface SecondDeviceDesk {
  /**
   * Offers a visit, in the place of the offer before; whatever device had that one is out.
   *
   * @returns until when; undefined when it was answered, or has had too many wrong numbers.
   */
  offer(visit: Visit, offered: { readonly codeMac: string; readonly number: string }): Promise<Date | undefined>;
  /** Undefined when it was never offered. */
  standing(visit: VisitId): Promise<SecondDevice | undefined>;
  /** Takes an offer by its code, once, for the browser in which its own customer is logged in. */
  join(codeMac: string, by: OtherBrowser): Promise<VisitId | JoinRefused>;
  /** Compares the number. The last wrong one locks. */
  match(visit: VisitId, by: OtherBrowser, number: string): Promise<Matched>;
  /** Whether this browser is the one that was let in, and still is. */
  holds(visit: VisitId, by: OtherBrowser): Promise<boolean>;
  /** The first device goes on by itself. */
  takeBack(visit: Visit): Promise<void>;
  /** Whoever logs out is out of every visit that this browser was let in to; without a session, all of theirs are. */
  putOut(by: Pick<OtherBrowser, "customer"> & Partial<OtherBrowser>): Promise<void>;
}

export interface OtherBrowser {
  readonly customer: CustomerId;
  readonly session: CustomerSessionId;
}

export interface SecondDevice {
  /** `late` by the database's clock. */
  readonly state: "offered" | "joined" | "matched" | "ended" | "locked" | "late";
  readonly number: string;
  readonly expiresAt: Date;
}

export interface JoinRefused {
  /** Unknown is told apart from nothing: a code that never was looks like one of long ago. */
  readonly refused: Exclude<SecondDeviceRefused, "wrong-number"> | "unknown";
}

export type Matched =
  | { readonly is: "matched"; readonly visit: Visit }
  | { readonly is: "wrong"; readonly left: number }
  /** Late, ended, locked, or another browser's. */
  | { readonly is: "over" };
