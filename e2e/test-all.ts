import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Failed, failedInPlaywright, failedInVitest } from "./what-failed.ts";

/**
 * `npm test`: type-check, lint, unit and integration tests, browser journeys; what failed once more and one line that
 * counts them at the end, for whoever is shown no more than that. All of it runs even when an early part fails, so that
 * one run tells everything. What needs one processor runs beside
 * something else that does; what measures time, or takes both, runs alone.
 */

const reports = mkdtempSync(join(tmpdir(), "assent-reports-"));
const bin = (name: string) => join("node_modules/.bin", name);
const total = { passed: 0, failed: 0, skipped: 0 };
const failed: Failed[] = [];

type Ran = { good: boolean; printed: string };

/** What it prints comes in one piece at its end, where something else runs beside it. */
async function run(
  title: string,
  command: string,
  args: string[],
  env: Record<string, string> = {},
  beside = false,
): Promise<Ran> {
  if (!beside) console.log(`\n── ${title}`);
  const started = performance.now();
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...env } });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      if (!beside) process.stdout.write(chunk);
    });
  const good = await new Promise<boolean>((resolve) => {
    child.once("error", () => resolve(false));
    child.once("close", (status) => resolve(status === 0));
  });
  const printed = Buffer.concat(chunks).toString();
  if (beside) console.log(`\n── ${title}\n${printed}`);
  console.log(`── ${title}: ${good ? "good" : "FAILED"}, ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return { good, printed };
}

/** A check without tests of its own counts as one; why it failed stands in its last lines. */
async function check(title: string, command: string, args: string[], beside = false): Promise<void> {
  const { good, printed } = await run(title, command, args, {}, beside);
  total[good ? "passed" : "failed"] += 1;
  if (!good) failed.push({ test: title, why: printed.split("\n").slice(-60).join("\n") });
}

async function vitest(project: "unit" | "integration"): Promise<void> {
  const file = join(reports, `${project}.json`);
  const { good } = await run(`${project} tests`, bin("vitest"), [
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ]);
  const report = readReport(file) as
    | { numPassedTests: number; numFailedTests: number; numPendingTests: number }
    | undefined;
  total.passed += report?.numPassedTests ?? 0;
  total.skipped += report?.numPendingTests ?? 0;
  // A file that does not even load has no tests to count, and must not pass for that.
  total.failed += report?.numFailedTests || (good ? 0 : 1);
  failed.push(...failedInVitest(report));
}

async function journeys(): Promise<void> {
  const file = join(reports, "journeys.json");
  const { good } = await run("browser journeys", bin("playwright"), ["test", "-c", "e2e/playwright.config.ts"], {
    ASSENT_TEST_REPORT: file,
  });
  const report = readReport(file) as
    | { stats: { expected: number; unexpected: number; flaky: number; skipped: number } }
    | undefined;
  total.passed += report?.stats.expected ?? 0;
  total.skipped += report?.stats.skipped ?? 0;
  total.failed += (report ? report.stats.unexpected + report.stats.flaky : 0) || (good ? 0 : 1);
  failed.push(...failedInPlaywright(report));
}

function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

async function buildAfterLint(): Promise<void> {
  await check("lint", bin("biome"), ["check", "--error-on-warnings", "."], true);
  await check("build", bin("tsx"), ["sandbox/build.ts", "--all"], true);
}

await Promise.all([check("type-check", bin("tsc"), ["--noEmit"], true), buildAfterLint()]);
// After the build: some of them hold it against the rules.
await vitest("unit");
await vitest("integration");
await check("bad luck, a sample", bin("tsx"), ["bench/faults/run.ts", "--sample"]);
await journeys();
rmSync(reports, { recursive: true, force: true });

for (const { test, why } of failed) console.log(`\n── failed: ${test}\n${why}`);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
