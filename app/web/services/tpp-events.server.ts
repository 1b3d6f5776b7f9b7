import type { Database } from "#db/client.server";
import { createEventSubscriptions } from "#db/queries/event-subscriptions";
import { createTppEventQueue } from "#db/queries/poll-events";
import { pollEvents } from "~/use-cases/poll-events";
import { changeSubscription, subscribeToEvents } from "~/use-cases/subscribe-to-events";
import type { Upstreams } from "./upstreams.server";

interface Needs {
  readonly tenant: string;
  readonly upstreams: Upstreams;
}

/** What the bank's gateway asks of us for a TPP. */
export function wireTppEvents(db: Database, { tenant, upstreams: { guard, bankAccess } }: Needs) {
  const subscriptions = createEventSubscriptions(db, { tenant });
  const needs = { subscriptions, isAllowedAddress: guard.isAllowed };
  return {
    bankAccess,
    subscriptionOf: subscriptions.of,
    subscribeToEvents: subscribeToEvents(needs),
    changeSubscription: changeSubscription(needs),
    unsubscribe: subscriptions.remove,
    pollEvents: pollEvents({ queue: createTppEventQueue(db) }),
  };
}
