import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import postgres from "postgres";
import { asCustomerId } from "../app/domain/shared/ids.ts";
import { aVisit } from "../app/ports/consent-desk.builders.ts";
import { createSeal } from "../app/web/seal.server.ts";
import { openDatabase } from "../db/client.server.ts";
import { removeEmbeddedPostgres, startEmbeddedPostgres } from "../db/embedded-postgres.ts";
import { migrate } from "../db/migrate.ts";
import { createConsentDesk } from "../db/queries/consent-desk.ts";
import { createCustomerVault } from "../db/queries/customer-vault.ts";
import { freePort } from "../db/testing.global.ts";
import { requireProc, watchForeignLoad } from "./cpu.ts";
import { fillConsents } from "./dashboard-consents.ts";
import { appWriter } from "./decision-writers.ts";
import { figureOf, printFigure, printTable, ratioOf } from "./figures.ts";
import { stopOnSignal } from "./world.ts";

/**
 * `npm run bench:portal-indexes`: what customers' decisions pay for the indexes that staff search by. The same decisions,
 * in turns, in two databases of one server; in one of them those indexes are not there. `-- --rows 1000000` so many
 * consents that lie in each before.
 */

const PORTAL_INDEXES = [
  ...["consent_projection_begins", "consent_projection_accounts", "consent_projection_kind"],
  ...["consent_projection_changed", "consent_projection_ends"],
  ...["audit_event_newest", "audit_event_type", "audit_event_client", "audit_event_actor", "audit_event_customer"],
];
const { values } = parseArgs({ options: { rows: { type: "string", default: "100000" } } });
const ROWS = Number(values.rows);
const ROUNDS = 9;
const DECISIONS = 400;
const CALLERS = 8;

requireProc();
const folder = mkdtempSync(join(tmpdir(), "assent-bench-"));
const server = await startEmbeddedPostgres(join(folder, "postgres"), await freePort());
const stayOnSignal = stopOnSignal(cleanUp);
try {
  await measure();
} finally {
  await cleanUp();
  stayOnSignal();
}

async function measure(): Promise<void> {
  const sides = { without: await prepare("without", PORTAL_INDEXES), with: await prepare("with", []) };
  const rate = { without: [] as number[], with: [] as number[] };
  const foreignLoad = watchForeignLoad([process.pid, server.pid]);
  // The first round is not counted: connections open, statements are prepared, the compiler warms up.
  for (let round = 0; round <= ROUNDS; round++) {
    // Whoever comes first finds the machine as the other one left it: they take turns at that too.
    const order = (["without", "with"] as const).toSorted((a, b) => (round % 2 ? 1 : -1) * a.localeCompare(b));
    for (const side of order) {
      const perSecond = await sides[side].decide();
      if (round > 0) rate[side].push(perSecond);
    }
  }
  console.log(
    `\n${DECISIONS} decisions in each of ${ROUNDS} interleaved rounds, ${CALLERS} at once, ${ROWS} consents before\n`,
  );
  printTable([
    ["decisions a second", "without them", "with the portal's indexes", "ratio"],
    [
      "recorded and settled",
      printFigure(figureOf(rate.without), 0),
      printFigure(figureOf(rate.with), 0),
      printFigure(ratioOf(rate.with, rate.without), 2),
    ],
  ]);
  console.log(`\nforeign load ${foreignLoad().toFixed(2)}`);
  await Promise.all(Object.values(sides).map(({ close }) => close()));
}

async function prepare(name: string, dropped: readonly string[]) {
  const first = postgres(server.url, { max: 1, onnotice: () => {} });
  await first.unsafe(`create database "${name}"`);
  await first.end();
  const url = Object.assign(new URL(server.url), { pathname: `/${name}` }).href;
  await migrate(url);
  const owner = postgres(url, { max: 1, onnotice: () => {} });
  await fillConsents(owner, ROWS, (rows) => console.log(`${name}: ${rows} consents`));
  // Filled without a log of what is written; what is measured writes one.
  for (const table of ["consent_projection", "consent_version_projection"])
    await owner.unsafe(`alter table assent.${table} set logged`);
  for (const index of dropped) await owner.unsafe(`drop index assent.${index}`);
  await owner`checkpoint`;
  await owner.end();

  const database = openDatabase(url, CALLERS);
  const keys = [randomBytes(32)];
  const vault = createCustomerVault(
    database.db,
    createSeal("customer-key", () => keys),
  );
  const seal = createSeal("consent-desk", () => keys);
  const desk = createConsentDesk(database.db, { tenant: "default", seal, vault });
  const writer = appWriter(desk);
  return {
    /** @returns decisions a second. */
    async decide(): Promise<number> {
      const visits = Array.from({ length: DECISIONS }, (_, at) => aVisit({ customer: asCustomerId(`customer-${at}`) }));
      for (const visit of visits) await desk.openVisit(visit);
      const begun = performance.now();
      const waiting = visits.values();
      const customer = async () => {
        for (const visit of waiting) await writer.settle(visit, await writer.intend(visit));
      };
      await Promise.all(Array.from({ length: CALLERS }, customer));
      return DECISIONS / ((performance.now() - begun) / 1_000);
    },
    close: () => database.close(),
  };
}

async function cleanUp(): Promise<void> {
  await server.stop();
  await removeEmbeddedPostgres(join(folder, "postgres"));
  rmSync(folder, { recursive: true, force: true });
}
