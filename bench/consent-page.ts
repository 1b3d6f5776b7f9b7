import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { cpuSecondsOf, QUIET, quietGate, requireProc } from "./cpu.ts";
import { figureOf, percent, printFigure, printTable, ratioOf } from "./figures.ts";
import { askTimes, type LoadOptions, load, type Round } from "./load.ts";
import { openPages, type Pages } from "./pages.ts";
import { createWorld } from "./world.ts";

/**
 * `npm run bench:consent-page`: what our consent page costs, against a page of the same bytes that node:http alone serves
 * after the same two calls over mutual TLS. Both run against the same upstreams in the same minute, so only the ratios
 * mean something elsewhere. Then: how long the page takes when the authorization server and the bank take 200 ms.
 */

const ROUNDS = 5;
/** Of each page, before anything counts: until the compiler has seen enough. By number, because a busy machine is slow. */
const WARM_UP = 4_000;
const DELAY_MS = 200;
const SETTLING_MS = 5_000;
const RESTING_MS = 20_000;
const SLOW_ROUNDS = 3;
/** Of CPU per request, and of the latency under slow upstreams. */
const TARGETS = { cpu: 0.2, slowP50: 1.1, slowP99: 1.35 } as const;

requireProc();
const world = await createWorld();
try {
  const atRest = await restingLoad();
  // The jobs take the same each second, however many pages there are.
  const app = await world.app.start([], { WORKER: "off" });
  const pages = await openPages(world, { app, bare: await world.bare.start() });
  const ours = world.pids();

  await askTimes(pages.bare, WARM_UP);
  await askTimes(pages.app, WARM_UP);
  await quietGate([process.pid, ...ours]);
  printCost(pages, await interleaved(pages, { connections: 16, seconds: 4, pauseMs: 0, ours }, ROUNDS));
  console.log(`The jobs in the app's process, with nothing to do, take ${percent(atRest)} of a processor beside that.`);

  world.slowDown(DELAY_MS);
  const slow = { connections: 16, seconds: 8, pauseMs: DELAY_MS, ours };
  printPatience(await interleaved(pages, slow, SLOW_ROUNDS));
} finally {
  await world.stop();
}

/** Of one processor, 0 to 1: what the app takes with its jobs and nobody to serve. */
async function restingLoad(): Promise<number> {
  const app = await world.app.start();
  await sleep(SETTLING_MS);
  const [begun, cpu] = [performance.now(), cpuSecondsOf(app.pid)];
  await sleep(RESTING_MS);
  const load = ((cpuSecondsOf(app.pid) - cpu) / (performance.now() - begun)) * 1_000;
  await app.stop();
  return load;
}

interface Rounds {
  readonly bare: readonly Round[];
  readonly app: readonly Round[];
}

async function interleaved({ bare, app }: Pages, options: LoadOptions, rounds: number): Promise<Rounds> {
  const found = { bare: [] as Round[], app: [] as Round[] };
  for (let round = 0; round < rounds; round++) {
    found.bare.push(await load(bare, options));
    found.app.push(await load(app, options));
  }
  return found;
}

function printCost({ html }: Pages, { bare, app }: Rounds): void {
  const row = (name: string, of: (round: Round) => number, digits: number, ratio = "") => [
    name,
    printFigure(figureOf(bare.map(of)), digits),
    printFigure(figureOf(app.map(of)), digits),
    ratio,
  ];
  const cpuOf = (round: Round) => round.cpuPerRequest;
  const rateOf = (round: Round) => round.perSecond;
  const cpu = ratioOf(bare.map(cpuOf), app.map(cpuOf));
  const rate = ratioOf(app.map(rateOf), bare.map(rateOf));
  console.log(`\nConsent page, 16 connections, ${ROUNDS} interleaved rounds of 4 s: median (lowest to highest)\n`);
  printTable([
    ["", "bare node:http", "this app", "ratio"],
    row("CPU of the server, µs/request", cpuOf, 0, printFigure(cpu, 3)),
    row("requests/s", rateOf, 0, printFigure(rate, 3)),
    row("p50, ms", (round) => round.p50, 1),
    row("p99, ms", (round) => round.p99, 1),
    row("server busy, of one processor", (round) => round.serverBusy, 2),
    row("foreign load, of the machine", (round) => round.foreignLoad, 2),
  ]);
  const bytes = `${Buffer.byteLength(html)} bytes, ${gzipSync(html).length} with gzip`;
  console.log(`\nHTML of both: ${bytes}`);
  console.log(`CPU ratio ${cpu.median.toFixed(3)}; wanted: at least ${TARGETS.cpu.toFixed(2)}`);
  const foreign = Math.max(...[...bare, ...app].map((round) => round.foreignLoad));
  if (foreign > QUIET) {
    console.log(
      `Up to ${percent(foreign)} of the machine was busy with other work: take the CPU ratio, not the rates.`,
    );
  }
}

function printPatience({ bare, app }: Rounds): void {
  const rounds = `16 customers, ${SLOW_ROUNDS} interleaved rounds of 8 s`;
  console.log(`\nWith upstreams that take ${DELAY_MS} ms each, ${rounds}: median (lowest to highest)\n`);
  const row = (name: string, of: (round: Round) => number, digits: number) => [
    name,
    printFigure(figureOf(bare.map(of)), digits),
    printFigure(figureOf(app.map(of)), digits),
  ];
  printTable([
    ["", "bare node:http", "this app", "wanted"],
    [...row("p50, times 200 ms", (round) => round.p50 / DELAY_MS, 3), `at most ${TARGETS.slowP50}`],
    [...row("p99, times 200 ms", (round) => round.p99 / DELAY_MS, 3), `at most ${TARGETS.slowP99}`],
    [...row("requests/s", (round) => round.perSecond, 0), ""],
    [...row("foreign load, of the machine", (round) => round.foreignLoad, 2), ""],
  ]);
}
