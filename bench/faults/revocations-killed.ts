import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { asClientId, asStaffId } from "../../app/domain/shared/ids.ts";
import type { CustomerVault } from "../../app/ports/customer-vault.ts";
import { openDatabase } from "../../db/client.server.ts";
import { createBulkRevocations } from "../../db/queries/bulk-revocations.ts";
import { type Chance, chanceOf } from "../../sandbox/bank/core/chance.ts";
import type { Finding } from "./judge.ts";
import { type EndedLedger, judgeEnded } from "./judge-ended.ts";
import type { Trial, Tried } from "./trial.ts";
import { until } from "./until.ts";
import type { FaultWorld } from "./world.ts";

/** More than one batch of the job, so that workers die within one and between two. */
const CONSENTS_A_LIST = 1_200;
/** A real authorization server ends some twenty a second where much else runs. */
const LIST_TAKES_MS = 300_000;
/** Somewhere within the next so many milliseconds a worker dies. */
const WITHIN_MS = 1_500;
/** What a dead one had asked the database for is done or given up by then. */
const LAST_WORDS_MS = 1_000;
/** R12: after that long somebody else is at it. */
const RESUMES_MS = 5_000;

/** Two workers end lists that were approved, and now and then one of them is killed, whichever. */
async function killedMidList(world: FaultWorld, kills: number, comeBack = true): Promise<Tried> {
  const chance = chanceOf("a list is killed");
  const workers = [world.worker, world.otherWorker] as const;
  const run = `ending-${randomUUID()}`;
  const gaps: number[] = [];
  const findings: Finding[] = [];
  const lists: string[] = [];
  await world.app.start({ WORKER: "off" });
  await Promise.all(workers.map((worker) => worker.start()));
  try {
    while (gaps.length < kills) {
      const list = await anApprovedList(world, `${run}-${lists.length}`);
      lists.push(list);
      while (gaps.length < kills && (await atWork(world, list, chance))) {
        const [before] = await leaseOf(world, list);
        const victims = comeBack ? [chance.pick(workers)] : workers;
        await Promise.all(victims.map((worker) => worker.kill()));
        const [gap] = await Promise.all([
          resumed(world, list, before?.by),
          comeBack && Promise.all(victims.map((worker) => worker.start())),
        ]);
        gaps.push(gap);
        if (gap > RESUMES_MS)
          findings.push({ fault: "stuck", consentId: list, what: `taken up again after ${gap.toFixed(0)} ms` });
      }
      await until("the list is over", () => isOver(world, list), comeBack ? LIST_TAKES_MS : 1_000);
      findings.push(...(await judgeList(world, list)));
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.stop()));
    await world.app.start();
  }
  const longest = (Math.max(...gaps) / 1_000).toFixed(1);
  const consents = lists.length * CONSENTS_A_LIST;
  return { done: `${gaps.length} kills, ${consents} consents, taken up after ${longest} s at most`, findings };
}

/**
 * Consents of one app, live on both sides, and a list of them that two people agreed on. Without triggers, because the
 * authorization server would tell of each.
 */
async function anApprovedList({ sql, topology }: FaultWorld, run: string): Promise<string> {
  await sql.begin(async (transaction) => {
    await transaction`set local session_replication_role = replica`;
    await transaction`
      insert into consent (id, client_id, type, api_version, status, request, interaction_id, subject)
      select ${run} || '-' || nth, ${run}, 'account_access', 'v4.0', 'authorised',
        '{"Data":{"Permissions":["ReadAccountsBasic"]},"Risk":{}}', gen_random_uuid()::text, 'cus-1'
      from generate_series(1, ${CONSENTS_A_LIST}::int) as nth`;
    await transaction`
      insert into assent.consent_projection (consent_id, client_id, kind, status, reason, version, account_ids,
        created_at, changed_at, authority_revision)
      select id, client_id, 'account-access', 'authorised', 'customer-approved', 1, '{}', created_at, created_at, 1
      from consent where client_id = ${run}`;
    await transaction`
      insert into assent.consent_version_projection (consent_id, version, at, move, to_status, actor_type, reason,
        source, difference, correlation_id)
      select id, 1, created_at, 'import', 'authorised', 'tpp', 'imported', 'reconcile', '{}', interaction_id
      from consent where client_id = ${run}`;
  });
  const { db, close } = openDatabase(topology.databaseUrl, 2);
  try {
    const revocations = createBulkRevocations(db, { tenant: "default", vault: NOBODYS });
    const askedBy = asStaffId("lead");
    const correlationId = randomUUID();
    const scope = { by: "tpp", client: asClientId(run) } as const;
    const asked = { scope, reason: "tpp-deauthorised", by: askedBy, idempotencyKey: run, correlationId } as const;
    const id = await revocations.prepare(asked);
    await until("it is listed", async () => (await revocations.read(id))?.state === "prepared");
    const { setHash = "", count = 0, reason = asked.reason } = (await revocations.read(id)) ?? {};
    if (count !== CONSENTS_A_LIST) throw new Error(`${count} consents were listed`);
    await revocations.start({ id, setHash, count, reason, askedBy, approvalId: randomUUID(), correlationId });
    return id;
  } finally {
    await close();
  }
}

