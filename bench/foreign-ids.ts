import { createHash, randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import postgres from "postgres";
import { Pool } from "undici";
import { freePort } from "../db/testing.global.ts";
import { requireProc, watchForeignLoad } from "./cpu.ts";
import { EACH, fillConsents } from "./dashboard-consents.ts";
import { percent, printTable } from "./figures.ts";
import { createWorld } from "./world.ts";

/**
 * `npm run bench:foreign-ids`: whether the time of an answer tells somebody else's consent from one that is not there (S10).
 * Both are asked for in turn, over HTTP from the built app, each time another one; whose comes first changes. The control
 * asks for one's own: it must be seen that the measure can tell two things apart. `-- --pairs 2000` for fewer.
 */

const CONSENTS = 20_000;
const CUSTOMER = 7;
/** Milliseconds by which two kinds of answer may differ. */
const TARGET = 1;
/** Two-sided, p < 0.001. */
const CRITICAL = 3.29;

const { values } = parseArgs({ options: { pairs: { type: "string", default: "10000" } } });
const PAIRS = Number(values.pairs);

requireProc();
const world = await createWorld();
try {
  const sql = postgres(world.databaseUrl, { max: 1, onnotice: () => {} });
  await fillConsents(sql, CONSENTS, () => {});
  const token = randomBytes(20).toString("hex");
  await sql`
    insert into assent.customer_session (token_hash, customer_id, began_at, idle_until, ends_at)
    values (${createHash("sha256").update(token).digest("base64url")}, ${`cus-${CUSTOMER}`}, now(), now() + interval '1 hour',
      now() + interval '1 hour')`;
  await sql.end();
  const origin = `http://127.0.0.1:${await freePort()}`;
  await world.app.start([], { WORKER: "off", PORT: new URL(origin).port });
  await measure(origin, token);
} finally {
  await world.stop();
}

async function measure(origin: string, token: string): Promise<void> {
  const pool = new Pool(origin, { connections: 1, pipelining: 1 });
  const foreignLoad = watchForeignLoad([process.pid, ...world.pids()]);
  const ask = async (id: string, wanted: number): Promise<number> => {
    const begun = performance.now();
    const { statusCode, body } = await pool.request({
      method: "GET",
      path: `/dashboard/consents/${id}`,
      headers: { cookie: `__Host-customer=${token}` },
    });
    await body.dump();
    if (statusCode !== wanted) throw new Error(`${id} was answered with ${statusCode}`);
    return performance.now() - begun;
  };
  // Of another customer each time, and of the same length as one that is not there.
  const foreign = (nth: number) => `aac-${md5(String(nth - (nth % (CONSENTS / EACH) === CUSTOMER ? 1 : 0)))}`;
  const unknown = (nth: number) => `aac-${md5(`none ${nth}`)}`;
  const own = (nth: number) => `aac-${md5(String(CUSTOMER + (nth % 5) * (CONSENTS / EACH)))}`;
  for (let nth = 1; nth <= 200; nth++) await ask(foreign(nth), 404);
  const took = { foreign: [] as number[], unknown: [] as number[], own: [] as number[] };
  for (let nth = 1; nth <= PAIRS; nth++) {
    const one = async () => void took.foreign.push(await ask(foreign((nth % (CONSENTS - 1)) + 1), 404));
    const other = async () => void took.unknown.push(await ask(unknown(nth), 404));
    for (const turn of nth % 2 === 0 ? [one, other] : [other, one]) await turn();
    if (nth % 100 === 0) took.own.push(await ask(own(nth), 200));
  }
  await pool.close();
  const told = welch(took.foreign, took.unknown);
  const control = welch(took.own, took.unknown);
  printTable([
    ["milliseconds", "mean", "against unknown", "Welch's t"],
    ["an unknown consent", mean(took.unknown).toFixed(3), "", ""],
    ["somebody else's", mean(took.foreign).toFixed(3), told.by.toFixed(3), told.t.toFixed(2)],
    ["control: one's own", mean(took.own).toFixed(3), control.by.toFixed(3), control.t.toFixed(2)],
  ]);
  const tells = Math.abs(told.t) > CRITICAL && Math.abs(told.by) > TARGET;
  const caught = Math.abs(control.t) > CRITICAL;
  console.log(
    `\n${PAIRS} pairs: ${tells ? "THEY CAN BE TOLD APART" : "they cannot be told apart"}, wanted within ${TARGET} ms`,
  );
  console.log(`control: ${caught ? "caught" : "NOT CAUGHT"}; foreign load ${percent(foreignLoad())} of the machine`);
  if (tells || !caught) process.exitCode = 1;
}

function md5(text: string): string {
  return createHash("md5").update(text).digest("hex");
}

function mean(all: readonly number[]): number {
  return all.reduce((sum, one) => sum + one, 0) / all.length;
}

/** Two means, and by how many of their standard errors they differ. The slowest hundredth of each is the machine's. */
function welch(all: readonly number[], others: readonly number[]): { readonly by: number; readonly t: number } {
  const [one, other] = [all, others].map((values) => {
    const kept = [...values].sort((a, b) => a - b).slice(0, Math.ceil(values.length * 0.99));
    const middle = mean(kept);
    const error = kept.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (kept.length - 1) / kept.length;
    return { middle, error };
  });
  if (!one || !other) throw new Error("there is nothing to compare");
  const by = one.middle - other.middle;
  return { by, t: by / Math.sqrt(one.error + other.error) };
}
