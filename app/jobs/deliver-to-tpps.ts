import type { Messenger } from "~/ports/messenger";
import type { Outbox } from "~/ports/outbox";
import { deliverWaiting } from "./deliver-waiting";
import type { Job } from "./job";

interface Needs {
  readonly outbox: Outbox;
  /** Posts to the address that the TPP gave. */
  readonly callback: Messenger;
}

/** Pushes events to TPPs that gave an address for them. Those that poll fetch the same deliveries by themselves. */
export const deliverToTpps = ({ outbox, callback }: Needs): Job => ({
  name: "deliver-to-tpps",
  everyMs: 1_000,
  round: (signal) => deliverWaiting("tpp", 32, { outbox, messenger: callback }, signal),
});
