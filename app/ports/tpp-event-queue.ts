import type { TokenFault } from "~/domain/notifications/token-fault";
import type { ClientId, DeliveryId } from "~/domain/shared/ids";

export interface Poll {
  /** How many events to hand out at most; none with 0. */
  readonly limit: number;
  /** Events that the TPP has taken over. */
  readonly acknowledged: readonly DeliveryId[];
  /** Events that it could not use. They are put aside and not handed out again. */
  readonly refused: readonly { readonly id: DeliveryId; readonly fault: TokenFault }[];
}

export interface Polled {
  /** Oldest first, and those of one consent in their order. */
  readonly events: readonly { readonly id: DeliveryId; readonly token: string }[];
  /** Whether more of them wait than were handed out. */
  readonly more: boolean;
}

/**
 * The events that wait for one TPP, whether it polls for them or is called: one queue for both. What is neither
 * acknowledged nor refused is handed out again.
 */
export interface TppEventQueue {
  /** @throws DeskUnavailable */
  poll(client: ClientId, poll: Poll): Promise<Polled>;
}
