import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * `npm test`: type-check, lint, unit and integration tests, browser journeys; one line that counts them at the end.
 * All of it runs even when an early part fails, so that one run tells everything.
 */

const reports = mkdtempSync(join(tmpdir(), "assent-reports-"));
const bin = (name: string) => join("node_modules/.bin", name);
const total = { passed: 0, failed: 0, skipped: 0 };

function run(title: string, command: string, args: string[], env: Record<string, string> = {}): boolean {
  console.log(`\n── ${title}`);
  const started = performance.now();
  const { status } = spawnSync(command, args, { stdio: "inherit", env: { ...process.env, ...env } });
  console.log(
    `── ${title}: ${status === 0 ? "good" : "FAILED"}, ${((performance.now() - started) / 1000).toFixed(1)} s`,
  );
  return status === 0;
}

/** A check without tests of its own counts as one. */
function check(title: string, command: string, args: string[]): void {
  total[run(title, command, args) ? "passed" : "failed"] += 1;
}

function vitest(project: "unit" | "integration"): void {
  const file = join(reports, `${project}.json`);
  const good = run(`${project} tests`, bin("vitest"), [
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
}

function journeys(): void {
  const file = join(reports, "journeys.json");
  const good = run("browser journeys", bin("playwright"), ["test", "-c", "e2e/playwright.config.ts"], {
    ASSENT_TEST_REPORT: file,
  });
  const report = readReport(file) as
    | { stats: { expected: number; unexpected: number; flaky: number; skipped: number } }
    | undefined;
  total.passed += report?.stats.expected ?? 0;
  total.skipped += report?.stats.skipped ?? 0;
  total.failed += (report ? report.stats.unexpected + report.stats.flaky : 0) || (good ? 0 : 1);
}

function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

check("type-check", bin("tsc"), ["--noEmit"]);
check("lint", bin("biome"), ["check", "--error-on-warnings", "."]);
// Before the unit tests: some of them hold the real build against the rules.
check("build", bin("tsx"), ["sandbox/build.ts", "--all"]);
vitest("unit");
vitest("integration");
check("bad luck, the short form", bin("tsx"), ["bench/faults/run.ts", "--short"]);
journeys();
rmSync(reports, { recursive: true, force: true });

console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
