import type { AuthorityInbox } from "~/ports/authority-inbox";
import type { AuthorityEvent } from "~/ports/authorization-server";
import type { Taken } from "~/ports/consent-register-upkeep";
import type { Job } from "./job";

interface Needs {
  readonly inbox: AuthorityInbox;
  take(event: AuthorityEvent): Promise<Taken>;
}

/** How many in one round. */
const BATCH = 50;
/** Seconds for which an event that could not be taken in is left alone, so that it holds up no other. */
const SET_ASIDE = 15;

/** Takes in what the authorization server told. Two at once are safe: each event is applied under its consent's lock. */
export const takeAuthorityEvents = ({ inbox, take }: Needs): Job => ({
  name: "take-authority-events",
  everyMs: 500,
  async round(signal) {
    const counts = { older: 0, same: 0, entered: 0, moved: 0, repaired: 0, disputed: 0, busy: 0 };
    const waiting = await inbox.take(BATCH);
    const failures: unknown[] = [];
    for (const event of waiting) {
      if (signal.aborted) break;
      try {
        counts[await take(event)] += 1;
      } catch (error) {
        failures.push(error);
        await inbox.postpone(event, SET_ASIDE);
      }
    }
    // The others of the round are done; that one failed must be seen.
    if (failures.length > 0) throw failures[0];
    if (waiting.length === 0) await inbox.forgetOld();
    return { counts, lagSeconds: await inbox.oldest(), more: waiting.length === BATCH };
  },
});
