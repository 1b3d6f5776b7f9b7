import { sql } from "drizzle-orm";
import { asChangeId, asConsentId, asCustomerId, type ChangeId } from "~/domain/shared/ids";
import type { PauseOver } from "~/ports/consent-changes";
import type { createExecute } from "./execute";

interface PauseRow extends Record<string, unknown> {
  readonly id: string;
  readonly consent_id: string;
  readonly customer_id: string | null;
  readonly correlation_id: string;
  readonly waiting: number;
}

/**
 * Pauses whose time is up by the database's clock, longest past first. Whether there is still something to resume, the
 * life cycle says when it is asked for.
 */
export async function pausesOver(
  execute: ReturnType<typeof createExecute>,
  limit: number,
): Promise<readonly PauseOver[]> {
  const rows = await execute<PauseRow>(sql`
    select change.id, change.consent_id, consent.customer_id, change.correlation_id,
      extract(epoch from clock_timestamp() - paused_until)::int as waiting
    from assent.consent_change as change join assent.consent_projection as consent using (consent_id)
    where paused_until <= clock_timestamp() and pause_seen_at is null and state = 'settled'
    order by paused_until limit ${limit}`);
  return rows.map(({ id, consent_id, customer_id, correlation_id, waiting }) => ({
    pause: asChangeId(id),
    ...(customer_id !== null && {
      asked: {
        move: "resume",
        reason: "pause-over",
        actor: { type: "customer", id: asCustomerId(customer_id) },
        consentId: asConsentId(consent_id),
        // Of one pause there is one end, however often it is come upon.
        idempotencyKey: `pause-over ${id}`,
        correlationId: correlation_id,
      },
    }),
    waitingSeconds: waiting,
  }));
}

export async function pauseSeen(execute: ReturnType<typeof createExecute>, id: ChangeId): Promise<void> {
  await execute(sql`
    update assent.consent_change set pause_seen_at = clock_timestamp() where id = ${id}::uuid and pause_seen_at is null`);
}
