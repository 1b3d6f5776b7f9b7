import type { TokenFault } from "~/domain/notifications/token-fault";
import { asDeliveryId, type ClientId } from "~/domain/shared/ids";
import type { Polled, TppEventQueue } from "~/ports/tpp-event-queue";

/** What a TPP sent, of the right shape. */
export interface AskedPoll {
  /** As many as we give at once when it does not say. */
  readonly maxEvents?: number | undefined;
  readonly ack?: readonly string[] | undefined;
  /** By `jti`. */
  readonly setErrs?: Readonly<Record<string, TokenFault>> | undefined;
}

/** However many are asked for: an answer stays of a size that both sides can hold. */
export const MOST_EVENTS = 100;

/** Takes a TPP's answers to events of before and hands out those that wait. It is answered at once, never kept waiting. */
export function pollEvents({ queue }: { readonly queue: TppEventQueue }) {
  return (client: ClientId, { maxEvents = MOST_EVENTS, ack = [], setErrs = {} }: AskedPoll): Promise<Polled> =>
    queue.poll(client, {
      limit: Math.min(maxEvents, MOST_EVENTS),
      acknowledged: ack.map(asDeliveryId),
      refused: Object.entries(setErrs).map(([id, fault]) => ({ id: asDeliveryId(id), fault })),
    });
}
