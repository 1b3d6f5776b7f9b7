import { v7 as uuidv7 } from "uuid";
import { addressesOf, type Reach } from "~/domain/notifications/addresses";
import type { Outbox } from "~/ports/outbox";
import type { Job } from "./job";

interface Needs {
  readonly outbox: Pick<Outbox, "address">;
  readonly reach: Reach;
  /** A compact JWS; `typ` goes into its header. */
  sign(payload: Readonly<Record<string, unknown>>, typ: string): Promise<string>;
}

/** Signing is most of the work: about a millisecond each. */
const BATCH = 200;

/**
 * Writes each change of a consent out to everyone who is to hear of it. What is sent is made here and once, so that every
 * attempt says the same under the same id.
 */
export const addressEvents = ({ outbox, reach, sign }: Needs): Job => ({
  name: "address-events",
  everyMs: 500,
  async round() {
    const { changes, deliveries, oldestSeconds } = await outbox.address(BATCH, async (change, listeners, at) => {
      const addressed = addressesOf(change, listeners, reach, at, uuidv7);
      return Promise.all(
        addressed.map(async ({ id, channel, recipient, content, signedAs, notBefore }) => {
          const body = signedAs ? await sign(content, signedAs) : JSON.stringify(content);
          return { id, channel, recipient, body, ...(notBefore && { notBefore }) };
        }),
      );
    });
    return { counts: { changes, deliveries }, lagSeconds: oldestSeconds, more: changes > 0 };
  },
});
