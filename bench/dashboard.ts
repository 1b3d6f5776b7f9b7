import { createHash, randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import postgres from "postgres";
import { Pool } from "undici";
import { migrate } from "../db/migrate.ts";
import { freePort } from "../db/testing.global.ts";
import { requireProc, watchForeignLoad } from "./cpu.ts";
import { EACH, fillConsents } from "./dashboard-consents.ts";
import { figureOf, percent, printFigure, printTable, ratioOf } from "./figures.ts";
import { createWorld } from "./world.ts";

/**
 * `npm run bench:dashboard`: a customer's lists with a few consents in the table and with millions (`-- --rows 10000000`;
 * one million otherwise), both in the same run, over HTTP from the built app, each time another customer (P6).
 */

const FEW = 10_000;
const ROUNDS = 5;
/** Of each list, in each round. */
const PAGES = 50;
const CUSTOMERS = 100;
const LISTS = ["", "?show=payments", "?show=ended", "?by=account"] as const;
const TARGETS = { ratio: 2, p99: 50 } as const;

const { values } = parseArgs({ options: { rows: { type: "string", default: "1000000" } } });
const MANY = Number(values.rows);
if (!Number.isSafeInteger(MANY) || MANY < FEW || MANY % EACH !== 0)
  throw new Error("--rows: a multiple of 20, from 10000");

requireProc();
const world = await createWorld();
try {
  const few = await start("few");
  const many = await start("many");
  for (const [side, total] of [
    [few, FEW],
    [many, MANY],
  ] as const) {
    const begun = performance.now();
    await fillConsents(side.sql, total, (rows) => console.log(`${rows} of ${total} consents`));
    await signIn(side, total);
    console.log(`${total} consents took ${((performance.now() - begun) / 1_000).toFixed(0)} s`);
  }
  const rounds = { few: [] as Round[], many: [] as Round[] };
  // Until the compiler has seen enough, and the database has read what it keeps in memory.
  for (const side of [few, many]) await measure(side);
  for (let round = 0; round < ROUNDS; round++) {
    rounds.few.push(await measure(few));
    rounds.many.push(await measure(many));
  }
  print(rounds);
  await Promise.all([few.sql.end(), many.sql.end()]);
} finally {
  await world.stop();
}

interface Side {
  readonly origin: string;
  readonly sql: postgres.Sql;
  readonly tokens: string[];
}

/** The app on a database of its own, in the same server. */
async function start(name: string): Promise<Side> {
  const admin = postgres(world.databaseUrl, { max: 1 });
  await admin.unsafe(`create database ${name}`);
  await admin.end();
  const url = new URL(world.databaseUrl);
  url.pathname = `/${name}`;
  await migrate(url.href);
  const origin = `http://127.0.0.1:${await freePort()}`;
  await world.app.start([], { WORKER: "off", DATABASE_URL: url.href, PORT: new URL(origin).port });
  return { origin, sql: postgres(url.href, { max: 1, onnotice: () => {} }), tokens: [] };
}

/** Customers from all over the table, each logged in for as long as this takes. */
async function signIn({ sql, tokens }: Side, total: number): Promise<void> {
  for (let nth = 0; nth < CUSTOMERS; nth++) {
    const token = randomBytes(20).toString("hex");
    const customer = `cus-${Math.floor(((nth + 0.5) / CUSTOMERS) * (total / EACH))}`;
    await sql`
      insert into assent.customer_session (token_hash, customer_id, began_at, idle_until, ends_at)
      values (${createHash("sha256").update(token).digest("base64url")}, ${customer}, now(), now() + interval '1 hour',
        now() + interval '1 hour')`;
    tokens.push(token);
  }
}

interface Round {
  readonly p50: number;
  readonly p99: number;
  readonly foreignLoad: number;
}

/** One page after the other, as one customer after the other opens them. */
async function measure({ origin, tokens }: Side): Promise<Round> {
  const pool = new Pool(origin, { connections: 1, pipelining: 1 });
  const foreignLoad = watchForeignLoad([process.pid, ...world.pids()]);
  const took: number[] = [];
  for (let nth = 0; nth < PAGES * LISTS.length; nth++) {
    const cookie = `__Host-customer=${tokens[nth % tokens.length]}`;
    const begun = performance.now();
    const path = `/dashboard${LISTS[nth % LISTS.length]}`;
    const { statusCode, body } = await pool.request({ method: "GET", path, headers: { cookie } });
    const text = await body.text();
    took.push(performance.now() - begun);
    if (statusCode !== 200 || !text.includes("App number")) throw new Error(`${path} was answered with ${statusCode}`);
  }
  await pool.close();
  took.sort((one, other) => one - other);
  const at = (share: number) => took[Math.floor(took.length * share)]!;
  return { p50: at(0.5), p99: at(0.99), foreignLoad: foreignLoad() };
}

function print({ few, many }: Record<"few" | "many", readonly Round[]>): void {
  const row = (name: string, of: (round: Round) => number) => [
    name,
    printFigure(figureOf(few.map(of)), 1),
    printFigure(figureOf(many.map(of)), 1),
    printFigure(ratioOf(many.map(of), few.map(of)), 2),
  ];
  console.log(
    `\nA page of the lists, ${ROUNDS} interleaved rounds of ${PAGES * LISTS.length}: median (lowest to highest)\n`,
  );
  printTable([
    ["", `${FEW} consents`, `${MANY} consents`, "ratio"],
    row("p50, ms", (round) => round.p50),
    row("p99, ms", (round) => round.p99),
  ]);
  const foreign = figureOf([...few, ...many].map((round) => round.foreignLoad));
  console.log(`\nForeign load: ${percent(foreign.median)} of the machine, ${percent(foreign.highest)} at most.`);
  const ratio = ratioOf(
    many.map(({ p99 }) => p99),
    few.map(({ p99 }) => p99),
  ).median;
  const p99 = figureOf(many.map((round) => round.p99)).median;
  console.log(`Targets: p99 at most ${TARGETS.ratio} times, and ${TARGETS.p99} ms.`);
  if (ratio > TARGETS.ratio || p99 > TARGETS.p99) process.exitCode = 1;
}
