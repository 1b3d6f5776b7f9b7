import { request } from "undici";
import { buildIfStale } from "../sandbox/build.ts";
import { resetSandbox, runSandbox } from "../sandbox/run-sandbox.ts";
import { cpuSecondsOf, QUIET, quietGate, requireProc, residentBytesOf, watchForeignLoad } from "./cpu.ts";
import { figureOf, percent, printFigure, printTable, ratioOf } from "./figures.ts";
import { askTimes } from "./load.ts";
import { openPages } from "./pages.ts";
import { createWorld, type PageServer, stopOnSignal, temporaryTopology, type World } from "./world.ts";

/**
 * `npm run bench:start-up`: how long the app takes from being started to its first answer, and how much memory it holds
 * after thousands of pages, against a bare node:http server under the same limit; then the whole sandbox, from built to
 * ready.
 */

const ROUNDS = 5;
/** Without a limit Node lets its heap grow for as long as there is memory, and the figure says nothing. */
const HEAP = "--max-old-space-size=128";
const PAGES = 20_000;
const TARGETS = { appMs: 1_500, sandboxSeconds: 15, sandboxMegabytes: 900 } as const;

requireProc();
await buildIfStale();
// First, while this process is small: it stands for the launcher, whose memory counts.
await measureSandbox();
const world = await createWorld();
try {
  await measureStart(world);
  await measureMemory(world);
} finally {
  await world.stop();
}

async function measureSandbox(): Promise<void> {
  const { topology, remove } = await temporaryTopology();
  const options = { externalDatabase: false, reset: false, report: () => {} };
  const cleanUp = async () => {
    await resetSandbox(topology, false);
    remove();
  };
  const stayOnSignal = stopOnSignal(cleanUp);
  console.log(`\nThe whole sandbox, from built to ready\n`);
  const rows = [["", "s", "MB", "foreign load"]];
  try {
    for (const name of ["first start, with a new database and new keys", "second start"]) {
      const foreignLoad = watchForeignLoad([process.pid]);
      const begun = performance.now();
      const sandbox = await runSandbox(topology, options);
      const seconds = (performance.now() - begun) / 1_000;
      rows.push([name, seconds.toFixed(1), megabytes(sandbox.memory()).toFixed(0), foreignLoad().toFixed(2)]);
      await sandbox.stop();
    }
  } finally {
    await cleanUp();
    stayOnSignal();
  }
  rows.push(["wanted at most", String(TARGETS.sandboxSeconds), String(TARGETS.sandboxMegabytes), ""]);
  printTable(rows);
}

async function measureStart({ app, bare, pids }: World): Promise<void> {
  const ours = [process.pid, ...pids()];
  await quietGate(ours);
  const found = { bare: [] as Start[], app: [] as Start[] };
  const foreignLoad = watchForeignLoad(ours);
  for (let round = 0; round < ROUNDS; round++) {
    found.bare.push(await startOnce(bare));
    found.app.push(await startOnce(app));
  }
  const load = foreignLoad();
  console.log(`\nFrom being started to the first 200 of /healthz, ${ROUNDS} interleaved rounds\n`);
  const row = (name: string, of: (start: Start) => number, wanted: string) => {
    const [own, other] = [found.bare.map(of), found.app.map(of)];
    return [
      name,
      printFigure(figureOf(own), 0),
      printFigure(figureOf(other), 0),
      printFigure(ratioOf(other, own), 1),
      wanted,
    ];
  };
  printTable([
    ["", "bare node:http", "this app", "ratio", "wanted at most"],
    row("time, ms", (start) => start.ms, String(TARGETS.appMs)),
    row("CPU until then, ms", (start) => start.cpuMs, ""),
  ]);
  if (load > QUIET) console.log(`\n${percent(load)} of the machine was busy with other work: take the CPU ratio.`);
}

interface Start {
  readonly ms: number;
  readonly cpuMs: number;
}

async function startOnce({ origin, start }: PageServer): Promise<Start> {
  const begun = performance.now();
  const server = await start([HEAP]);
  const { statusCode, body } = await request(`${origin}/healthz`, { reset: true });
  await body.dump();
  const measured = { ms: performance.now() - begun, cpuMs: cpuSecondsOf(server.pid) * 1_000 };
  await server.stop();
  if (statusCode !== 200) throw new Error(`/healthz answered ${statusCode}`);
  return measured;
}

async function measureMemory(world: World): Promise<void> {
  const [app, bare] = [await world.app.start([HEAP]), await world.bare.start([HEAP])];
  const memory = () => [bare, app].map(({ pid }) => megabytes(residentBytesOf(pid)));
  const rows = [["", "bare node:http, MB", "this app, MB", "times as much"]];
  const note = (name: string) => {
    const [own, other] = memory() as [number, number];
    rows.push([name, own.toFixed(0), other.toFixed(0), (other / own).toFixed(1)]);
  };
  note("started");
  const pages = await openPages(world, { app, bare });
  for (let served = 0; served < PAGES; served += PAGES / 4) {
    await askTimes(pages.bare, PAGES / 4);
    await askTimes(pages.app, PAGES / 4);
    note(`after ${served + PAGES / 4} pages`);
  }
  console.log(`\nResident memory under ${HEAP}\n`);
  printTable(rows);
}

function megabytes(bytes: number): number {
  return bytes / 1024 / 1024;
}
