import { type Database, openDatabase } from "#db/client.server";
import { createAuditChain } from "#db/queries/audit-chain";
import { createMakeAuditMonths } from "#db/queries/audit-months";
import { countDue, createRetention } from "#db/queries/retention";
import { createSealedKeys } from "#db/queries/sealed-keys";
import type { Env } from "~/env.server";
import { auditMonths } from "~/jobs/audit-months";
import type { Job } from "~/jobs/job";
import { resealKeys } from "~/jobs/reseal-keys";
import type { RoundHeard } from "~/jobs/run-jobs";
import { sealAudit } from "~/jobs/seal-audit";
import { sweeps } from "~/jobs/sweep";
import type { RetentionPeriods } from "~/ports/retention";
import type { SealedUnder } from "~/ports/sealed-keys";
import type { Signer } from "~/ports/signer";
import { log } from "../log.server";
import { createSeal } from "../seal.server";

/** What keeps the record of evidence in its chain. A bank keeps the log elsewhere, where the database cannot reach it. */
export const auditJobs = (db: Database, signer: Signer): readonly Job[] => [
  sealAudit({
    chain: createAuditChain(db),
    signer,
    announce: (checkpoint) => log().info(checkpoint, "audit checkpoint"),
  }),
  auditMonths({ makeMonths: createMakeAuditMonths(db) }),
];

export const sweepJobs = (db: Database, settings: Env): readonly Job[] =>
  sweeps({ retention: createRetention(db, periodsOf(settings)) });

/** What the sweeps would take now. Without a time limit: all of it is looked at. */
export async function dueToGo(settings: Env): Promise<Readonly<Record<string, number>>> {
  const { db, close } = openDatabase(settings.DATABASE_URL, 1, 0);
  return countDue(db, periodsOf(settings)).finally(close);
}

export const periodsOf = (settings: Env): RetentionPeriods => ({
  pages: settings.PAGES_KEPT_FOR,
  visits: settings.VISITS_KEPT_FOR,
  records: settings.RECORDS_KEPT_FOR,
  notices: settings.NOTICES_KEPT_FOR,
  deliveries: settings.DELIVERIES_KEPT_FOR,
  findings: settings.FINDINGS_KEPT_FOR,
  reads: settings.READS_KEPT_FOR,
});

const sealedKeysOf = (db: Database) =>
  createSealedKeys(db, { key: createSeal("customer-key"), visit: createSeal("consent-desk") });

export const keyJobs = (db: Database): readonly Job[] => [resealKeys({ sealedKeys: sealedKeysOf(db) })];

/** What lies sealed, by the key that it is sealed with. */
export const sealedUnder = (db: Database): Promise<readonly SealedUnder[]> => sealedKeysOf(db).left();

/** What is lost for as long as its key is missing: the evidence of the customers whose keys these are. */
export function warnOfMissingKeys(all: readonly SealedUnder[]): void {
  for (const { key, keys, visits } of all.filter(({ opens }) => !opens)) {
    log().error(
      { key, keys, visits },
      "sealed with a key that SESSION_KEYS lacks: put that key back behind the others",
    );
  }
}

/** One line for each round that did something, or could not. */
export const logRound: RoundHeard = (job, round) => {
  const tookMs = Math.round(round.tookMs);
  if (round.outcome === "failed") return log().error({ job, tookMs, err: round.failed }, "a round failed");
  const { counts, lagSeconds } = round.round;
  if (Object.values(counts).some((count) => count > 0))
    log().info({ job, tookMs, counts, lagSeconds }, "a round did work");
};

/** Nothing is served until it is there, and an operator who has just started the app is looking. */
export const warnOfDatabase = (err: unknown): void => log().error({ err }, "the app waits for its database");

export function warnOfRights({ couldChangeEvidence }: { readonly couldChangeEvidence: boolean }): void {
  if (couldChangeEvidence) {
    log().warn(
      "the login of DATABASE_URL could change evidence; give the app one that is a member of assent_app alone",
    );
  }
}
