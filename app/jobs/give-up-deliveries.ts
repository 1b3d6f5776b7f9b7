import type { Outbox } from "~/ports/outbox";
import type { Job } from "./job";

const BATCH = 1_000;

/** Ends what nobody will take any more. It stays on record, and can be replayed. */
export const giveUpDeliveries = ({ outbox }: { readonly outbox: Pick<Outbox, "giveUp"> }): Job => ({
  name: "give-up-deliveries",
  everyMs: 60_000,
  async round() {
    const expired = await outbox.giveUp(BATCH);
    return { counts: { expired }, more: expired === BATCH };
  },
});
