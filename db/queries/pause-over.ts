import { sql } from "drizzle-orm";
import { asChangeId, asConsentId, asCustomerId, type ChangeId, type ConsentId } from "~/domain/shared/ids";
import type { AskedChange, PauseOver } from "~/ports/consent-changes";
import type { createExecute } from "./execute";

interface DueRow extends Record<string, unknown> {
  readonly id: string;
  readonly waiting: number;
}

interface PauseRow extends Record<string, unknown> {
  readonly consent_id: string;
  readonly customer_id: string;
  readonly correlation_id: string;
}

/** Pauses whose time is up by the database's clock, longest past first. */
export async function pausesOver(
  execute: ReturnType<typeof createExecute>,
  limit: number,
): Promise<readonly PauseOver[]> {
  const rows = await execute<DueRow>(sql`
    select id, extract(epoch from clock_timestamp() - paused_until)::int as waiting
    from assent.consent_change
    where paused_until <= clock_timestamp() and pause_seen_at is null and state = 'settled'
    order by paused_until limit ${limit}`);
  return rows.map(({ id, waiting }) => ({ pause: asChangeId(id), waitingSeconds: waiting }));
}

/**
 * Whether a pause was not ended otherwise: where the consent went on meanwhile, whoever saw to that, a later pause has an
 * end of its own or none. A hold of the bank over it, and the end of that, end no pause. The picture of the consent tells that, and where it was made anew, the changes do.
 */
const goesOn = sql`
  not exists (
    select from assent.consent_version_projection as version
    where version.consent_id = pause.consent_id and version.at > pause.intended_at
      and version.from_status = 'suspended' and version.to_status <> 'suspended')
  and not exists (
    select from assent.consent_change as later
    where later.consent_id = pause.consent_id and later.intended_at > pause.intended_at
      and later.state = 'settled' and later.move in ('suspend', 'resume') and not later.over_pause)`;

/**
 * The wish that ends a pause, which ends nothing but itself. Whether there is still something to resume, the life cycle
 * says when it is asked for.
 */
export async function endOfPause(
  execute: ReturnType<typeof createExecute>,
  id: ChangeId,
): Promise<AskedChange | undefined> {
  const [row] = await execute<PauseRow>(sql`
    select pause.consent_id, consent.customer_id, pause.correlation_id
    from assent.consent_change as pause join assent.consent_projection as consent using (consent_id)
    where pause.id = ${id}::uuid and consent.customer_id is not null and ${goesOn}`);
  return (
    row && {
      move: "resume",
      reason: "pause-over",
      actor: { type: "customer", id: asCustomerId(row.customer_id) },
      consentId: asConsentId(row.consent_id),
      // Of one pause there is one end, however often it is come upon.
      idempotencyKey: `pause-over ${id}`,
      correlationId: row.correlation_id,
    }
  );
}

/** When the pause that holds a consent ends by itself. */
export async function pausedUntil(
  execute: ReturnType<typeof createExecute>,
  consent: ConsentId,
): Promise<Date | undefined> {
  const [row] = await execute<{ until: string }>(sql`
    select extract(epoch from pause.paused_until) * 1000 as until
    from assent.consent_change as pause join assent.consent_projection as held using (consent_id)
    where pause.consent_id = ${consent} and pause.paused_until is not null and pause.pause_seen_at is null
      and pause.state = 'settled' and held.status = 'suspended' and ${goesOn}
    order by pause.intended_at desc limit 1`);
  return row && new Date(Number(row.until));
}

export async function pauseSeen(execute: ReturnType<typeof createExecute>, id: ChangeId): Promise<void> {
  await execute(sql`
    update assent.consent_change set pause_seen_at = clock_timestamp() where id = ${id}::uuid and pause_seen_at is null`);
}
