import type { TppId } from "../order/order.ts";
import type { Step } from "../runs/step.ts";
import type { ApiVersion, EventDesk } from "./event-desk.ts";
import type { NotificationStore } from "./notification-store.ts";
import type { EventReader } from "./read-event.ts";

interface Parts {
  readonly desk: EventDesk;
  readonly reader: EventReader;
  readonly notifications: NotificationStore;
}

/**
 * Fetches what waits and keeps it. Acknowledging is a visit of its own, later: a TPP that falls over in between gets the
 * same events again. What is not the bank's is said to be so at once.
 */
export async function fetchEvents({ desk, reader, notifications }: Parts, tppId: TppId, version: ApiVersion) {
  const { steps, sets } = await desk.poll(tppId, version);
  const unusable: Record<string, object> = {};
  const ignored: string[] = [];
  for (const [id, token] of Object.entries(sets)) {
    const read = await reader.read(token, "poll");
    if ("fault" in read || read.tppId !== tppId) {
      const err = "fault" in read ? read.fault : "invalid_audience";
      unusable[id] = { err, description: "This is no event of the bank's for this TPP." };
    } else if (read.notification) await notifications.add(read.notification);
    else ignored.push(id);
  }
  if (ignored.length === 0 && Object.keys(unusable).length === 0) return steps;
  const answered = await desk.answer(tppId, version, { ack: ignored, setErrs: unusable });
  return [...steps, ...answered.steps];
}

/** Tells the bank which of the fetched ones have been taken over. */
export async function acknowledgeEvents(
  { desk, notifications }: Omit<Parts, "reader">,
  tppId: TppId,
  version: ApiVersion,
): Promise<readonly Step[]> {
  const ack = await notifications.waiting(tppId);
  const { steps, done } = await desk.answer(tppId, version, { ack });
  if (done) await notifications.acknowledge(tppId, ack);
  return steps;
}
