import { type SQL, sql } from "drizzle-orm";

/** More in one statement could take longer than a statement may, and then nothing of it would be kept. */
const AT_ONCE = 1_000;

/**
 * Makes due now what was put off for a reason that is gone, as one part of a statement. Of one endpoint a thousand at most;
 * others keep to their pauses.
 *
 * @param endpoints rows of `channel` and `name`.
 */
export const hurried = (endpoints: SQL): SQL => sql`
  update assent.outbox_delivery as delivery set next_attempt_at = clock_timestamp()
  where delivery.id in (
    select each.id from ${endpoints} as again cross join lateral (
      select waiting.id from assent.outbox_delivery as waiting
      where waiting.channel = again.channel and waiting.endpoint = again.name and waiting.state = 'queued'
        and waiting.next_attempt_at > now() and waiting.sending_until is null
        -- Not what its customer does not want yet.
        and waiting.queued_at <= now()
      order by waiting.next_attempt_at
      limit ${AT_ONCE}
      for update skip locked
    ) as each)`;
