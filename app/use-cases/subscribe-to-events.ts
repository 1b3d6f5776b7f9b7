import { TPP_EVENT_TYPES, type TppEventType } from "~/domain/notifications/tpp-events";
import type { ClientId, SubscriptionId } from "~/domain/shared/ids";
import { failed, ok, type Result } from "~/domain/shared/result";
import type { EventSubscription, EventSubscriptions, WantedSubscription } from "~/ports/event-subscriptions";

/** What a TPP sent, of the right shape and not judged yet. */
export interface AskedSubscription {
  readonly callbackUrl?: string | undefined;
  readonly apiVersion: string;
  readonly eventTypes?: readonly string[] | undefined;
}

export type NotSubscribed =
  | "subscription-exists"
  | "subscription-unknown"
  | "event-type-unsupported"
  | "callback-not-allowed";

interface Needs {
  readonly subscriptions: EventSubscriptions;
  /** Whether we may call this address: a TPP must not make us call into the bank's own network (S17). */
  readonly isAllowedAddress: (url: string) => Promise<boolean>;
}

type Answer = Promise<Result<EventSubscription, NotSubscribed>>;

/** A TPP's first and only subscription. */
export function subscribeToEvents({ subscriptions, isAllowedAddress }: Needs) {
  return async (client: ClientId, asked: AskedSubscription, correlationId: string): Answer => {
    const wanted = await judge(asked, isAllowedAddress);
    if (!wanted.ok) return wanted;
    const added = await subscriptions.add(client, wanted.value, correlationId);
    return added ? ok(added) : failed("subscription-exists");
  };
}

/** Replaces all of a subscription: what is not asked for again is gone. */
export function changeSubscription({ subscriptions, isAllowedAddress }: Needs) {
  return async (client: ClientId, id: SubscriptionId, asked: AskedSubscription, correlationId: string): Answer => {
    const wanted = await judge(asked, isAllowedAddress);
    if (!wanted.ok) return wanted;
    const changed = await subscriptions.replace(client, id, wanted.value, correlationId);
    return changed ? ok(changed) : failed("subscription-unknown");
  };
}

async function judge(
  { callbackUrl, apiVersion, eventTypes }: AskedSubscription,
  isAllowedAddress: Needs["isAllowedAddress"],
): Promise<Result<WantedSubscription, NotSubscribed>> {
  if (eventTypes && !areEventTypes(eventTypes)) return failed("event-type-unsupported");
  if (callbackUrl !== undefined && !(isHttps(callbackUrl) && (await isAllowedAddress(callbackUrl)))) {
    return failed("callback-not-allowed");
  }
  return ok({ apiVersion, ...(callbackUrl !== undefined && { callbackUrl }), ...(eventTypes && { eventTypes }) });
}

const areEventTypes = (names: readonly string[]): names is readonly TppEventType[] =>
  names.every((name) => (TPP_EVENT_TYPES as readonly string[]).includes(name));

const isHttps = (url: string): boolean => URL.canParse(url) && new URL(url).protocol === "https:";
