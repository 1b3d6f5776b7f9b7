import type { TransactionSql } from "postgres";
import type { ChainFinding } from "~/domain/audit/chain-finding";

interface Unlinked {
  readonly tenant: string;
  readonly eventId: string;
  readonly at: string;
}

const AT_ONCE = 1_000;

/** Events that are neither linked nor waiting for their link: nobody wrote them through the front door. */
export async function lookForAdded(connection: TransactionSql, found: (finding: ChainFinding) => void): Promise<void> {
  // Everything against everything: one pass over each, and no longer along the indexes.
  await connection`set local enable_hashjoin = on`;
  await connection`set local enable_seqscan = on`;
  const rows = connection<Unlinked[]>`
    select event.tenant, event.id::text as "eventId", extract(epoch from event.at)::text as at
    from assent.audit_event as event
    where not exists (
        select from assent.audit_link as link where link.event_id = event.id and link.event_at = event.at)
      and not exists (
        select from assent.audit_unsealed as queue where queue.event_id = event.id and queue.at = event.at)`;
  for await (const batch of rows.cursor(AT_ONCE)) for (const row of batch) found({ what: "added", ...row });
}

/**
 * Events that wait for their links: those that wait for too long, and those that are gone. As of the beginning: to look
 * through a long record takes longer than an event may wait, and what waited then has its link by now.
 *
 * @param patience for how long an event may wait, in seconds.
 * @returns how many wait and may.
 */
export async function lookAtQueue(
  connection: TransactionSql,
  patience: number,
  found: (finding: ChainFinding) => void,
): Promise<number> {
  const rows = connection<(Unlinked & { there: boolean; late: boolean })[]>`
    select queue.tenant, queue.event_id::text as "eventId", extract(epoch from queue.at)::text as at,
      event.id is not null as there, queue.at < now() - make_interval(secs => ${patience}) as late
    from assent.audit_unsealed as queue
    left join assent.audit_event as event on event.id = queue.event_id and event.at = queue.at`;
  let waiting = 0;
  for await (const batch of rows.cursor(AT_ONCE)) {
    for (const { there, late, ...event } of batch) {
      if (!there) found({ what: "missing", ...event });
      else if (late) found({ what: "unsealed", ...event });
      else waiting += 1;
    }
  }
  return waiting;
}
