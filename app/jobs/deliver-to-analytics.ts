import type { Messenger } from "~/ports/messenger";
import type { Outbox } from "~/ports/outbox";
import { deliverWaiting } from "./deliver-waiting";
import type { Job } from "./job";

interface Needs {
  readonly outbox: Outbox;
  readonly analytics: Messenger;
}

/** Tells the bank's analytics of every change. */
export const deliverToAnalytics = ({ outbox, analytics }: Needs): Job => ({
  name: "deliver-to-analytics",
  everyMs: 1_000,
  round: (signal) => deliverWaiting("analytics", 16, { outbox, messenger: analytics }, signal),
});
