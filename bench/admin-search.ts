import { createHash, randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import postgres from "postgres";
import { Pool } from "undici";
import { type ConsentFilter, searchQueryOf } from "../app/domain/search/consent-filter.ts";
import { PAGE_SIZE } from "../app/use-cases/search-consents.ts";
import { understandSearch } from "../app/use-cases/understand-search.ts";
import { openDatabase } from "../db/client.server.ts";
import { createConsentSearch } from "../db/queries/consent-search.ts";
import { freePort } from "../db/testing.global.ts";
import { fillDirectory, someSearches } from "./admin-search-data.ts";
import { requireProc, watchForeignLoad } from "./cpu.ts";
import { EACH, fillConsents } from "./dashboard-consents.ts";
import { percent, printTable } from "./figures.ts";
import { createWorld } from "./world.ts";

/**
 * `npm run bench:search`: staff look for consents among millions (`-- --rows 10000000`; one million otherwise): what the
 * database takes for it, against reading the whole table, and what the page takes (P8); and a page of the list deep down,
 * against its first (P7).
 */

const SEARCHES = 200;
const DEEP_PAGES = 50;
/** Reading the whole table takes its time; it hardly differs. */
const SCANS = 3;
const TARGETS = { depth: 1.2, faster: 100, sql: 60, page: 300 } as const;
const NOTHING: ConsentFilter = { kinds: [], statuses: [] };

const ascending = (one: number, other: number) => one - other;
const at = (sorted: readonly number[], share: number) => sorted[Math.floor(sorted.length * share)]!;
const ms = (sorted: readonly number[], share: number) => at(sorted, share).toFixed(1);

const { values } = parseArgs({ options: { rows: { type: "string", default: "1000000" } } });
const ROWS = Number(values.rows);
if (!Number.isSafeInteger(ROWS) || ROWS < 10_000 || ROWS % EACH !== 0)
  throw new Error("--rows: a multiple of 20, from 10000");

requireProc();
const world = await createWorld();
const sql = postgres(world.databaseUrl, { max: 1, onnotice: () => {} });
const own = openDatabase(world.databaseUrl, 1);
try {
  const begun = performance.now();
  await fillConsents(sql, ROWS, (rows) => console.log(`${rows} of ${ROWS} consents`));
  await fillDirectory(sql, ROWS / EACH);
  console.log(`${ROWS} consents took ${((performance.now() - begun) / 1_000).toFixed(0)} s`);
  const origin = `http://127.0.0.1:${await freePort()}`;
  await world.app.start([], { WORKER: "off", PORT: new URL(origin).port });
  const ask = await asStaff(origin);
  const foreignLoad = watchForeignLoad([process.pid, ...world.pids()]);
  const search = createConsentSearch(own.db, "default");
  const understand = understandSearch({ search });

  const rows: string[][] = [["", "SQL p50, ms", "SQL p99, ms", "whole table, ms", "times faster", "page p99, ms"]];
  let failed = false;
  for (const { name, texts, scan } of await someSearches(sql, ROWS / EACH, SEARCHES)) {
    const inDatabase = async (text: string) => {
      const { found } = await understand({ ...NOTHING, text });
      if (typeof found === "string") throw new Error(`${name}: ${text} is ${found}`);
      const page = await search.page(found, { order: "asked", size: PAGE_SIZE });
      if (page === "too-wide" || page.consents.length === 0) throw new Error(`${name}: ${text} was not found`);
    };
    const asPage = async (text: string) => ask(`?${searchQueryOf({ filter: { ...NOTHING, text }, order: "asked" })}`);
    for (const each of texts.slice(0, 20)) await Promise.all([inDatabase(each), asPage(each)]);
    const took = await timed(texts, inDatabase);
    const pages = await timed(texts, asPage);
    const whole = at(await timed(texts.slice(0, SCANS), scan), 0.5);
    const faster = whole / at(took, 0.5);
    rows.push([name, ms(took, 0.5), ms(took, 0.99), whole.toFixed(0), faster.toFixed(0), ms(pages, 0.99)]);
    failed ||= at(took, 0.99) > TARGETS.sql || faster < TARGETS.faster || at(pages, 0.99) > TARGETS.page;
  }
  console.log(`\n${SEARCHES} searches of each kind among ${ROWS} consents\n`);
  printTable(rows);

  const [deep] = await sql<{ at: string; id: string }[]>`
    select (extract(epoch from created_at) * 1000000)::bigint::text as at, consent_id as id
    from assent.consent_projection order by created_at desc, consent_id desc offset ${ROWS - 2 * PAGE_SIZE} limit 1`;
  const list = { first: "", deep: `?${new URLSearchParams({ after: `${deep?.at}.${deep?.id}` })}` };
  const both = { first: [] as number[], deep: [] as number[] };
  for (let nth = 0; nth < DEEP_PAGES; nth++)
    for (const which of ["first", "deep"] as const) both[which].push(...(await timed([list[which]], ask)));
  const [first, last] = [both.first, both.deep].map((all) => at(all.sort(ascending), 0.5));
  const ratio = last! / first!;
  console.log(`\nThe list: page 1 ${first!.toFixed(1)} ms, the last ${last!.toFixed(1)} ms, ratio ${ratio.toFixed(2)}`);
  console.log(`Foreign load: ${percent(foreignLoad())} of the machine.`);
  const { depth, faster, sql: database, page } = TARGETS;
  console.log(`Targets: ratio ${depth}; SQL p99 ${database} ms and ${faster} times faster; a page p99 ${page} ms.`);
  if (failed || ratio > depth) process.exitCode = 1;
} finally {
  await Promise.all([sql.end(), own.close()]);
  await world.stop();
}

/** A member of staff who is logged in for as long as this takes. */
async function asStaff(origin: string): Promise<(query: string) => Promise<void>> {
  const token = randomBytes(20).toString("hex");
  await sql`
    insert into assent.staff_session (token_hash, staff_id, name, roles, acr, began_at, idle_until, ends_at)
    values (${createHash("sha256").update(token).digest("base64url")}, 'stf-bench', 'Bench', array['care-lead'], 'strong',
      now(), now() + interval '9 hours', now() + interval '9 hours')`;
  const pool = new Pool(origin, { connections: 1, pipelining: 1 });
  return async (query) => {
    const headers = { cookie: `__Host-staff=${token}` };
    const { statusCode, body } = await pool.request({ method: "GET", path: `/admin/consents${query}`, headers });
    const text = await body.text();
    if (statusCode !== 200 || !text.includes("aac-")) throw new Error(`${query} was answered with ${statusCode}`);
  };
}

/** How long each took, in milliseconds, the shortest first. */
async function timed(texts: readonly string[], work: (text: string) => Promise<unknown>): Promise<number[]> {
  const took: number[] = [];
  for (const text of texts) {
    const begun = performance.now();
    await work(text);
    took.push(performance.now() - begun);
  }
  return took.sort(ascending);
}
