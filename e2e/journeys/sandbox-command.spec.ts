import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { removeEmbeddedPostgres } from "../../db/embedded-postgres.ts";
import { freePort } from "../../db/testing.global.ts";
import { PORTS } from "../../sandbox/topology.ts";

/** The launcher itself, as somebody types it: `npm run sandbox` and nothing around it. */
test.describe.configure({ mode: "serial", timeout: 120_000 });

let folder: string;
let environment: Record<string, string>;
const started: ChildProcess[] = [];

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "assent-launcher-"));
  environment = { SANDBOX_DATA: folder };
  for (const { variable } of Object.values(PORTS)) environment[variable] = String(await freePort());
});
test.afterAll(async () => {
  for (const launcher of started) if (launcher.exitCode === null) launcher.kill("SIGKILL");
  await removeEmbeddedPostgres(join(folder, "postgres"));
  rmSync(folder, { recursive: true, force: true });
});

function launch(...more: string[]) {
  const { DATABASE_URL: _, ...inherited } = process.env;
  const launcher = spawn(process.execPath, ["--import", "tsx", "sandbox/start.ts", ...more], {
    env: { ...inherited, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  started.push(launcher);
  let printed = "";
  for (const stream of [launcher.stdout, launcher.stderr]) {
    stream.on("data", (chunk) => {
      printed += chunk;
    });
  }
  const ended = new Promise<number | null>((resolve) => launcher.once("exit", (code) => resolve(code)));
  return { launcher, ended, printed: () => printed };
}

const untilReady = (run: ReturnType<typeof launch>) =>
  expect.poll(run.printed, { timeout: 60_000 }).toContain("Ctrl-C stops everything");

const isOpen = (variable: string) =>
  new Promise<boolean>((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(true));
    probe.listen(Number(environment[variable]), "127.0.0.1", () => probe.close(() => resolve(false)));
  });
const openPorts = async () => {
  const variables = Object.values(PORTS).map(({ variable }) => variable);
  const open = await Promise.all(variables.map(isOpen));
  return variables.filter((_, at) => open[at]);
};

test("a taken port is named with the variable that moves it, and nothing is left running", async () => {
  const squatter = createServer().listen(Number(environment["TPP_PORT"]), "127.0.0.1");
  const run = launch();
  expect(await run.ended).toBe(1);
  expect(run.printed()).toContain(`port ${environment["TPP_PORT"]} (tpp): set TPP_PORT`);
  await new Promise((resolve) => squatter.close(resolve));
  expect(await openPorts()).toEqual([]);
});

test("it starts, says what it took, and Ctrl-C leaves nothing running", async () => {
  const run = launch();
  await untilReady(run);
  expect(run.printed()).toMatch(/Ready in \d+\.\d s, \d+ MB in all/);
  expect(await openPorts()).toHaveLength(Object.keys(PORTS).length);
  const jobs = () => execFileSync("sh", ["-c", `. ${folder}/app.env; npm run -s jobs`], { encoding: "utf8" });
  await expect.poll(jobs, { timeout: 20_000 }).toContain("reconcile");
  run.launcher.kill("SIGINT");
  expect(await run.ended).toBe(0);
  expect(await openPorts()).toEqual([]);
});

test("after kill -9 the services leave by themselves, and the next start goes on with the same data", async () => {
  const certificate = () => readFileSync(join(folder, "pki/ca.pem"), "utf8");
  const before = certificate();
  const first = launch();
  await untilReady(first);
  first.launcher.kill("SIGKILL");
  await first.ended;
  const second = launch();
  await untilReady(second);
  expect(certificate()).toBe(before);
  second.launcher.kill("SIGTERM");
  expect(await second.ended).toBe(0);
  expect(await openPorts()).toEqual([]);
});

test("when what started the launcher is killed, everything leaves", async () => {
  const { DATABASE_URL: _, ...inherited } = process.env;
  const wrapper = spawn("sh", ["-c", '"$0" --import tsx sandbox/start.ts; true', process.execPath], {
    env: { ...inherited, ...environment },
    stdio: "ignore",
  });
  await expect.poll(openPorts, { timeout: 60_000 }).toHaveLength(Object.keys(PORTS).length);
  wrapper.kill("SIGKILL");
  // As long as each process may take to finish what it does.
  await expect.poll(openPorts, { timeout: 45_000 }).toEqual([]);
});

test("--reset starts clean", async () => {
  const certificate = readFileSync(join(folder, "pki/ca.pem"), "utf8");
  const run = launch("--reset");
  await untilReady(run);
  expect(readFileSync(join(folder, "pki/ca.pem"), "utf8")).not.toBe(certificate);
  run.launcher.kill("SIGINT");
  expect(await run.ended).toBe(0);
});

test("two launchers on the same data do not fight, --reset or not", async () => {
  const first = launch();
  await untilReady(first);
  const certificate = readFileSync(join(folder, "pki/ca.pem"), "utf8");
  for (const more of [[], ["--reset"]]) {
    const second = launch(...more);
    expect(await second.ended).toBe(1);
    expect(second.printed()).toContain("a sandbox already runs here");
  }
  expect(readFileSync(join(folder, "pki/ca.pem"), "utf8")).toBe(certificate);
  first.launcher.kill("SIGINT");
  await first.ended;
});
