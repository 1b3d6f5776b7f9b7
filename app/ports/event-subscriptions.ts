import type { TppEventType } from "~/domain/notifications/tpp-events";
import type { ClientId, SubscriptionId } from "~/domain/shared/ids";

/** What a TPP asks to be told. */
export interface WantedSubscription {
  /** Where it is told at once; without one it polls. */
  readonly callbackUrl?: string;
  /** Version of the notifications, as the TPP writes it: at most 10 characters. */
  readonly apiVersion: string;
  /** Without a list: everything. */
  readonly eventTypes?: readonly TppEventType[];
}

export interface EventSubscription extends WantedSubscription {
  readonly id: SubscriptionId;
}

/**
 * Where TPPs want to hear of their consents. Each change is kept with its audit event. A TPP reaches its own only: for
 * somebody else's id everything answers as for one that never was.
 *
 * @throws DeskUnavailable from every method, when the record cannot be reached in time.
 */
export interface EventSubscriptions {
  of(client: ClientId): Promise<EventSubscription | undefined>;
  /** Undefined when the TPP has one already: it has at most one. */
  add(client: ClientId, wanted: WantedSubscription, correlationId: string): Promise<EventSubscription | undefined>;
  /** Replaces all of it; the address is tried afresh. Undefined when the TPP has none of this id. */
  replace(
    client: ClientId,
    id: SubscriptionId,
    wanted: WantedSubscription,
    correlationId: string,
  ): Promise<EventSubscription | undefined>;
  /** Nothing is delivered any more. False when the TPP has none of this id. */
  remove(client: ClientId, id: SubscriptionId, correlationId: string): Promise<boolean>;
}
