import { Agent, fetch } from "undici";
import type { ConsentEvent } from "./event-store.ts";
import { createEventSigner, type SigningParty } from "./security-event.ts";

export interface EventPush {
  /**
   * Sends one event (RFC 8935 section 2). Resolves when the receiver has taken it over.
   *
   * @throws Error for every other answer, and for none within about five seconds.
   */
  send(event: ConsentEvent, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** The agent's own timer, which looks once a second: of Node 20's `AbortSignal.any`, a time-out can be lost. */
const TIMEOUT_MS = 4_000;

/** @param receiver the address that takes events. */
export async function createEventPush({
  receiver,
  ...party
}: SigningParty & { readonly receiver: string }): Promise<EventPush> {
  const sign = await createEventSigner(party);
  // Every name under `localhost` is this machine (RFC 6761 section 6.3), which Node leaves to the system's resolver.
  const agent = new Agent({
    headersTimeout: TIMEOUT_MS,
    bodyTimeout: TIMEOUT_MS,
    connect: {
      timeout: TIMEOUT_MS,
      lookup: (_host, _options, done) => done(null, [{ address: "127.0.0.1", family: 4 }]),
    },
  });
  return {
    async send(event, signal) {
      const answer = await fetch(receiver, {
        method: "POST",
        headers: {
          "content-type": "application/secevent+jwt",
          accept: "application/json",
          "x-fapi-interaction-id": event.interactionId ?? event.id,
        },
        body: await sign(event),
        redirect: "manual",
        signal,
        dispatcher: agent,
      });
      await answer.body?.cancel();
      if (answer.status !== 202) throw new Error(`the receiver answered ${answer.status}`);
    },
    close: () => agent.destroy(),
  };
}
