import type { Customer } from "./customer.ts";
import { until } from "./until.ts";
import type { FaultWorld } from "./world.ts";

/**
 * Lets the job settle what was left in between. It waits for a customer who might come back first, so their clock is put
 * forward; nobody may be sending any more.
 *
 * @param deadlineMs how long what is left is waited for; what then still is, is for the judge.
 */
export async function settled({ sql }: FaultWorld, customers: readonly Customer[], deadlineMs?: number): Promise<void> {
  const consents = customers.map(({ consentId }) => consentId);
  await until("the clock is put forward", async () => {
    await sql`
      update assent.consent_decision set intended_at = intended_at - interval '20 seconds', sending_until = null
      where state = 'intended'
        and visit_id in (select id from assent.consent_visit where consent_id = any(${consents}))`;
    return true;
  });
  await until(
    "no decision is left in between",
    async () => {
      const [left] = await sql`
        select from assent.consent_decision
        where state = 'intended'
          and visit_id in (select id from assent.consent_visit where consent_id = any(${consents})) limit 1`;
      return left === undefined;
    },
    deadlineMs,
  );
}
