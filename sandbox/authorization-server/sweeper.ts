import type { Logger } from "pino";
import type { Database } from "../database.ts";
import type { Consents } from "./consents/consents.ts";
import { forgetOldEvents } from "./events/event-store.ts";

const EVERY = 30_000;

/** Sweeps now and then until it is stopped. */
export function startSweeping(sql: Database, consents: Consents, log: Logger): { stop(): Promise<void> } {
  let running = Promise.resolve();
  const timer = setInterval(() => {
    running = running.then(() => sweep(sql, consents, log)).catch((err) => log.error({ err }, "sweeping failed"));
  }, EVERY);
  timer.unref();
  return {
    stop() {
      clearInterval(timer);
      return running;
    },
  };
}

/**
 * Settles what time has decided:
 *
 * - A customer who was sent to log in or to the consent page and never answered has not agreed: the consent is
 *   rejected (UK security profile: time-out), unless he is at it again in another browser window.
 * - A customer agreed, but the browser never came back, or a TPP without one never asked: the TPP has no code and will get none, so the consent ends.
 * - Rows that nothing can need any more are deleted. They stay an hour past their expiry, because the library must
 *   still find a used `request_uri` or code to know that it was used.
 */
export async function sweep(sql: Database, consents: Consents, log: Logger): Promise<void> {
  const abandoned = await sql<{ id: string }[]>`
    select id from consent
    where status = 'awaiting_authorisation'
      and exists (select 1 from open_visit where consent_id = consent.id)
      and not exists (select 1 from open_visit where consent_id = consent.id and open_visit.expires_at > now())`;
  for (const { id } of abandoned) {
    await sql.begin((transaction) => consents.reject(transaction, id, { by: "system", reason: "timed_out" }));
  }

  const unclaimed = await sql<{ id: string }[]>`
    select consent_id as id from handoff join consent on consent.id = consent_id
    where consent.status in ('authorised', 'suspended') and decision ->> 'kind' = 'accept'
      and case when decoupled_link is null then resumed_at is null and handoff.expires_at <= now()
        -- No browser brings it: its TPP asks, and may do so until the request ends.
        else handoff.ends_at <= now() and not exists (select from artifact where id = interaction_uid
          and kind = 'BackchannelAuthenticationRequest' and consumed_at is not null) end
      -- What the customer agreed to since then is another matter.
      and not exists (select from handoff later where later.consent_id = consent.id
        and later.created_at > handoff.created_at and later.decision ->> 'kind' = 'accept')`;
  for (const { id } of unclaimed) await consents.revoke(id, { by: "system", reason: "never_collected" });

  await sql`delete from artifact where expires_at < now() - interval '1 hour'`;
  await sql`delete from federated_login where expires_at < now() - interval '1 hour'`;
  await sql`delete from decoupled_request where expires_at < now() - interval '1 hour'`;
  await sql`delete from handoff where expires_at < now() - interval '1 hour'`;
  const givenUp = await forgetOldEvents(sql);
  if (givenUp > 0) log.error({ givenUp }, "events could not be delivered for 72 hours and were given up");
}
