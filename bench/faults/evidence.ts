import { checkpointSignatures } from "../../db/verification/checkpoint-signature.ts";
import { verifyAudit } from "../../db/verification/verify-audit.ts";
import { publicSigningKey } from "../../sandbox/pki.ts";
import type { Tried } from "./trial.ts";
import type { FaultWorld } from "./world.ts";

/** Seconds that an event may wait for its link after all that was done to the job that gives it one. */
const PATIENCE = 60;

/** The whole record as `npm run audit:verify` sees it. Bad luck must never look like somebody's doing. */
export async function verifyEvidence({ topology }: FaultWorld): Promise<Tried["findings"]> {
  const findings: Tried["findings"][number][] = [];
  await verifyAudit({
    databaseUrl: topology.databaseUrl,
    check: checkpointSignatures({ keys: [await publicSigningKey(topology.pkiFolder, "app")] }),
    kept: [],
    patience: PATIENCE,
    found: (finding) => findings.push({ fault: "lost", what: `audit:verify: ${JSON.stringify(finding)}` }),
  });
  return findings;
}
