import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { startFaultWorld } from "./faults/world.ts";

/**
 * `npm run bench:reconcile`: consents change at the authorization server and nobody tells us. How long until our picture
 * holds what it does, with so many consents (`-- <consents>`, 100,000 otherwise), the app as it is shipped.
 */

const CONSENTS = Number(process.argv[2] ?? 100_000);
/** Changes that are lost, one after the other over a little more than one whole walk. */
const CHANGES = 200;
/** Seconds. */
const LONGEST = 30 * 60;

const world = await startFaultWorld();
const { sql } = world;
try {
  console.log(`${CONSENTS} consents are made`);
  await sql`set session_replication_role = replica`;
  const request = { Data: { Permissions: ["ReadAccountsBasic", "ReadBalances"] }, Risk: {} };
  await sql`
    insert into consent (id, client_id, type, api_version, status, request, created_at, subject, account_ids,
      interaction_id)
    select 'aac-' || md5(nth::text), 'tpp-beacon', 'account_access', 'v4.0', 'authorised',
      ${JSON.stringify(request)}::text::json, now() - nth * interval '1 second', 'cus-' || nth % 50000,
      array['acc-' || nth], gen_random_uuid()::text
    from generate_series(1, ${CONSENTS}::int) as nth`;
  await sql`
    insert into assent.consent_projection (consent_id, client_id, kind, customer_id, status, reason, version, account_ids,
      created_at, changed_at, authority_revision)
    select id, client_id, 'account-access', subject, 'authorised', 'as-found', 1, account_ids, created_at, now(), 1
    from consent`;
  await sql`
    insert into assent.consent_version_projection (consent_id, version, at, move, to_status, actor_type, reason, source,
      difference, correlation_id)
    select consent_id, 1, changed_at, 'import', status, 'system', reason, 'reconcile', '{}', 'bench'
    from assent.consent_projection`;
  await sql`analyze`;

  const whole = await secondsOfWalk();
  console.log(`one walk: ${whole.toFixed(0)} s, ${(CONSENTS / whole).toFixed(0)} consents a second`);
  const took = await lose((whole * 1.1) / CHANGES);
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))]?.toFixed(0);
  console.log(
    `${took.length} of ${CHANGES} lost changes repaired: p50 ${at(0.5)} s, p99 ${at(0.99)} s, longest ${at(1)} s`,
  );
  if (took.length < CHANGES) process.exitCode = 1;
} finally {
  await world.stop();
}

/** From the end of one walk to the end of the next. */
async function secondsOfWalk(): Promise<number> {
  const ended = async (after: number) => {
    for (const begun = performance.now(); performance.now() - begun < LONGEST * 1_000; await sleep(500)) {
      const [row] = await sql<{ at: number | null; seen: number }[]>`
        select extract(epoch from round_ended_at)::float8 as at from assent.reconcile_walk`;
      if (row?.at && row.at > after) return row.at;
    }
    throw new Error("no walk came to its end");
  };
  const first = await ended(0);
  return (await ended(first)) - first;
}

/** Seconds until each was repaired, shortest first. */
async function lose(everySeconds: number): Promise<readonly number[]> {
  const waiting = new Map<string, number>();
  const took: number[] = [];
  const look = async () => {
    const repaired = await sql<{ id: string }[]>`
      select consent_id as id from assent.consent_projection
      where consent_id = any(${[...waiting.keys()]}) and status <> 'authorised'`;
    for (const { id } of repaired) {
      took.push((performance.now() - (waiting.get(id) ?? 0)) / 1_000);
      waiting.delete(id);
    }
  };
  for (let change = 0; change < CHANGES; change++) {
    const [row] = await sql<{ id: string }[]>`
      update consent set status = 'revoked', revision = revision + 1, status_updated_at = now()
      where id = (select id from consent where id > ${`aac-${randomBytes(16).toString("hex")}`} and status = 'authorised'
        order by id limit 1)
      returning id`;
    if (row) waiting.set(row.id, performance.now());
    for (const until = performance.now() + everySeconds * 1_000; performance.now() < until; ) {
      await look();
      await sleep(Math.min(500, everySeconds * 1_000));
    }
  }
  for (const begun = performance.now(); waiting.size > 0 && performance.now() - begun < LONGEST * 1_000; ) {
    await look();
    await sleep(500);
  }
  return took.sort((a, b) => a - b);
}
