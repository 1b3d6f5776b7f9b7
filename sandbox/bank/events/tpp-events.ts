import { Agent, fetch } from "undici";
import { z } from "zod";
import type { OwnToken } from "../own-token.ts";

/** What a TPP is subscribed to, in the consent app's words. */
export interface Subscription {
  readonly callbackUrl?: string | undefined;
  readonly apiVersion: string;
  readonly eventTypes?: readonly string[] | undefined;
}

export type KeptSubscription = Subscription & { readonly id: string };

export interface Poll {
  readonly maxEvents?: number | undefined;
  readonly returnImmediately?: boolean | undefined;
  readonly ack?: readonly string[] | undefined;
  readonly setErrs?: Readonly<Record<string, { readonly err: string; readonly description: string }>> | undefined;
}

/** `sets`: compact tokens by their `jti`. */
export type Polled = z.infer<typeof polled>;

/** Why the consent app did not do it, in its own word. */
export interface NotDone {
  readonly problem: string;
  readonly field?: string | undefined;
}

type Done<T> = { readonly done: T } | NotDone;

/** The consent app, which keeps what TPPs are subscribed to and what waits for them, asked in the name of one TPP. */
export interface TppEvents {
  list(clientId: string, interactionId: string): Promise<readonly KeptSubscription[]>;
  add(clientId: string, wanted: Subscription, interactionId: string): Promise<Done<KeptSubscription>>;
  replace(clientId: string, id: string, wanted: Subscription, interactionId: string): Promise<Done<KeptSubscription>>;
  remove(clientId: string, id: string, interactionId: string): Promise<Done<undefined>>;
  poll(clientId: string, poll: Poll, interactionId: string): Promise<Done<Polled>>;
  close(): Promise<void>;
}

/** The consent app did not answer, or not with what it promises. */
export class ConsentAppUnavailable extends Error {}

const TIMEOUT_MS = 4_000;

const subscription = z.object({
  id: z.string().min(1).max(40),
  callbackUrl: z.string().optional(),
  apiVersion: z.string(),
  eventTypes: z.array(z.string()).optional(),
});
const list = z.object({ subscriptions: z.array(subscription) });
const polled = z.object({ moreAvailable: z.boolean(), sets: z.record(z.string(), z.string()) });
const notDone = z.object({ problem: z.string(), field: z.string().optional() });
const nothing = z.undefined();

/**
 * @param origin of the consent app
 * @param token for its API
 */
export function createTppEvents(origin: string, token: OwnToken): TppEvents {
  // Every name under `localhost` is this machine (RFC 6761 section 6.3), which Node leaves to the system's resolver.
  const agent = new Agent({
    headersTimeout: TIMEOUT_MS,
    bodyTimeout: TIMEOUT_MS,
    connect: {
      timeout: TIMEOUT_MS,
      lookup: (_host, _options, done) => done(null, [{ address: "127.0.0.1", family: 4 }]),
    },
  });

  const send = async (method: string, path: string, body: object | undefined, interactionId: string) => {
    const bearer = await token.current(interactionId);
    try {
      const response = await fetch(`${origin}/api/v1/tpps/${path}`, {
        method,
        headers: {
          accept: "application/json",
          authorization: `Bearer ${bearer}`,
          "x-fapi-interaction-id": interactionId,
          ...(body && { "content-type": "application/json" }),
        },
        ...(body && { body: JSON.stringify(body) }),
        redirect: "manual",
        dispatcher: agent,
      });
      const text = await response.text();
      return { status: response.status, body: text === "" ? undefined : (JSON.parse(text) as unknown) };
    } catch (error) {
      throw new ConsentAppUnavailable("the consent app did not answer", { cause: error });
    }
  };

  /** Another token once: the authorization server may have new keys since ours was signed. */
  const ask = async <T>(
    [method, path, body]: readonly [method: string, path: string, body?: object],
    interactionId: string,
    shape: z.ZodType<T>,
  ): Promise<Done<T>> => {
    let answer = await send(method, path, body, interactionId);
    if (answer.status === 401) {
      token.forget();
      answer = await send(method, path, body, interactionId);
    }
    if (answer.status >= 200 && answer.status < 300) {
      const read = shape.safeParse(answer.body);
      if (read.success) return { done: read.data };
    }
    const refused = notDone.safeParse(answer.body);
    if ([400, 404, 409].includes(answer.status) && refused.success) return refused.data;
    throw new ConsentAppUnavailable(`the consent app answered ${answer.status} in another way than promised`);
  };

  const subscriptionsOf = (clientId: string) => `${encodeURIComponent(clientId)}/event-subscriptions`;
  const one = (clientId: string, id: string) => `${subscriptionsOf(clientId)}/${encodeURIComponent(id)}`;

  return {
    async list(clientId, interactionId) {
      const answer = await ask(["GET", subscriptionsOf(clientId)], interactionId, list);
      if ("done" in answer) return answer.done.subscriptions;
      throw new ConsentAppUnavailable("the consent app did not list subscriptions");
    },
    add: (clientId, wanted, interactionId) =>
      ask(["POST", subscriptionsOf(clientId), wanted], interactionId, subscription),
    replace: (clientId, id, wanted, interactionId) =>
      ask(["PUT", one(clientId, id), wanted], interactionId, subscription),
    remove: (clientId, id, interactionId) => ask(["DELETE", one(clientId, id)], interactionId, nothing),
    poll: (clientId, poll, interactionId) =>
      ask(["POST", `${encodeURIComponent(clientId)}/events`, poll], interactionId, polled),
    close: () => agent.destroy(),
  };
}
