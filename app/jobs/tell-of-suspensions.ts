import type { TppSuspensions } from "~/ports/tpp-suspensions";
import type { Job } from "./job";

/** How many consents in one statement. */
const BATCH = 500;

/** Tells customers that the bank holds an app back, and that it no longer does. Two at once are safe. */
export const tellOfSuspensions = ({ suspensions }: { readonly suspensions: Pick<TppSuspensions, "tell"> }): Job => ({
  name: "tell-of-suspensions",
  everyMs: 2_000,
  async round() {
    const { more, ...counts } = await suspensions.tell(BATCH);
    return { counts, more };
  },
});