/** No customer is named by a TPP's list. */
const NOBODYS: CustomerVault = {
  of: () => Promise.reject(new Error("nobody's key is asked for")),
  find: async () => undefined,
  byRef: async () => undefined,
};

/** Somebody has it, for a while that nobody can foresee. @returns false when it is over */
async function atWork(world: FaultWorld, list: string, chance: Chance): Promise<boolean> {
  await until("somebody has the list", async () => {
    const [lease] = await leaseOf(world, list);
    return lease?.isOver === true || (lease?.by ?? null) !== null;
  });
  await sleep(chance.between(0, WITHIN_MS));
  return !(await isOver(world, list));
}

const leaseOf = ({ sql }: FaultWorld, list: string) =>
  sql<{ by: string | null; until: string | null; isOver: boolean }[]>`
    select leased_by::text as by, leased_until::text as until, ended_at is not null as "isOver"
    from assent.bulk_revocation where id = ${list}::uuid`;

const isOver = async (world: FaultWorld, list: string) => (await leaseOf(world, list))[0]?.isOver === true;

/**
 * How long after a kill somebody has the list who lives: another than before, or the same who goes on. What the dead one
 * asked for last can still be on its way to the disk.
 *
 * @returns milliseconds; infinite when nobody did
 */
async function resumed(world: FaultWorld, list: string, by: string | null | undefined): Promise<number> {
  const begun = performance.now();
  let known: string | null | undefined;
  for (;;) {
    const [lease] = await leaseOf(world, list);
    const ms = performance.now() - begun;
    if (!lease || lease.isOver || (lease.by !== null && lease.by !== by)) return ms;
    if (ms > LAST_WORDS_MS && known === undefined) known = lease.until;
    if (known !== undefined && lease.until !== known) return ms;
    if (ms > RESUMES_MS * 2) return Number.POSITIVE_INFINITY;
    await sleep(20);
  }
}

async function judgeList({ sql }: FaultWorld, list: string): Promise<readonly Finding[]> {
  const rows = await sql<EndedLedger[]>`
    select item.consent_id as "consentId", item.state as item, picture.status, consent.status as held, consent.revision,
      (select count(*)::int from assent.consent_change as change where change.consent_id = item.consent_id) as changes,
      (select count(*)::int from assent.audit_event as event where event.consent_id = item.consent_id
        and type = 'change-intended') as intended,
      (select count(*)::int from assent.audit_event as event where event.consent_id = item.consent_id
        and type = 'change-settled') as settled,
      (select count(*)::int from assent.audit_event as event where event.consent_id = item.consent_id
        and type = 'consent-moved') as moved,
      (select count(*)::int - 1 from assent.consent_version_projection as version
        where version.consent_id = item.consent_id) as versions,
      (select count(*)::int from assent.outbox_event as event where event.consent_id = item.consent_id) as events
    from assent.bulk_revocation_item as item
      join assent.consent_projection as picture using (consent_id) join consent on consent.id = item.consent_id
    where item.set_id = ${list}::uuid`;
  const findings = rows.flatMap(judgeEnded);
  const [told] = await sql<{ state: string; revoked: number; begun: number; ends: number }[]>`
    select state, revoked, begun, (select count(*)::int from assent.audit_event
      where type = 'revocation-ended' and detail ->> 'revocationId' = ${list}) as ends
    from assent.bulk_revocation where id = ${list}::uuid`;
  const isRight =
    told?.state === "done" && told.revoked === CONSENTS_A_LIST && told.begun === CONSENTS_A_LIST && told.ends === 1;
  if (rows.length !== CONSENTS_A_LIST)
    findings.push({ fault: "lost", consentId: list, what: `${rows.length} of ${CONSENTS_A_LIST} consents` });
  if (!isRight) findings.push({ fault: "stuck", consentId: list, what: JSON.stringify(told) });
  return findings;
}

export const revocationsKilled: Trial = {
  figure: "R12",
  what: "kill -9 of one of two workers while they end lists of consents",
  slow: true,
  times: { long: 50, short: 5, control: 1 },
  run: killedMidList,
  control: {
    broken: "no worker comes back",
    run: (world, kills) => killedMidList(world, kills, false),
  },
};
