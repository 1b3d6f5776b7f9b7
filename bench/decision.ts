import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asCustomerId } from "../app/domain/shared/ids.ts";
import { aVisit } from "../app/ports/consent-desk.builders.ts";
import type { Visit } from "../app/ports/consent-desk.ts";
import { createSeal } from "../app/web/seal.server.ts";
import { openDatabase } from "../db/client.server.ts";
import { removeEmbeddedPostgres, startEmbeddedPostgres } from "../db/embedded-postgres.ts";
import { migrate } from "../db/migrate.ts";
import { createConsentDesk } from "../db/queries/consent-desk.ts";
import { createCustomerVault } from "../db/queries/customer-vault.ts";
import { freePort } from "../db/testing.global.ts";
import { requireProc, watchForeignLoad } from "./cpu.ts";
import { appWriter, plainWriter, type Writer } from "./decision-writers.ts";
import { figureOf, printFigure, printTable, ratioOf } from "./figures.ts";
import { stopOnSignal } from "./world.ts";

/**
 * `npm run bench:decision`: decisions per second through our data layer, each recorded and then settled, with audit,
 * new version, event and receipt; against the same rows written by one plain SQL statement for each of the two steps,
 * over the same driver into the same database. Only the ratios mean something elsewhere.
 */

const ROUNDS = 5;
const DECISIONS = 400;
const CALLERS = [1, 8, 32] as const;
const TARGET = 0.5;

const keys = [randomBytes(32)];

requireProc();
const folder = mkdtempSync(join(tmpdir(), "assent-bench-"));
const server = await startEmbeddedPostgres(join(folder, "postgres"), await freePort());
const stayOnSignal = stopOnSignal(cleanUp);
try {
  await migrate(server.url);
  const rows = [["callers", "step", "plain SQL, /s", "through the app's data layer, /s", "ratio"]];
  const foreignLoad = watchForeignLoad([process.pid, server.pid]);
  for (const callers of CALLERS) rows.push(...(await measure(callers)));
  console.log(`\n${DECISIONS} decisions in each of ${ROUNDS} interleaved rounds: median (lowest to highest)\n`);
  printTable(rows);
  console.log(`\nwanted: a ratio of at least ${TARGET}; foreign load of the machine ${foreignLoad().toFixed(2)}`);
} finally {
  await cleanUp();
  stayOnSignal();
}

async function measure(callers: number): Promise<string[][]> {
  const database = openDatabase(server.url, callers);
  const vault = createCustomerVault(
    database.db,
    createSeal("customer-key", () => keys),
  );
  const seal = createSeal("consent-desk", () => keys);
  const desk = createConsentDesk(database.db, { tenant: "default", seal, vault });
  const plain = plainWriter(server.url, callers, vault);
  const app = appWriter(desk);
  const taken = { plain: [] as Seconds[], app: [] as Seconds[] };
  // The first round is not counted: connections open, statements are prepared, the compiler warms up.
  for (let round = 0; round <= ROUNDS; round++) {
    for (const side of ["plain", "app"] as const) {
      const visits = Array.from({ length: DECISIONS }, aCustomersVisit);
      await inParallel(callers, visits, async (visit) => void (await desk.openVisit(visit)));
      const seconds = await (side === "app" ? write(app, callers, visits) : write(plain, callers, visits));
      if (round > 0) taken[side].push(seconds);
    }
  }
  await Promise.all([plain.close(), database.close()]);
  return (["intend", "settle", "both"] as const).map((step) => {
    const rate = (side: "plain" | "app") => taken[side].map((seconds) => DECISIONS / seconds[step]);
    const [below, above] = [rate("plain"), rate("app")];
    return [
      String(callers),
      step,
      printFigure(figureOf(below), 0),
      printFigure(figureOf(above), 0),
      printFigure(ratioOf(above, below), 2),
    ];
  });
}

/** Of one among many: two decisions of one customer at the same moment are rare. */
function aCustomersVisit(_: unknown, at: number): Visit {
  return aVisit({ customer: asCustomerId(`customer-${at}`) });
}

interface Seconds {
  readonly intend: number;
  readonly settle: number;
  readonly both: number;
}

async function write<Recorded>(writer: Writer<Recorded>, callers: number, visits: readonly Visit[]): Promise<Seconds> {
  const recorded = new Map<Visit, Recorded>();
  const intend = await inParallel(callers, visits, async (visit) => {
    recorded.set(visit, await writer.intend(visit));
  });
  const settle = await inParallel(callers, visits, (visit) => writer.settle(visit, recorded.get(visit) as Recorded));
  return { intend, settle, both: intend + settle };
}

/** @returns seconds. */
async function inParallel<T>(callers: number, all: readonly T[], work: (one: T) => Promise<void>): Promise<number> {
  const begun = performance.now();
  let next = 0;
  const caller = async () => {
    while (next < all.length) await work(all[next++] as T);
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return (performance.now() - begun) / 1_000;
}

async function cleanUp(): Promise<void> {
  await server.stop();
  await removeEmbeddedPostgres(join(folder, "postgres"));
  rmSync(folder, { recursive: true, force: true });
}
