import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import postgres, { type Sql } from "postgres";
import { asClientId, asCustomerId, asStaffId } from "../app/domain/shared/ids.ts";
import type { AuthorizationServer } from "../app/ports/authorization-server.ts";
import { aVisit } from "../app/ports/consent-desk.builders.ts";
import { runRevocation } from "../app/use-cases/run-revocation.ts";
import { createSeal } from "../app/web/seal.server.ts";
import { openDatabase } from "../db/client.server.ts";
import { removeEmbeddedPostgres, startEmbeddedPostgres } from "../db/embedded-postgres.ts";
import { migrate } from "../db/migrate.ts";
import { createRevocationRuns } from "../db/queries/bulk-revocation-runs.ts";
import { createBulkRevocations } from "../db/queries/bulk-revocations.ts";
import { createConsentDesk } from "../db/queries/consent-desk.ts";
import { createCustomerVault } from "../db/queries/customer-vault.ts";
import { freePort } from "../db/testing.global.ts";
import { bareRevocation } from "./bulk-revoke-bare.ts";
import { requireProc, watchForeignLoad } from "./cpu.ts";
import { fillConsents } from "./dashboard-consents.ts";
import { appWriter } from "./decision-writers.ts";
import { figureOf, printFigure, printTable, ratioOf } from "./figures.ts";
import { stopOnSignal } from "./world.ts";

/**
 * `npm run bench:bulk-revoke` (P10): how fast a list of consents is ended beside decisions that go on, against plain SQL
 * batches that write the least of it; and what that does to the decisions. The authorization server answers at once, as
 * none does: it is the record that is measured. `-- --list 100000 --rows 10000000` for so many to end among so many.
 */

const { values } = parseArgs({
  options: { list: { type: "string", default: "10000" }, rows: { type: "string", default: "0" } },
});
const [LIST, ROWS] = [Number(values.list), Number(values.rows)];
const ROUNDS = 3;
/** Decisions that go on meanwhile, by so many customers at once with a pause each. */
const CALLERS = 8;
const PAUSE_MS = 15;
const STAFF = asStaffId("stf-bench");

/** It does what it is told, and says so without a network between. */
const answersAtOnce = {
  capabilities: {},
  async revokeConsent() {},
  async findConsent() {
    return { status: "revoked", revision: 2, accountIds: [] };
  },
} as unknown as AuthorizationServer;

requireProc();
const keys = [randomBytes(32)];
const folder = mkdtempSync(join(tmpdir(), "assent-bench-"));
const server = await startEmbeddedPostgres(join(folder, "postgres"), await freePort());
const stayOnSignal = stopOnSignal(cleanUp);
try {
  await migrate(server.url);
  await measure();
} finally {
  await cleanUp();
  stayOnSignal();
}

