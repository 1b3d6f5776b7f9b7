import type { CustomerSessions } from "~/ports/customer-sessions";
import type { Job } from "./job";

const AT_ONCE = 1_000;

/** Takes away sessions that have ended by themselves. They open nothing from that moment on, whether this ran or not. */
export const forgetSessions = ({ sessions }: { readonly sessions: Pick<CustomerSessions, "forgetEnded"> }): Job => ({
  name: "forget-sessions",
  everyMs: 10 * 60_000,
  async round() {
    const forgotten = await sessions.forgetEnded(AT_ONCE);
    return { counts: { forgotten }, more: forgotten === AT_ONCE };
  },
});
