import type { Device } from "~/domain/customer-session/device";
import type { Authentication } from "~/domain/factor/authentication";
import type { CustomerId, CustomerSessionId } from "~/domain/shared/ids";

/**
 * Where customers are logged in, by the database's clock alone.
 *
 * A session is used by its token, which only its browser has; what is kept is a digest of that.
 *
 * @throws DeskUnavailable from every method
 */
export interface CustomerSessions {
  begin(token: string, session: NewSession): Promise<void>;
  /** The session, when it lives; being asked for is what keeps it from ending idle. */
  use(token: string): Promise<SessionInUse | undefined>;
  /** Of one customer, newest first, without making any of them last longer. */
  ofCustomer(customer: CustomerId): Promise<readonly LiveSession[]>;
  end(token: string): Promise<void>;
  /** Somebody else's session is not ended, and nothing tells it from one that never was. */
  endOne(customer: CustomerId, id: CustomerSessionId): Promise<void>;
  endAll(customer: CustomerId): Promise<void>;
  /** What the identity provider says has ended there; sessions that began later are others. */
  endAtBank(ended: EndedAtBank): Promise<number>;
  /** Which these are, before they end; also those that have ended idle. */
  ofBank(ended: EndedAtBank): Promise<readonly Pick<LiveSession, "id" | "customer">[]>;
  /** Takes away what has ended by itself, at most so many at once. */
  forgetEnded(limit: number): Promise<number>;
}

export interface NewSession {
  readonly customer: CustomerId;
  /** The `sid` of the identity provider, where it gives one. */
  readonly bankSession?: string;
  readonly device: Device;
  /** Nothing said is not enough for anything. */
  readonly authentication?: HowLoggedIn;
}

/** As the identity provider told it. */
export type HowLoggedIn = Pick<Authentication, "acr" | "authTime">;

export interface LiveSession {
  readonly id: CustomerSessionId;
  readonly customer: CustomerId;
  readonly device: Device;
  readonly beganAt: Date;
  /** Since they were authenticated, or since it began where nobody says when that was; by the database's clock. */
  readonly ageMs: number;
  /** How long it lives if nothing is done. */
  readonly leftMs: number;
}

/** What every page of the customer's needs, in one look. */
export interface SessionInUse extends LiveSession {
  /** How many of their notices are new. */
  readonly unread: number;
  readonly authentication: HowLoggedIn;
}

/** One session there, or with the customer alone all of theirs. */
export interface EndedAtBank {
  readonly customer?: CustomerId;
  readonly bankSession?: string;
  readonly at: Date;
}
