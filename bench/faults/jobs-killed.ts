import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type Chance, chanceOf } from "../../sandbox/bank/core/chance.ts";
import type { Finding } from "./judge.ts";
import type { Trial, Tried } from "./trial.ts";
import { until } from "./until.ts";
import type { FaultWorld } from "./world.ts";

/** Two batches and a half of the job: each life of a worker meets the edge of one. */
const CONSENTS_A_KILL = 2_500;

/** Milliseconds around an edge in which a worker dies: at once, or somewhere in the next batch. */
const AROUND_THE_EDGE = 60;

/** Consents come to their end by the thousand, and of two workers one dies whenever a batch was written. */
async function killedAtEdges(world: FaultWorld, kills: number, comeBack = true): Promise<Tried> {
  const chance = chanceOf("a batch ends");
  const run = `expiring-${randomUUID()}`;
  const workers = [world.worker, world.otherWorker] as const;
  await world.app.start({ WORKER: "off" });
  await Promise.all(workers.map((worker) => worker.start()));
  for (let kill = 0; kill < kills; kill++) {
    await atTheirEnd(world, `${run}-${kill}`);
    const victim = comeBack ? [chance.pick(workers)] : workers;
    await afterAnEdge(world, run, chance);
    await Promise.all(victim.map((worker) => worker.kill()));
    if (comeBack) await Promise.all(victim.map((worker) => worker.start()));
  }
  const begun = performance.now();
  await until(
    "all have expired",
    async () => (await expired(world, run)) === kills * CONSENTS_A_KILL,
    comeBack ? 60_000 : 5_000,
  );
  const seconds = ((performance.now() - begun) / 1_000).toFixed(0);
  const findings = await judgeExpired(world, run, kills * CONSENTS_A_KILL);
  await Promise.all(workers.map((worker) => worker.stop()));
  await world.app.start();
  return { done: `${kills} kills of workers, ${kills * CONSENTS_A_KILL} consents, done ${seconds} s later`, findings };
}

/**
 * Authorised consents whose end has come, on both sides: what is here and not there would be another fault. Without
 * triggers, because the authorization server would tell of each.
 */
async function atTheirEnd({ sql }: FaultWorld, run: string): Promise<void> {
  await sql.begin(async (transaction) => {
    await transaction`set local session_replication_role = replica`;
    await transaction`
      insert into consent (id, client_id, type, api_version, status, request, expires_at, interaction_id, subject)
      select ${run} || '-' || nth, 'tpp-beacon', 'account_access', 'v4.0', 'authorised',
        '{"Data":{"Permissions":["ReadAccountsBasic"]},"Risk":{}}', clock_timestamp(), gen_random_uuid()::text, 'cus-1'
      from generate_series(1, ${CONSENTS_A_KILL}::int) as nth`;
    await transaction`
      insert into assent.consent_projection (consent_id, client_id, kind, status, reason, version, account_ids,
        created_at, changed_at, expires_at)
      select id, client_id, 'account-access', 'authorised', 'customer-approved', 1, '{}', created_at, created_at,
        expires_at
      from consent where id like ${`${run}-%`}`;
    await transaction`
      insert into assent.consent_version_projection (consent_id, version, at, move, to_status, actor_type, reason,
        source, difference, correlation_id)
      select id, 1, created_at, 'import', 'authorised', 'tpp', 'imported', 'reconcile', '{}', interaction_id
      from consent where id like ${`${run}-%`}`;
  });
}

async function afterAnEdge(world: FaultWorld, run: string, chance: Chance): Promise<void> {
  const before = await expired(world, run);
  const end = performance.now() + 20_000;
  while (performance.now() < end && (await expired(world, run)) === before) await sleep(2);
  await sleep(chance.between(0, AROUND_THE_EDGE));
}

async function expired({ sql }: FaultWorld, run: string): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from assent.consent_projection
    where status = 'expired' and consent_id like ${`${run}-%`}`;
  return row?.count ?? 0;
}

/** Each expired once: one version more, one audit event, one event for the outside. */
async function judgeExpired({ sql }: FaultWorld, run: string, consents: number): Promise<readonly Finding[]> {
  const rows = await sql<
    { consentId: string; status: string; version: number; versions: number; events: number; audit: number }[]
  >`
    select consent.consent_id as "consentId", consent.status, consent.version,
      (select count(*)::int from assent.consent_version_projection where consent_id = consent.consent_id) as versions,
      (select count(*)::int from assent.outbox_event where consent_id = consent.consent_id) as events,
      (select count(*)::int from assent.audit_event where consent_id = consent.consent_id) as audit
    from assent.consent_projection as consent where consent.consent_id like ${`${run}-%`}`;
  const findings = rows.flatMap(({ consentId, ...row }): Finding[] => {
    const { status, version, versions, events, audit } = row;
    if (status === "expired" && version === 2 && versions === 2 && events === 1 && audit === 1) return [];
    const fault = Math.max(versions - 1, events, audit) > 1 ? "doubled" : status === "expired" ? "lost" : "stuck";
    return [{ fault, consentId, what: JSON.stringify(row) }];
  });
  if (rows.length === consents) return findings;
  return [...findings, { fault: "lost", consentId: run, what: `${rows.length} of ${consents} consents` }];
}

export const jobsKilled: Trial = {
  figure: "R12",
  what: "kill -9 of one of two workers whenever a batch of expiries was written",
  times: { long: 50, short: 0, control: 1 },
  run: killedAtEdges,
  control: {
    broken: "no worker comes back",
    run: (world, kills) => killedAtEdges(world, kills, false),
  },
};
