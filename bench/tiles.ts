import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import postgres from "postgres";
import { asCustomerId } from "../app/domain/shared/ids.ts";
import { aVisit } from "../app/ports/consent-desk.builders.ts";
import { createSeal } from "../app/web/seal.server.ts";
import { openDatabase } from "../db/client.server.ts";
import { removeEmbeddedPostgres, startEmbeddedPostgres } from "../db/embedded-postgres.ts";
import { migrate } from "../db/migrate.ts";
import { createAuditChain } from "../db/queries/audit-chain.ts";
import { createConsentCounts } from "../db/queries/consent-counts.ts";
import { createConsentDesk } from "../db/queries/consent-desk.ts";
import { createCustomerVault } from "../db/queries/customer-vault.ts";
import { freePort } from "../db/testing.global.ts";
import { requireProc, watchForeignLoad } from "./cpu.ts";
import { EACH, fillConsents } from "./dashboard-consents.ts";
import { appWriter } from "./decision-writers.ts";
import { figureOf, percent, printFigure, printTable, ratioOf } from "./figures.ts";
import { stopOnSignal } from "./world.ts";

/**
 * `npm run bench:tiles -- --rows 10000000` (one million otherwise): the tiles of the portal's home against an exact count of
 * the same table; decisions per second with the fold beside them and without; and how old the tiles are meanwhile (P9).
 */

const TENANT = "default";
const ROUNDS = 7;
const READS = 200;
const DECISIONS = 600;
const CALLERS = 8;
const TARGETS = { times: 1_000, price: 0.03, seconds: 5 } as const;

const { values } = parseArgs({ options: { rows: { type: "string", default: "1000000" } } });
const rows = Number(values.rows);
if (!Number.isSafeInteger(rows) || rows < 10_000 || rows % EACH !== 0)
  throw new Error("--rows: a multiple of 20, from 10000");

requireProc();
const folder = mkdtempSync(join(tmpdir(), "assent-bench-"));
const server = await startEmbeddedPostgres(join(folder, "postgres"), await freePort());
const stayOnSignal = stopOnSignal(cleanUp);
try {
  await migrate(server.url);
  const owner = postgres(server.url, { max: 1, onnotice: () => {} });
  await fillConsents(owner, rows, (done) => console.log(`${done} of ${rows} consents`));
  await owner`set session_replication_role = origin`;
  const { db, close } = openDatabase(server.url, CALLERS + 2, 0);
  const counts = createConsentCounts(db, TENANT);
  const recounting = performance.now();
  await counts.recount();
  console.log(`counted anew in ${((performance.now() - recounting) / 1_000).toFixed(1)} s`);
  const foreignLoad = watchForeignLoad([process.pid, server.pid]);

  const read = await millisecondsOf(READS, () => counts.read({ days: 84 }));
  const exact = await millisecondsOf(
    5,
    () => owner`select status, count(*) from assent.consent_projection group by status`,
  );
  printTable([
    ["milliseconds", "median", "lowest to highest"],
    ["the tiles", ...cells(read)],
    ["an exact count", ...cells(exact)],
  ]);
  const times = figureOf(exact).median / figureOf(read).median;
  console.log(`the tiles are ${times.toFixed(0)} times faster, wanted ${TARGETS.times}\n`);

  const key = randomBytes(32);
  const seal = (purpose: "consent-desk" | "customer-key") => createSeal(purpose, () => [key]);
  const vault = createCustomerVault(db, seal("customer-key"));
  const desk = createConsentDesk(db, { tenant: TENANT, seal: seal("consent-desk"), vault });
  const rates = { with: [] as number[], without: [] as number[] };
  const ages: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    for (const side of round % 2 === 0 ? (["with", "without"] as const) : (["without", "with"] as const)) {
      const rate = await decisionsPerSecond(side === "with");
      if (round > 0) rates[side].push(rate);
    }
  }
  const ratio = ratioOf(rates.with, rates.without);
  console.log(
    `decisions per second, ${CALLERS} callers: ${printFigure(figureOf(rates.with), 0)} with the fold beside them,`,
  );
  console.log(
    `${printFigure(figureOf(rates.without), 0)} without; ratio ${printFigure(ratio, 2)}, wanted ${1 - TARGETS.price}`,
  );
  console.log(`oldest event not yet counted: ${Math.max(...ages).toFixed(1)} s at most, wanted ${TARGETS.seconds}`);
  await drain();
  console.log(`wrong after all of it, by counting anew: ${await counts.recount()}`);
  console.log(`foreign load: ${percent(foreignLoad())} of the machine`);
  await Promise.all([owner.end(), close()]);

  /** Nothing waits to be linked or counted. */
  async function drain(): Promise<void> {
    while ((await createAuditChain(db).seal()).more);
    while ((await counts.fold()).more);
  }

  /** The chain grows beside them in both cases: it is there for the evidence. */
  async function decisionsPerSecond(folding: boolean): Promise<number> {
    const writer = appWriter(desk);
    const visits = Array.from({ length: DECISIONS }, (_, at) => aVisit({ customer: asCustomerId(`customer-${at}`) }));
    for (const visit of visits) await desk.openVisit(visit);
    await drain();
    const stop = new AbortController();
    const jobs = [repeat(stop.signal, () => createAuditChain(db).seal())];
    if (folding) {
      jobs.push(
        repeat(stop.signal, async () => {
          const { lagSeconds, more } = await counts.fold();
          ages.push(lagSeconds);
          return { more };
        }),
      );
    }
    const begun = performance.now();
    let next = 0;
    const caller = async () => {
      for (let visit = visits[next++]; visit; visit = visits[next++])
        await writer.settle(visit, await writer.intend(visit));
    };
    await Promise.all(Array.from({ length: CALLERS }, caller));
    const seconds = (performance.now() - begun) / 1_000;
    stop.abort();
    await Promise.all(jobs);
    return DECISIONS / seconds;
  }
} finally {
  await cleanUp();
  stayOnSignal();
}

/** As the worker does it: each second, and at once where there is more. */
async function repeat(signal: AbortSignal, round: () => Promise<{ readonly more: boolean }>): Promise<void> {
  while (!signal.aborted) {
    const { more } = await round();
    if (!more) await sleep(1_000, undefined, { signal }).catch(() => {});
  }
}

async function millisecondsOf(count: number, work: () => Promise<unknown>): Promise<number[]> {
  await work();
  const taken: number[] = [];
  for (let at = 0; at < count; at++) {
    const begun = performance.now();
    await work();
    taken.push(performance.now() - begun);
  }
  return taken;
}

function cells(taken: readonly number[]): string[] {
  const { median, lowest, highest } = figureOf(taken);
  return [median.toFixed(2), `${lowest.toFixed(2)} to ${highest.toFixed(2)}`];
}

async function cleanUp(): Promise<void> {
  await server.stop();
  await removeEmbeddedPostgres(join(folder, "postgres"));
  rmSync(folder, { recursive: true, force: true });
}
