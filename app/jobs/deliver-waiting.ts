import { setMaxListeners } from "node:events";
import type { SentChannel } from "~/domain/notifications/channel";
import type { Delivery } from "~/ports/delivery";
import type { Messenger, Sent } from "~/ports/messenger";
import type { Attempt, Outbox } from "~/ports/outbox";
import type { Round } from "./job";

interface Needs {
  readonly outbox: Pick<Outbox, "claim" | "record" | "lagSeconds">;
  readonly messenger: Messenger;
}

/** After so many milliseconds a round takes nothing more, and has ended well before it would be asked to. */
const TAKES_FOR_MS = 30_000;

/** While something is under way: what came meanwhile, for somebody else, waits no longer than without it. */
const LOOKS_AGAIN_AFTER_MS = 1_000;

/**
 * Sends what is due on one channel until nothing is left, so many at once. Each that is done makes room for the next: a
 * receiver that hangs holds up its own place and no other.
 *
 * At least once: what was sent and not kept as sent is sent again, under the same id.
 */
export async function deliverWaiting(
  channel: SentChannel,
  atOnce: number,
  { outbox, messenger }: Needs,
  signal: AbortSignal,
): Promise<Round> {
  const counts: Record<Sent["outcome"], number> = { delivered: 0, refused: 0, failed: 0, skipped: 0, cut: 0 };
  // Each that is under way listens to it; Node takes more than ten for a leak.
  setMaxListeners(4 * atOnce, signal);
  const lagSeconds = await outbox.lagSeconds(channel);
  const begun = performance.now();
  const sending = new Set<Promise<void>>();
  let done: Attempt[] = [];
  let mayBeMore = true;

  const send = async (delivery: Delivery) => {
    const started = performance.now();
    const sent = await messenger.send(delivery, signal).catch(UNFORESEEN);
    done.push({ delivery, sent, tookMs: performance.now() - started });
    counts[sent.outcome] += 1;
  };
  const start = (delivery: Delivery) => {
    const sent = send(delivery).finally(() => sending.delete(sent));
    sending.add(sent);
  };

  try {
    for (;;) {
      const attempts = done;
      done = [];
      await outbox.record(attempts);
      // What waited for one of these may be due now.
      mayBeMore ||= attempts.length > 0;
      const takes = !signal.aborted && performance.now() - begun < TAKES_FOR_MS;
      // Not one by one: taking costs a round trip.
      if (takes && mayBeMore && sending.size <= atOnce * 0.75) {
        const taken = await outbox.claim(channel, atOnce - sending.size);
        mayBeMore = taken.length > 0;
        for (const delivery of taken) start(delivery);
      }
      if (done.length > 0) continue;
      if (sending.size > 0) {
        await oneOf(sending);
        // Something new may have come.
        mayBeMore = true;
      } else if (!takes || !mayBeMore) return { counts, lagSeconds, more: mayBeMore && !signal.aborted };
    }
  } finally {
    // The next round must find nothing under way.
    await Promise.allSettled(sending);
  }
}

/** Resolves when one has ended, and after a while in any case. */
async function oneOf(sending: ReadonlySet<Promise<void>>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const later = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, LOOKS_AGAIN_AFTER_MS);
  });
  await Promise.race([...sending, later]).finally(() => clearTimeout(timer));
}

const UNFORESEEN = (): Sent => ({ outcome: "failed", problem: "failed in a way that was not foreseen" });
