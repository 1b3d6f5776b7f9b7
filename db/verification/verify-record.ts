import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import type { ChainFinding } from "~/domain/audit/chain-finding";
import type { Look } from "~/ports/asked-checks";
import type { RecordVerified } from "~/ports/audit-standing";
import type { Database } from "../client.server";
import { createExecute } from "../queries/execute";
import type { CheckSignature } from "./checkpoint-signature";
import { verifyAudit } from "./verify-audit";

interface Needs {
  readonly db: Database;
  readonly databaseUrl: string;
  readonly check: CheckSignature;
}

/** As `audit:verify` has it: for so long an event may wait for its link, in seconds. */
const PATIENCE = 60;
/** Findings that are kept; the others are counted. */
const KEPT = 100;

/**
 * Looks through the whole record beside other work of the same process: as long as it computes it rests, so that whoever
 * waits for a page waits no longer than for one batch.
 */
export const verifyRecord =
  ({ db, databaseUrl, check }: Needs): Look =>
  async ({ cameTo }) => {
    const expected = await linksIn(db);
    const findings: ChainFinding[] = [];
    let found = 0;
    let restedAt = performance.now();
    const coverage = await verifyAudit({
      databaseUrl,
      check,
      kept: [],
      patience: PATIENCE,
      found: (finding) => {
        found += 1;
        if (findings.length < KEPT) findings.push(finding);
      },
      walked: async (links) => {
        await cameTo(links, expected);
        await sleep(performance.now() - restedAt);
        restedAt = performance.now();
      },
    });
    return { ...coverage, found, findings } satisfies RecordVerified;
  };

/** One look into the index for each tenant. */
async function linksIn(db: Database): Promise<number> {
  const [row] = await createExecute(db)<{ links: string }>(sql`
    with recursive chains (tenant) as (
      (select tenant from assent.audit_link order by tenant limit 1)
      union all
      select (select tenant from assent.audit_link where tenant > chains.tenant order by tenant limit 1)
      from chains where chains.tenant is not null
    )
    select coalesce(sum(head.seq), 0)::text as links
    from chains cross join lateral (
      select seq from assent.audit_link where tenant = chains.tenant order by seq desc limit 1) as head`);
  return Number(row?.links ?? 0);
}
