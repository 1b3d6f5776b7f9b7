import { sql } from "drizzle-orm";
import type { ChangeMove, Changer } from "~/domain/consent/change";
import type { ConsentId } from "~/domain/shared/ids";
import type { ChangeUnderWay } from "~/ports/consent-changes";
import type { createExecute } from "./execute";

interface UnderWayRow extends Record<string, unknown> {
  readonly consent_id: ConsentId;
  readonly move: ChangeMove;
  readonly actor_type: Changer["type"];
  /** Milliseconds since 1970. */
  readonly since: string;
}

/** One look into the index of what is under way, however many consents a page shows. */
export async function changesUnderWay(
  execute: ReturnType<typeof createExecute>,
  ids: readonly ConsentId[],
): Promise<ReadonlyMap<ConsentId, ChangeUnderWay>> {
  if (ids.length === 0) return new Map();
  const rows = await execute<UnderWayRow>(sql`
    select consent_id, move, actor_type, extract(epoch from intended_at) * 1000 as since
    from assent.consent_change where state = 'intended' and consent_id = any(${sql.param([...ids])}::text[])`);
  return new Map(
    rows.map(({ consent_id, move, actor_type: by, since }) => [
      consent_id,
      { move, by, since: new Date(Number(since)) },
    ]),
  );
}
