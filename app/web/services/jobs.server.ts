import type { Database } from "#db/client.server";
import { createAuditChain } from "#db/queries/audit-chain";
import { createMakeAuditMonths } from "#db/queries/audit-months";
import { auditMonths } from "~/jobs/audit-months";
import type { Job } from "~/jobs/job";
import type { RoundHeard } from "~/jobs/run-jobs";
import { sealAudit } from "~/jobs/seal-audit";
import type { Signer } from "~/ports/signer";
import { log } from "../log.server";

/** What keeps the record of evidence in its chain. A bank keeps the log elsewhere, where the database cannot reach it. */
export const auditJobs = (db: Database, signer: Signer): readonly Job[] => [
  sealAudit({
    chain: createAuditChain(db),
    signer,
    announce: (checkpoint) => log().info(checkpoint, "audit checkpoint"),
  }),
  auditMonths({ makeMonths: createMakeAuditMonths(db) }),
];

/** One line for each round that did something, or could not. */
export const logRound: RoundHeard = (job, round) => {
  const tookMs = Math.round(round.tookMs);
  if (round.outcome === "failed") return log().error({ job, tookMs, err: round.failed }, "a round failed");
  const { counts, lagSeconds } = round.round;
  if (Object.values(counts).some((count) => count > 0))
    log().info({ job, tookMs, counts, lagSeconds }, "a round did work");
};

export function warnOfRights({ couldChangeEvidence }: { readonly couldChangeEvidence: boolean }): void {
  if (couldChangeEvidence) {
    log().warn(
      "the login of DATABASE_URL could change evidence; give the app one that is a member of assent_app alone",
    );
  }
}
