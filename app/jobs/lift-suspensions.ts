import type { TppSuspensions } from "~/ports/tpp-suspensions";
import type { Job } from "./job";

const BATCH = 50;

/**
 * Writes down that a suspension is over by its time. Nobody waits for that: whoever enforces one knows its end. Two
 * at once are safe: of one suspension there is one end.
 */
export const liftSuspensions = ({ suspensions }: { readonly suspensions: Pick<TppSuspensions, "liftOver"> }): Job => ({
  name: "lift-suspensions",
  everyMs: 2_000,
  async round() {
    const lifted = await suspensions.liftOver(BATCH);
    return { counts: { lifted }, more: lifted === BATCH };
  },
});
