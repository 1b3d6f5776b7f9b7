import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { openDatabase } from "../db/client.server.ts";
import { removeEmbeddedPostgres, startEmbeddedPostgres } from "../db/embedded-postgres.ts";
import { migrate } from "../db/migrate.ts";
import { createAccessBook } from "../db/queries/access-book.ts";
import { freePort } from "../db/testing.global.ts";
import { appEnvironment } from "../sandbox/app-environment.ts";
import { type BankWorld, bankWorld } from "../sandbox/bank/testing/bank-world.ts";
import { issueToken } from "../sandbox/bank/testing/tokens.ts";
import { buildIfStale } from "../sandbox/build.ts";
import { readsToTell } from "./access-reads.ts";
import { requireProc, watchForeignLoad } from "./cpu.ts";
import { figureOf, printFigure, printTable, ratioOf } from "./figures.ts";
import { startServerProcess } from "./server-process.ts";
import { stopOnSignal, temporaryTopology } from "./world.ts";

/**
 * `npm run bench:reads`: how many reads a second the app keeps and adds up, over one connection, against one plain insert
 * of the same rows in the same run; and how long after a read at the real gateway its customer sees it (B-03: p95 below
 * 60 s). The app is killed with SIGKILL in between: what is lost or doubled then fails the run.
 */

const ROUNDS = 5;
const REPORTS = 20;
const REPORT = 500;
const READS = 300;
const TARGET_SECONDS = 60;

requireProc();
// A line of the gateway for each read would hide the figures.
process.env["LOG_LEVEL"] = "fatal";
await buildIfStale();
const { topology, remove } = await temporaryTopology();
const folder = join(topology.dataFolder, "postgres");
const server = await startEmbeddedPostgres(folder, topology.ports.database);
const stayOnSignal = stopOnSignal(cleanUp);
try {
  await migrate(server.url);
  const foreignLoad = watchForeignLoad([process.pid, server.pid]);
  await measureIntake();
  await measureLag();
  console.log(`\nforeign load of the machine ${foreignLoad().toFixed(2)}`);
} finally {
  await cleanUp();
  stayOnSignal();
}

async function measureIntake(): Promise<void> {
  const { db, close } = openDatabase(server.url, 1);
  const plain = postgres(server.url, { max: 1, onnotice: () => {} });
  const book = createAccessBook(db);
  await plain.unsafe("create table plain_read (like assent.access_event including all)");
  const rates = { plain: [] as number[], app: [] as number[] };
  const write = {
    app: (events: ReturnType<typeof readsToTell>) => book.take({ issuer: "bench", toldUntil: new Date(), events }),
    plain: (events: ReturnType<typeof readsToTell>) => plain`
      insert into plain_read select id, "consentId", "clientId", at, resource, present, "interactionId", accounts, records
      from jsonb_to_recordset(${JSON.stringify(events.map(flat))}::text::jsonb) as event (id uuid, at timestamptz,
        "consentId" text, "clientId" text, resource text, present boolean, "interactionId" text, accounts text[],
        records integer[])`,
  };
  // The first round is not counted.
  for (let round = 0; round <= ROUNDS; round++) {
    for (const side of ["plain", "app"] as const) {
      const reports = Array.from({ length: REPORTS }, () => readsToTell(REPORT));
      const begun = performance.now();
      for (const events of reports) await write[side](events);
      if (round > 0) rates[side].push((REPORTS * REPORT * 1_000) / (performance.now() - begun));
    }
  }
  await Promise.all([close(), plain.end()]);
  console.log(`\n${REPORTS} reports of ${REPORT} reads in each of ${ROUNDS} rounds: median (lowest to highest)\n`);
  printTable([
    ["plain insert, reads/s", "kept and added up, reads/s", "ratio"],
    [
      printFigure(figureOf(rates.plain), 0),
      printFigure(figureOf(rates.app), 0),
      printFigure(ratioOf(rates.app, rates.plain), 2),
    ],
  ]);
}

