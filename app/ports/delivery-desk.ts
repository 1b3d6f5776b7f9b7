import type { Channel } from "~/domain/notifications/channel";
import type { ClientId, ConsentId } from "~/domain/shared/ids";
import type { ByStaff } from "./evidence-book";

/**
 * What the bank's operators see of what is told to the outside, and can send again. A customer is never named.
 *
 * @throws DeskUnavailable from every method
 */
export interface DeliveryDesk {
  /** Everybody we send to, those in trouble first. */
  endpoints(): Promise<readonly EndpointStanding[]>;
  /** What could not be delivered, newest first. */
  dead(of?: Endpoint, place?: DeadPlace): Promise<DeadPage>;
  find(id: string): Promise<DeliveryFound | undefined>;
  /** Sends once more what ended, as it was and under the same id. False when it waits already, or must not be sent twice. */
  replay(id: string, by: ByStaff): Promise<boolean>;
  /** How many of one endpoint wait, and how many can be sent again; each counted to one more than go at once. */
  leftOf(of: Endpoint): Promise<{ readonly queued: number; readonly dead: number }>;
  /** Sends these once more, `REPLAYED_AT_ONCE` at most. */
  replayDead(of: Endpoint, by: ByStaff): Promise<Replayed>;
}

export interface Replayed {
  readonly sent: number;
  /** As many went as go at once: there may be more. */
  readonly isBounded: boolean;
}

/** What stands or falls together: the address of one TPP, and for the other channels their one server. */
export interface Endpoint {
  readonly channel: Channel;
  readonly name: string;
}

export interface EndpointStanding extends Endpoint {
  readonly queued: number;
  /** Age of the oldest, in seconds. */
  readonly oldestSeconds?: number;
  /** Attempts in a row without an answer. */
  readonly failures: number;
  /** Left alone for so long, in seconds. */
  readonly restsSeconds?: number;
  readonly dead: number;
  /** A TPP without an address fetches what waits for it. */
  readonly polls: boolean;
}

export interface DeadPlace {
  readonly side: "after" | "before";
  readonly at: string;
  readonly id: string;
}

export interface DeadPage {
  readonly rows: readonly DeadLetter[];
  readonly newer?: DeadPlace;
  readonly older?: DeadPlace;
}

export interface DeadLetter extends Endpoint {
  readonly id: string;
  readonly consentId: ConsentId;
  readonly version: number;
  /** Refused by its receiver, or waited for in vain. */
  readonly state: "parked" | "expired";
  readonly attempts: number;
  readonly problem?: string;
  readonly endedAt: Date;
}

export interface DeliveryFound extends Endpoint {
  readonly id: string;
  readonly consentId: ConsentId;
  readonly clientId: ClientId;
  readonly version: number;
  readonly move: string;
  readonly state: "queued" | "delivered" | "skipped" | "parked" | "expired";
  readonly queuedAt: Date;
  readonly nextAttemptAt?: Date;
  readonly endedAt?: Date;
  readonly problem?: string;
  /** What is sent to a machine; absent for what is written to a person. */
  readonly body?: string;
  readonly attempts: readonly DeliveryAttempt[];
  readonly canReplay: boolean;
}

export interface DeliveryAttempt {
  readonly id: string;
  readonly at: Date;
  readonly outcome: string;
  readonly code?: number;
  readonly tookMs: number;
}
