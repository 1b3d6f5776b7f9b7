import { printTable } from "../figures.ts";
import { appKilled } from "./app-killed.ts";
import { databaseKilled } from "./database-killed.ts";
import { doubleSubmits } from "./double-submits.ts";
import { verifyEvidence } from "./evidence.ts";
import { jobsKilled } from "./jobs-killed.ts";
import { outboxOutage } from "./outbox-outage.ts";
import { replays } from "./replays.ts";
import type { Trial, Tried } from "./trial.ts";
import { upstreamsKilled } from "./upstreams-killed.ts";
import { startFaultWorld } from "./world.ts";
import { wrongClock } from "./wrong-clock.ts";

/**
 * `npm run bench:faults`: bad luck, on purpose. After each trial three ledgers are held against one another: what the
 * browser was told, our database, the authorization server's. Each trial is run once more with something broken, and
 * must then fail: a trial that cannot fail proves nothing.
 *
 * `-- --short` a few of each; `-- --only R3` one figure. Ends with 1 when anything was found, or a control was not caught.
 */

const TRIALS: readonly Trial[] = [
  appKilled,
  upstreamsKilled,
  databaseKilled,
  doubleSubmits,
  outboxOutage,
  replays,
  wrongClock,
  jobsKilled,
];

const short = process.argv.includes("--short");
const only = process.argv.includes("--only") ? process.argv[process.argv.indexOf("--only") + 1] : undefined;
const chosen = TRIALS.filter(({ figure, times }) => (only === undefined ? !short || times.short > 0 : figure === only));
if (chosen.length === 0) throw new Error(`there is no figure ${only}; choose one of ${TRIALS.map((t) => t.figure)}`);

const rows = [["figure", "bad luck", "done", "found", "control", "seconds"]];
let good = true;
const world = await startFaultWorld();
try {
  for (const trial of chosen) {
    const begun = performance.now();
    const { done, findings } = await trial.run(world, (short && trial.times.short) || trial.times.long);
    const tried = { done, findings: [...findings, ...(await verifyEvidence(world))] };
    const control = await trial.control.run(world, trial.times.control);
    const seconds = ((performance.now() - begun) / 1_000).toFixed(0);
    const caught = control.findings.length > 0;
    good &&= tried.findings.length === 0 && caught;
    report(trial, tried, control);
    rows.push([
      trial.figure,
      trial.what,
      tried.done,
      countsOf(tried),
      caught ? `caught: ${countsOf(control)}` : "NOT CAUGHT",
      seconds,
    ]);
  }
} finally {
  await world.stop();
}
console.log("");
printTable(rows);
process.exit(good ? 0 : 1);

function countsOf({ findings }: Tried): string {
  if (findings.length === 0) return "nothing";
  const counts = new Map<string, number>();
  for (const { fault } of findings) counts.set(fault, (counts.get(fault) ?? 0) + 1);
  return [...counts].map(([fault, count]) => `${count} ${fault}`).join(", ");
}

function report({ figure, control: { broken } }: Trial, tried: Tried, control: Tried): void {
  console.log(`${figure}: ${tried.done}: ${countsOf(tried)}`);
  for (const { fault, what } of tried.findings.slice(0, 20)) console.log(`  ${fault}: ${what}`);
  console.log(`  control, ${broken}: ${control.done}: ${countsOf(control)}`);
}
