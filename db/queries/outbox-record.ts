import { type SQL, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { REST_AFTER_FAILURES, type RetrySchedule } from "~/domain/notifications/retry-schedule";
import type { Attempt } from "~/ports/outbox";
import { hurried } from "./outbox-hurried";

/**
 * What became of many attempts, in one statement: the attempts themselves, the deliveries, and how their endpoints fare.
 *
 * A delivery that was ended meanwhile, by acknowledgement or by another worker, stays as it is. One that another worker
 * has taken up meanwhile is left to that one, unless this attempt got through.
 */
export function recorded(attempts: readonly Attempt[], schedule: RetrySchedule): SQL {
  return sql`
  with attempt as (
    select * from jsonb_to_recordset(${JSON.stringify(attempts.map((each) => written(each, schedule)))}::jsonb)
      as attempt (id uuid, delivery_id uuid, channel text, endpoint text, claim timestamptz, outcome text, code int,
        problem text, took_ms int, pause_ms float8)
  ), kept as (
    insert into assent.delivery_attempt (id, delivery_id, at, outcome, code, duration_ms)
    select id, delivery_id, clock_timestamp(), outcome, code, took_ms from attempt
  ), locked as (
    -- In one order, so that nobody waits for this statement while it waits for them: a TPP may acknowledge the same events.
    select id from assent.outbox_delivery where id in (select delivery_id from attempt) order by id for update
  ), done as (
    update assent.outbox_delivery as delivery
    set state = ${stateAfter(schedule)}, problem = attempt.problem, sending_until = null,
      next_attempt_at = clock_timestamp() + ${pauseMs(schedule)} * interval '1 millisecond',
      ended_at = case when ${stateAfter(schedule)} <> 'queued' then clock_timestamp() end
    from attempt join locked on locked.id = attempt.delivery_id
    where delivery.id = attempt.delivery_id and delivery.state = 'queued'
      and (attempt.outcome = 'delivered' or delivery.sending_until = attempt.claim)
  ), heard as (
    select channel, endpoint as name, count(*) filter (where outcome = 'failed')::int as failures,
      bool_or(outcome in ('delivered', 'refused')) as answers
    from attempt group by channel, endpoint
    having bool_or(outcome in ('delivered', 'refused', 'failed'))
  ), back as (
    -- As it was before this statement: who answers again after a rest.
    select channel, name from heard join assent.delivery_endpoint as health using (channel, name)
    where heard.answers and health.failures >= ${REST_AFTER_FAILURES}
  ), hurried as (
    -- Their pauses were meant for an endpoint that is down.
    ${hurried(sql`back`)}
  )
  insert into assent.delivery_endpoint as health (channel, name, failures)
  select channel, name, case when answers then 0 else failures end from heard order by channel, name
  on conflict (channel, name) do update set
    failures = case when excluded.failures = 0 then 0 else health.failures + excluded.failures end,
    rested_until = case when excluded.failures > 0 and health.failures + excluded.failures >= ${REST_AFTER_FAILURES}
      then clock_timestamp() + ${schedule.restMs} * interval '1 millisecond' end
  where excluded.failures > 0 or health.failures > 0`;
}

const stateAfter = ({ giveUpAfterMs }: RetrySchedule): SQL => sql`
  case attempt.outcome when 'delivered' then 'delivered' when 'skipped' then 'skipped' when 'refused' then 'parked'
    when 'failed' then case
      when delivery.queued_at < now() - ${giveUpAfterMs} * interval '1 millisecond' then 'expired' else 'queued' end
    else 'queued' end`;

/** Whoever rests is asked by one at a time anyway: a long pause would only outlast the outage. */
const pauseMs = ({ restMs }: RetrySchedule): SQL => sql`
  case when exists (
    select from assent.delivery_endpoint as health
    where health.channel = delivery.channel and health.name = delivery.endpoint and health.failures >= ${REST_AFTER_FAILURES})
  then least(attempt.pause_ms, ${restMs}) else attempt.pause_ms end`;

function written({ delivery, sent, tookMs }: Attempt, schedule: RetrySchedule) {
  return {
    id: uuidv7(),
    delivery_id: delivery.id,
    channel: delivery.channel,
    endpoint: delivery.endpoint,
    claim: delivery.claim,
    outcome: sent.outcome,
    code: ("code" in sent && sent.code) || null,
    problem: "problem" in sent ? sent.problem : null,
    took_ms: Math.round(tookMs),
    pause_ms: sent.outcome === "failed" ? schedule.pauseAfter(delivery.attempts) : 0,
  };
}
