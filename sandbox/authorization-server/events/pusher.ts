import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import type { Database } from "../../database.ts";
import type { EventPush } from "./event-push.ts";
import { type ConsentEvent, claimEvents, markDelivered, postpone } from "./event-store.ts";

const LOOK_EVERY_MS = 250;
const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 10_000;

/**
 * Tells the consent app of every change, at least once, until it is stopped. Any number may run at once. That nobody
 * listens is normal while the app starts; it is said once, and once more when somebody does.
 */
export function startPushing(sql: Database, push: EventPush, log: Logger): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  let heard = true;

  const deliver = async (event: ConsentEvent): Promise<boolean> => {
    const about = { consentId: event.consentId, eventId: event.id, revision: event.revision };
    try {
      await push.send(event, signal);
    } catch (err) {
      await postpone(sql, event.id, Math.min(FIRST_WAIT_MS * 2 ** (event.attempts - 1), LONGEST_WAIT_MS));
      if (heard && !signal.aborted) log.warn({ ...about, err }, "the consent app takes no events");
      heard = false;
      return false;
    }
    await markDelivered(sql, event.id);
    if (!heard) log.info(about, "the consent app takes events again");
    heard = true;
    return true;
  };

  /** Whether anything was delivered. */
  const round = async (): Promise<boolean> => {
    try {
      const events = await claimEvents(sql);
      return (await Promise.all(events.map(deliver))).includes(true);
    } catch (err) {
      log.error({ err }, "events could not be read or marked");
      return false;
    }
  };

  const run = async () => {
    while (!signal.aborted) {
      // Where nothing was taken, there is no hurry.
      if (!(await round())) await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => {});
    }
  };

  const running = run();
  return {
    stop() {
      stopping.abort();
      return running;
    },
  };
}
