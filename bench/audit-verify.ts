import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CompactSign, exportJWK, generateKeyPair } from "jose";
import postgres from "postgres";
import { sealAudit } from "../app/jobs/seal-audit.ts";
import { openDatabase } from "../db/client.server.ts";
import { removeEmbeddedPostgres, startEmbeddedPostgres } from "../db/embedded-postgres.ts";
import { migrate } from "../db/migrate.ts";
import { createAuditChain } from "../db/queries/audit-chain.ts";
import { AUDIT_ROW_COLUMNS } from "../db/queries/audit-row.ts";
import { freePort } from "../db/testing.global.ts";
import { checkpointSignatures } from "../db/verification/checkpoint-signature.ts";
import { verifyAudit } from "../db/verification/verify-audit.ts";
import { requireProc, residentBytesOf, watchForeignLoad } from "./cpu.ts";
import { figureOf, printFigure, printTable, ratioOf } from "./figures.ts";
import { stopOnSignal } from "./world.ts";

/**
 * `npm run bench:audit-verify`: how fast events become links of the chain, and how long a million takes to be verified,
 * against reading the same rows over the same driver and doing nothing with them. `-- <events>` for another number.
 */

const EVENTS = Number(process.argv[2] ?? 1_000_000);
const ROUNDS = 3;
const TARGETS = { secondsForMillion: 60, sealedPerSecond: 20_000 } as const;

requireProc();
const folder = mkdtempSync(join(tmpdir(), "assent-bench-"));
const server = await startEmbeddedPostgres(join(folder, "postgres"), await freePort());
const stayOnSignal = stopOnSignal(cleanUp);
try {
  await migrate(server.url);
  await write(EVENTS);
  const { privateKey, publicKey } = await generateKeyPair("PS256");
  const check = checkpointSignatures({ keys: [await exportJWK(publicKey)] });
  await measureSealing({
    sign: (payload, typ) =>
      new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
        .setProtectedHeader({ alg: "PS256", typ })
        .sign(privateKey),
  });

  const [reading, verifying]: [number[], number[]] = [[], []];
  const foreignLoad = watchForeignLoad([process.pid, server.pid]);
  for (let round = 0; round < ROUNDS; round++) {
    reading.push(await seconds(readAll));
    verifying.push(
      await seconds(async () => {
        const found = () => {
          throw new Error("a record that nobody touched is said to be touched");
        };
        const { events } = await verifyAudit({ databaseUrl: server.url, check, kept: [], patience: 60, found });
        if (events !== EVENTS) throw new Error(`${events} of ${EVENTS} events were verified`);
      }),
    );
  }
  console.log(`\n${EVENTS} events, ${ROUNDS} interleaved rounds: median (lowest to highest)\n`);
  printTable([
    ["", "s"],
    ["read in order, and nothing else", printFigure(figureOf(reading), 1)],
    ["audit:verify", printFigure(figureOf(verifying), 1)],
    ["ratio", printFigure(ratioOf(verifying, reading), 2)],
    ["foreign load, of the machine", foreignLoad().toFixed(2)],
    ["memory of this process, MB", (residentBytesOf(process.pid) / 2 ** 20).toFixed(0)],
  ]);
  const each = (figureOf(verifying).median / EVENTS) * 1_000_000;
  console.log(`\n${each.toFixed(1)} s for a million; wanted: at most ${TARGETS.secondsForMillion}`);
} finally {
  await cleanUp();
  stayOnSignal();
}

/** As decisions write them: identifiers in order of time, half of the rows with something personal. */
async function write(events: number): Promise<void> {
  const sql = postgres(server.url, { max: 1, onnotice: () => {} });
  const ref = randomUUID();
  await sql`insert into assent.customer_key (customer_id, ref, sealed_key) values ('customer', ${ref}, 'sealed')`;
  const took = await seconds(async () => {
    for (let from = 0; from < events; from += 50_000) {
      await sql`
        insert into assent.audit_event (id, tenant, at, type, consent_id, client_id, kind, actor_type, actor_ref,
          customer_ref, correlation_id, detail, personal)
        select (lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint), 12, '0')
            || '7' || substr(md5(number::text), 1, 3) || '8' || substr(md5(number::text), 4, 15))::uuid,
          'default', clock_timestamp(), 'decision-intended', 'urn:consent:' || number, 'client-' || number % 50,
          'account-access', 'customer', ${ref}, case when number % 2 = 0 then ${ref}::uuid end, md5(number::text),
          jsonb_build_object('decisionId', md5(number::text), 'outcome', 'allowed', 'shownHash', md5((-number)::text)),
          case when number % 2 = 0 then repeat('c2VhbGVk', 16) end
        from generate_series(${from + 1}::int, ${Math.min(from + 50_000, events)}::int) as number`;
    }
    await sql`analyze assent.audit_event, assent.audit_unsealed`;
  });
  console.log(`${events} events written by SQL in ${took.toFixed(0)} s`);
  await sql.end();
}

async function measureSealing(signer: Parameters<typeof sealAudit>[0]["signer"]): Promise<void> {
  const database = openDatabase(server.url, 2);
  const job = sealAudit({ chain: createAuditChain(database.db), signer, announce: () => {} });
  const took = await seconds(async () => {
    while ((await job.round(new AbortController().signal)).more);
  });
  await database.close();
  console.log(`sealed: ${(EVENTS / took).toFixed(0)} events/s; wanted: at least ${TARGETS.sealedPerSecond}`);
}

async function readAll(): Promise<void> {
  const sql = postgres(server.url, { max: 1, onnotice: () => {} });
  const rows = sql.unsafe(`select ${AUDIT_ROW_COLUMNS} from assent.audit_event as event`).cursor(2_000);
  let read = 0;
  for await (const batch of rows) read += batch.length;
  await sql.end();
  if (read !== EVENTS) throw new Error(`${read} of ${EVENTS} events were read`);
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1_000;
}

async function cleanUp(): Promise<void> {
  await server.stop();
  await removeEmbeddedPostgres(join(folder, "postgres"));
  rmSync(folder, { recursive: true, force: true });
}