function flat({ accounts, ...event }: ReturnType<typeof readsToTell>[number]) {
  return {
    ...event,
    accounts: accounts.map(({ account }) => account),
    records: accounts.map(({ records }) => records),
  };
}

async function measureLag(): Promise<void> {
  const appPort = await freePort();
  const appOrigin = `http://assent.localhost:${appPort}`;
  const world = await bankWorld(server.url, new Date(), appOrigin);
  const settings = {
    ...appEnvironment({ ...world.topology, ports: { ...world.topology.ports, app: appPort } }),
    WORKER: "off",
  };
  const startApp = () => startServerProcess("build/app/main.js", settings, join(topology.dataFolder, "app.log"));
  let app = await startApp();
  const sql = postgres(server.url, { max: 1, onnotice: () => {} });
  try {
    const read = await readAtTheGateway(world, async (index) => {
      if (index !== READS / 2) return;
      process.kill(app.pid, "SIGKILL");
      await app.gone;
      app = await startApp();
    });
    const seen = await readsSeen(sql, read);
    const lags = [...seen.values()].sort((a, b) => a - b);
    const at = (share: number) => ((lags[Math.ceil(lags.length * share) - 1] ?? Number.NaN) / 1_000).toFixed(2);
    console.log(`\nfrom the read to its customer: p50 ${at(0.5)} s, p95 ${at(0.95)} s, longest ${at(1)} s`);
    const [{ kept } = { kept: 0 }] = await sql<{ kept: number }[]>`
      select sum(reads)::int as kept from assent.access_day where consent_id = 'aac-lag'`;
    console.log(`${READS} reads, the app killed in their middle: ${kept} counted`);
    if (kept !== READS) throw new Error("reads were lost or doubled");
    if (Number(at(0.95)) >= TARGET_SECONDS) throw new Error(`later than ${TARGET_SECONDS} s`);
  } finally {
    await sql.end();
    await app.stop();
    await world.close();
  }
}

/** One account's balance, again and again for half a minute. */
async function readAtTheGateway(world: BankWorld, between: (index: number) => Promise<void>) {
  const token = issueToken(world, { id: "aac-lag" });
  const answered = new Map<string, number>();
  const reading = async () => {
    for (let index = 0; index < READS; index++) {
      const id = crypto.randomUUID();
      world.setNow(new Date());
      const answer = await world.call("/open-banking/v3.1/aisp/accounts/acc-arun-main/balances", {
        token,
        headers: { "x-fapi-interaction-id": id },
      });
      if (answer.status !== 200) throw new Error(`the gateway answered ${answer.status}`);
      answered.set(id, Date.now());
      // The reads go on meanwhile, as they would at a bank.
      pending.push(between(index));
      await sleep(100);
    }
  };
  const pending: Promise<void>[] = [];
  const done = reading();
  return { answered, done: done.then(() => Promise.all(pending)) };
}

/** Milliseconds from each answer until the app shows it. */
async function readsSeen(
  sql: postgres.Sql,
  { answered, done }: { answered: ReadonlyMap<string, number>; done: Promise<unknown> },
): Promise<ReadonlyMap<string, number>> {
  const seen = new Map<string, number>();
  let failed: unknown;
  let over = false;
  done.then(
    () => {
      over = true;
    },
    (error: unknown) => {
      failed = error;
    },
  );
  const giveUp = Date.now() + 180_000;
  while (!over || seen.size < answered.size) {
    if (failed) throw failed;
    if (Date.now() > giveUp) throw new Error(`${answered.size - seen.size} reads were not seen`);
    const open = [...answered.keys()].filter((id) => !seen.has(id));
    if (open.length > 0) {
      const rows = await sql<{ id: string }[]>`
        select interaction_id as id from assent.access_event where interaction_id in ${sql(open)}`;
      for (const { id } of rows) seen.set(id, Date.now() - (answered.get(id) ?? 0));
    }
    await sleep(20);
  }
  return seen;
}

async function cleanUp(): Promise<void> {
  await server.stop();
  await removeEmbeddedPostgres(folder);
  remove();
}
