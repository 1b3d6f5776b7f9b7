import { sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { asDeliveryId } from "~/domain/shared/ids";
import type { TppEventQueue } from "~/ports/tpp-event-queue";
import type { Database } from "../client.server";
import { createExecute } from "./execute";

interface WaitingRow extends Record<string, unknown> {
  readonly id: string;
  readonly body: string;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What waits for a TPP, in PostgreSQL: answers and the next events are one statement. */
export function createTppEventQueue(db: Database): TppEventQueue {
  const execute = createExecute(db);
  return {
    async poll(client, { limit, acknowledged, refused }) {
      const answers = [
        // Of an event that is named twice, the acknowledgement counts: it was taken over.
        ...refused.filter(({ id }) => !acknowledged.includes(id)),
        ...acknowledged.map((id) => ({ id, fault: null })),
      ].filter(({ id }) => UUID.test(id));
      // Only what is the TPP's own and still waits can be answered; all else in the list is passed over.
      const waiting = await execute<WaitingRow>(sql`
        with answer as (
          select id, fault, attempt from jsonb_to_recordset(${JSON.stringify(
            answers.map((answer) => ({ ...answer, attempt: uuidv7() })),
          )}::jsonb) as given (id uuid, fault text, attempt uuid)
        ), locked as (
          -- In one order, so that two who answer for the same events wait for each other one after the other.
          select delivery.id from assent.outbox_delivery as delivery
          where delivery.id in (select id from answer) and delivery.channel = 'tpp' and delivery.endpoint = ${client}
            and delivery.state = 'queued'
          order by delivery.id
          for update
        ), ended as (
          update assent.outbox_delivery as delivery set
            state = case when answer.fault is null then 'delivered' else 'parked' end,
            problem = 'the TPP answered ' || answer.fault,
            ended_at = clock_timestamp(), attempts = attempts + 1, sending_until = null
          from answer join locked using (id)
          where delivery.id = answer.id
          returning delivery.id, answer.attempt, answer.fault
        ), noted as (
          insert into assent.delivery_attempt (id, delivery_id, at, outcome, duration_ms)
          select attempt, id, clock_timestamp(), case when fault is null then 'acknowledged' else 'refused' end, 0
          from ended
        )
        select delivery.id, delivery.body from assent.outbox_delivery as delivery
        where delivery.channel = 'tpp' and delivery.endpoint = ${client} and delivery.state = 'queued'
          -- What this statement ends is still queued in its own view.
          and delivery.id not in (select id from answer)
          and exists (select from assent.event_subscription where client_id = ${client})
        -- Of one consent an older change is queued before a newer one; and an index leads there, however many wait.
        order by delivery.queued_at, delivery.consent_id, delivery.version
        limit ${limit + 1}`);
      return {
        events: waiting.slice(0, limit).map(({ id, body }) => ({ id: asDeliveryId(id), token: body })),
        more: waiting.length > limit,
      };
    },
  };
}
