import postgres from "postgres";
import type { ChainFinding } from "~/domain/audit/chain-finding";
import type { CheckSignature } from "./checkpoint-signature.ts";
import { readCheckpoints } from "./read-checkpoints.ts";
import { lookAtQueue, lookForAdded } from "./unlinked-events.ts";
import { type Walk, type Walked, walkChains } from "./walk-chains.ts";

export interface Verification {
  readonly databaseUrl: string;
  readonly check: CheckSignature;
  /** Signed checkpoints from outside the database. */
  readonly kept: readonly string[];
  /** For so long an event may wait for its link, in seconds. */
  readonly patience: number;
  /** Told of each finding as it is made. */
  readonly found: (finding: ChainFinding) => void;
  readonly walked?: Walked;
}

/** What was looked at. */
export interface Coverage extends Walk {
  readonly checkpoints: number;
  /** Events that wait for their links, and may. */
  readonly waiting: number;
}

/**
 * Reads the whole record as it stands at one moment and computes every hash anew. Nothing that the database computes is
 * believed, and nothing in it is locked or changed.
 */
export async function verifyAudit({
  databaseUrl,
  check,
  kept,
  patience,
  found,
  walked,
}: Verification): Promise<Coverage> {
  const sql = postgres(databaseUrl, {
    max: 1,
    connect_timeout: 5,
    onnotice: () => {},
    // Whoever could change the record could also have put functions of their own before PostgreSQL's.
    connection: { application_name: "assent audit:verify", search_path: "pg_catalog", statement_timeout: 0 },
  });
  try {
    const coverage = await sql.begin("isolation level repeatable read read only", async (connection) => {
      const { places, checkpoints, retirements } = await readCheckpoints(connection, check, kept, found);
      const walk = await walkChains(connection, places, retirements, found, walked);
      await lookForAdded(connection, found);
      return { ...walk, checkpoints, waiting: await lookAtQueue(connection, patience, found) };
    });
    return coverage as Coverage;
  } finally {
    await sql.end();
  }
}
