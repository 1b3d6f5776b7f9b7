import { printTable } from "../figures.ts";
import { appKilled } from "./app-killed.ts";
import { ASKED_KINDS, isAskedKind } from "./asked.ts";
import { databaseKilled } from "./database-killed.ts";
import { doubleSubmits } from "./double-submits.ts";
import { verifyEvidence } from "./evidence.ts";
import { jobsKilled } from "./jobs-killed.ts";
import { outboxOutage } from "./outbox-outage.ts";
import { replays } from "./replays.ts";
import { revocationsKilled } from "./revocations-killed.ts";
import { stopsKilled } from "./stops-killed.ts";
import type { Trial, Tried } from "./trial.ts";
import { upstreamsKilled } from "./upstreams-killed.ts";
import { startFaultWorld } from "./world.ts";
import { wrongClock } from "./wrong-clock.ts";

/**
 * `npm run bench:faults`: bad luck, on purpose. After each trial three ledgers are held against one another: what the
 * browser was told, our database, the authorization server's. Each trial is run once more with something broken, and
 * must then fail: a trial that cannot fail proves nothing.
 *
 * What goes by the kind of consent that is asked for is tried with each of them. `-- --short` a few of each; `-- --sample`
 * fewer still: what takes long is tried with two kinds, or not at all; `-- --only R3` one figure; `-- --kind file_payment` one kind. Ends with 1 when anything was found, or a control was not caught.
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
  revocationsKilled,
  stopsKilled,
];

const said = (option: string) =>
  process.argv.includes(option) ? process.argv[process.argv.indexOf(option) + 1] : undefined;
const sample = process.argv.includes("--sample");
const short = sample || process.argv.includes("--short");
const only = said("--only");
const kind = said("--kind");
if (kind !== undefined && !isAskedKind(kind)) throw new Error(`there is no kind ${kind}; choose one of ${ASKED_KINDS}`);
const kinds = kind === undefined ? ASKED_KINDS : [kind];
/** One that the log-in alone confirms, and one that a factor does. */
const SAMPLE = ASKED_KINDS.filter((each) => each === "account_access" || each === "domestic_payment");
const isLeftOut = ({ times, slow, everyKind }: Trial) =>
  (short && times.short === 0) || (sample && slow === true && everyKind === undefined);
const chosen = TRIALS.filter((trial) => (only === undefined ? !isLeftOut(trial) : trial.figure === only));
if (chosen.length === 0) throw new Error(`there is no figure ${only}; choose one of ${TRIALS.map((t) => t.figure)}`);

const rows = [["figure", "bad luck", "asked for", "done", "found", "control", "seconds"]];
let good = true;
const world = await startFaultWorld();
try {
  for (const trial of chosen) {
    const asked = kindsFor(trial);
    const times = (short && trial.times.short) || Math.ceil(trial.times.long / asked.length);
    for (const each of asked) {
      const begun = performance.now();
      const { done, findings } = await trial.run({ ...world, kind: each }, times);
      const tried = { done, findings: [...findings, ...(await verifyEvidence(world))] };
      good &&= tried.findings.length === 0;
      report(trial, each, tried);
      rows.push([trial.figure, trial.what, each, tried.done, countsOf(tried), "", secondsSince(begun)]);
    }
    const [first = world.kind] = asked;
    const begun = performance.now();
    const control = await trial.control.run({ ...world, kind: first }, trial.times.control);
    const caught = control.findings.length > 0;
    good &&= caught;
    console.log(`  control, ${trial.control.broken}: ${control.done}: ${countsOf(control)}`);
    const verdict = caught ? `caught: ${countsOf(control)}` : "NOT CAUGHT";
    rows.push([trial.figure, trial.control.broken, first, control.done, "", verdict, secondsSince(begun)]);
  }
} finally {
  await world.stop();
}
console.log("");
printTable(rows);
process.exit(good ? 0 : 1);

function kindsFor({ everyKind, slow }: Trial): readonly (typeof ASKED_KINDS)[number][] {
  if (!everyKind) return [world.kind];
  return sample && slow && kind === undefined ? SAMPLE : kinds;
}

function countsOf({ findings }: Tried): string {
  if (findings.length === 0) return "nothing";
  const counts = new Map<string, number>();
  for (const { fault } of findings) counts.set(fault, (counts.get(fault) ?? 0) + 1);
  return [...counts].map(([fault, count]) => `${count} ${fault}`).join(", ");
}

function secondsSince(begun: number): string {
  return ((performance.now() - begun) / 1_000).toFixed(0);
}

function report({ figure }: Trial, kind: string, tried: Tried): void {
  console.log(`${figure}, ${kind}: ${tried.done}: ${countsOf(tried)}`);
  for (const { fault, what } of tried.findings.slice(0, 20)) console.log(`  ${fault}: ${what}`);
}