async function measure(): Promise<void> {
  const owner = postgres(server.url, { max: 1, onnotice: () => {} });
  if (ROWS > 0) await fillConsents(owner, ROWS, (rows) => console.log(`${rows} consents`));
  const jobs = openDatabase(server.url, 8);
  const pages = openDatabase(server.url, CALLERS);
  const vault = createCustomerVault(
    jobs.db,
    createSeal("customer-key", () => keys),
  );
  const revocations = createBulkRevocations(jobs.db, { tenant: "default", vault });
  const runs = createRevocationRuns(jobs.db, "default");
  const run = runRevocation({ runs, authorizationServer: answersAtOnce });
  const ours = async (client: string) => {
    const id = await revocations.prepare({
      scope: { by: "tpp", client: asClientId(client) },
      reason: "tpp-deauthorised",
      by: STAFF,
      idempotencyKey: randomUUID(),
      correlationId: randomUUID(),
    });
    while (await revocations.find(id, LIST));
    const list = await revocations.read(id);
    if (list?.count !== LIST || !list.setHash) throw new Error(`a list of ${list?.count} consents`);
    const { setHash, count, reason } = list;
    const approval = { approvalId: randomUUID(), correlationId: randomUUID() };
    await revocations.start({ id, setHash, count, reason, askedBy: STAFF, ...approval });
    return async () => {
      const claimed = await runs.claim(randomUUID());
      if (!claimed) throw new Error("nothing to run");
      const { ended, over } = await run(claimed, new AbortController().signal);
      if (ended !== LIST || !over) throw new Error(`${ended} of ${LIST} were ended`);
    };
  };
  const bare = bareRevocation(server.url);
  const sides = { bare: async (client: string) => () => bare.end(client, LIST), ours };

  const desk = createConsentDesk(pages.db, {
    tenant: "default",
    seal: createSeal("consent-desk", () => keys),
    vault,
  });
  const foreignLoad = watchForeignLoad([process.pid, server.pid]);
  const rate = { bare: [] as number[], ours: [] as number[] };
  const p99 = { alone: [] as number[], bare: [] as number[], ours: [] as number[] };
  for (let round = 0; round <= ROUNDS; round++) {
    const alone = decisions(desk);
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    const before = await alone.stop();
    if (round > 0) p99.alone.push(before);
    for (const side of ["bare", "ours"] as const) {
      const client = `tpp-bulk-${round}-${side}`;
      await makeConsents(owner, client);
      const go = await sides[side](client);
      const beside = decisions(desk);
      const begun = performance.now();
      let seconds = 0;
      const during = await go().then(
        () => {
          seconds = (performance.now() - begun) / 1_000;
          return beside.stop();
        },
        async (error: unknown) => {
          await beside.stop();
          throw error;
        },
      );
      if (round === 0) continue;
      rate[side].push(LIST / seconds);
      p99[side].push(during);
    }
  }
  console.log(
    `\n${LIST} consents in each of ${ROUNDS} interleaved rounds beside decisions: median (lowest to highest)\n`,
  );
  printTable([
    ["", "plain SQL batches", "the job", "ratio"],
    [
      "consents a second",
      printFigure(figureOf(rate.bare), 0),
      printFigure(figureOf(rate.ours), 0),
      printFigure(ratioOf(rate.ours, rate.bare), 2),
    ],
    [
      `decisions, p99 ms (alone ${printFigure(figureOf(p99.alone), 1)})`,
      printFigure(figureOf(p99.bare), 1),
      printFigure(figureOf(p99.ours), 1),
      printFigure(ratioOf(p99.ours, p99.alone), 1),
    ],
  ]);
  console.log(
    `\nwanted: at least 0.5 of plain SQL; decisions at most 5 times as long, and 50 ms; foreign load ${foreignLoad().toFixed(2)}`,
  );
  await Promise.all([bare.close(), owner.end(), jobs.close(), pages.close()]);
}

/** Consents of one TPP, each as it is once its customer has agreed. */
async function makeConsents(sql: Sql, client: string): Promise<void> {
  await sql`set session_replication_role = replica`;
  await sql`
    insert into assent.consent_projection (consent_id, client_id, client_name, kind, customer_id, status, reason, version,
      account_ids, created_at, changed_at, authority_revision)
    select 'aac-' || md5(${client} || nth), ${client}, 'Bulk', 'account-access', 'cus-' || nth, 'authorised',
      'customer-approved', 2, array['acc-1'], now() - nth * interval '1 second', now() - interval '1 day', 1
    from generate_series(1, ${LIST}::int) as nth`;
  await sql`vacuum analyze assent.consent_projection`;
}

/** Customers decide, each a little after the one before. */
function decisions(desk: Parameters<typeof appWriter>[0]) {
  const writer = appWriter(desk);
  const took: number[] = [];
  let going = true;
  const customer = async (of: number) => {
    while (going) {
      const visit = aVisit({ customer: asCustomerId(`customer-${of}`) });
      await desk.openVisit(visit);
      const begun = performance.now();
      await writer.settle(visit, await writer.intend(visit));
      took.push(performance.now() - begun);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  };
  const all = Promise.all(Array.from({ length: CALLERS }, (_, of) => customer(of)));
  return {
    /** @returns the 99th percentile in milliseconds. */
    async stop(): Promise<number> {
      going = false;
      await all;
      took.sort((one, other) => one - other);
      return took[Math.floor(took.length * 0.99)] ?? 0;
    },
  };
}

async function cleanUp(): Promise<void> {
  await server.stop();
  await removeEmbeddedPostgres(join(folder, "postgres"));
  rmSync(folder, { recursive: true, force: true });
}
