import { z } from "zod";
import type { KeptSubscription, Poll, Subscription } from "./tpp-events.ts";

/** The messages of the standard's event API, and how they stand for ours: `OBEventSubscription1` and its answers. */

const data = z.object({
  CallbackUrl: z.url().max(2_048).optional(),
  Version: z.string().min(1).max(10),
  EventTypes: z.array(z.string()).optional(),
});

const asked = ({ CallbackUrl, Version, EventTypes }: z.infer<typeof data>): Subscription => ({
  ...(CallbackUrl !== undefined && { callbackUrl: CallbackUrl }),
  apiVersion: Version,
  ...(EventTypes && { eventTypes: EventTypes }),
});

/** `OBEventSubscription1`. */
export const newSubscription = z.strictObject({ Data: data.strict() }).transform(({ Data }) => asked(Data));

/** `OBEventSubscriptionResponse1`, which is also what replaces one: with its id, and with links that say nothing. */
export const changedSubscription = z
  .strictObject({
    Data: data.extend({ EventSubscriptionId: z.string().min(1).max(40) }).strict(),
    Links: z.object({}).optional(),
    Meta: z.object({}).optional(),
  })
  .transform(({ Data }) => ({ id: Data.EventSubscriptionId, wanted: asked(Data) }));

/** `OBEventPolling1`. */
export const polling: z.ZodType<Poll> = z.strictObject({
  maxEvents: z.number().int().min(0).optional(),
  returnImmediately: z.boolean().optional(),
  ack: z.array(z.string().min(1).max(128)).optional(),
  setErrs: z
    .record(z.string(), z.object({ err: z.string().min(1).max(40), description: z.string().min(1).max(256) }))
    .optional(),
});

const dataOf = ({ id, callbackUrl, apiVersion, eventTypes }: KeptSubscription) => ({
  EventSubscriptionId: id,
  ...(callbackUrl !== undefined && { CallbackUrl: callbackUrl }),
  Version: apiVersion,
  ...(eventTypes && { EventTypes: eventTypes }),
});

/** @param address of all subscriptions. */
export const subscriptionResource = (kept: KeptSubscription, address: string) => ({
  Data: dataOf(kept),
  Links: { Self: `${address}/${kept.id}` },
  Meta: {},
});

/** `OBEventSubscriptionsResponse1`. */
export const subscriptionList = (kept: readonly KeptSubscription[], address: string) => ({
  Data: { EventSubscription: kept.map(dataOf) },
  Links: { Self: address },
  Meta: {},
});
