import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { AuthorityInbox } from "~/ports/authority-inbox";
import type { AuthorityEvent } from "~/ports/authorization-server";
import type { Taken } from "~/ports/consent-register-upkeep";
import type { Database } from "../client.server";
import { createExecute } from "./execute";

/** JSON has no dates. */
const dates = z.object({
  at: z.coerce.date(),
  record: z.looseObject({
    createdAt: z.coerce.date(),
    updatedAt: z.coerce.date().optional(),
    expiresAt: z.coerce.date().optional(),
  }),
});

const read = (event: unknown): AuthorityEvent => {
  const { at, record } = dates.parse(event);
  return { ...(event as AuthorityEvent), at, record: record as unknown as AuthorityEvent["record"] };
};

/** What the authorization server told, in PostgreSQL. */
export function createAuthorityInbox(db: Database): AuthorityInbox {
  const execute = createExecute(db);
  return {
    async keep(event) {
      const kept = await execute(sql`
        insert into assent.authority_event_inbox (id, consent_id, event)
        values (${event.id}, ${event.record.id}, ${JSON.stringify(event)}::jsonb)
        on conflict (id) do nothing returning id`);
      return kept.length === 1;
    },

    // Longer than a batch takes; a second take of the same does no harm, since each is applied under a lock.
    async take(limit) {
      const rows = await execute<{ event: unknown }>(sql`
        with due as (
          select id from assent.authority_event_inbox where applied_at is null and due_at <= clock_timestamp()
          order by due_at limit ${limit} for update skip locked
        ), taken as (
          update assent.authority_event_inbox as inbox set due_at = clock_timestamp() + interval '10 seconds'
          from due where inbox.id = due.id returning inbox.received_at, inbox.event
        )
        select event from taken order by (event #>> '{record,revision}')::int nulls first, received_at`);
      return rows.map((row) => read(row.event));
    },

    async postpone({ id }, seconds) {
      await execute(sql`
        update assent.authority_event_inbox set due_at = clock_timestamp() + ${seconds} * interval '1 second'
        where id = ${id} and applied_at is null`);
    },

    async oldest() {
      const [row] = await execute<{ seconds: number }>(sql`
        select coalesce(extract(epoch from clock_timestamp() - min(received_at)), 0)::float8 as seconds
        from assent.authority_event_inbox where applied_at is null`);
      return row?.seconds ?? 0;
    },

    // A sender gives up after three days.
    async forgetOld() {
      const gone = await execute(sql`
        with old as (
          select id from assent.authority_event_inbox where applied_at < clock_timestamp() - interval '7 days'
          order by applied_at limit 1000 for update skip locked
        )
        delete from assent.authority_event_inbox as inbox using old where inbox.id = old.id returning inbox.id`);
      return gone.length;
    },
  };
}

const OUTCOMES = {
  older: "older",
  same: "same",
  entered: "moved",
  moved: "moved",
  repaired: "repaired",
  disputed: "disputed",
} as const;

/** That an event was taken in. Its content goes: it names a customer, and only its id is needed to know it again. */
export const applied = ({ id }: AuthorityEvent, taken: Exclude<Taken, "busy">): SQL => sql`
  update assent.authority_event_inbox set applied_at = clock_timestamp(), event = null, outcome = ${OUTCOMES[taken]}
  where id = ${id} and applied_at is null`;
