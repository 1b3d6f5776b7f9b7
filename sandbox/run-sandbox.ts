import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { removeEmbeddedPostgres, startEmbeddedPostgres } from "../db/embedded-postgres.ts";
import { appEnvironment, writeAppSettings } from "./app-environment.ts";
import { SERVICES } from "./build.ts";
import { createAppLogin, dropSchemas } from "./database.ts";
import { memoryOf } from "./footprint.ts";
import { ensurePki } from "./pki.ts";
import { type RunningProcess, startProcess } from "./processes.ts";
import { PORTS, type PortName, type Topology, topologyToEnv } from "./topology.ts";

export interface Sandbox {
  readonly processes: readonly RunningProcess[];
  /** Bytes, of everything that runs. */
  memory(): number;
  /** Services first, the database last. Leaves nothing running. */
  stop(): Promise<void>;
}

export interface SandboxOptions {
  /** Use this server instead of the embedded one. */
  readonly externalDatabase: boolean;
  /** Forget what earlier runs kept. */
  readonly reset: boolean;
  readonly report: (step: string) => void;
}

/**
 * Runs every service of the sandbox from `build/`, each as a process of its own, and waits until all are ready.
 *
 * @throws Error that names the taken port and the variable that moves it, or the service that could not start. What
 *   was started by then is stopped.
 */
export async function runSandbox(topology: Topology, options: SandboxOptions): Promise<Sandbox> {
  mkdirSync(topology.dataFolder, { recursive: true, mode: 0o700 });
  const releaseLock = takeLock(topology.dataFolder);
  const stops: (() => Promise<void>)[] = [async () => releaseLock()];
  const processes: RunningProcess[] = [];
  const stop = async () => {
    await Promise.all(processes.map((running) => running.stop()));
    for (const undo of stops.reverse()) await undo();
  };
  try {
    await checkPorts(topology);
    // Only now: what still runs must not lose its data.
    if (options.reset) await resetSandbox(topology, options.externalDatabase);
    options.report("starting the database");
    const [database] = await Promise.all([
      options.externalDatabase
        ? undefined
        : startEmbeddedPostgres(join(topology.dataFolder, "postgres"), topology.ports.database),
      ensurePki(topology.pkiFolder),
    ]);
    if (database) stops.push(() => database.stop());
    const start = async (name: string, script: string, env: Record<string, string>) => {
      processes.push(await startProcess(name, script, env, join(topology.dataFolder, "logs", `${name}.log`)));
    };
    options.report("starting the services");
    const outcomes = await Promise.allSettled([
      ...SERVICES.map((name) => start(name, `build/sandbox/${name}.js`, topologyToEnv(topology))),
      migrateThenStartApp(topology, options.externalDatabase, start),
    ]);
    const failure = outcomes.find((outcome) => outcome.status === "rejected");
    if (failure) throw failure.reason;
    const roots = () => [process.pid, ...processes.map(({ pid }) => pid), ...(database ? [database.pid] : [])];
    return { processes, memory: () => memoryOf(roots()), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Deletes everything that earlier runs kept; the lock of this one stays. */
export async function resetSandbox(topology: Topology, externalDatabase: boolean): Promise<void> {
  if (externalDatabase) await dropSchemas(topology.databaseUrl);
  else await removeEmbeddedPostgres(join(topology.dataFolder, "postgres"));
  for (const entry of readdirSync(topology.dataFolder)) {
    if (entry !== LOCK) rmSync(join(topology.dataFolder, entry), { recursive: true, force: true });
  }
}

const LOCK = "launcher.pid";

async function migrateThenStartApp(
  topology: Topology,
  externalDatabase: boolean,
  start: (name: string, script: string, env: Record<string, string>) => Promise<void>,
): Promise<void> {
  const { migrate } = await import("../db/migrate.ts");
  await migrate(topology.databaseUrl);
  // Whoever brings a server of their own decides what its logins may do; the app takes no more than its role's rights.
  const databaseUrl = externalDatabase ? topology.databaseUrl : await createAppLogin(topology.databaseUrl);
  const environment = { ...appEnvironment(topology), DATABASE_URL: databaseUrl };
  writeAppSettings(join(topology.dataFolder, "app.env"), environment);
  await start("app", "build/app/main.js", environment);
}

/** Two launchers on one data folder would fight over it. A lock whose process is gone is stale. */
function takeLock(dataFolder: string): () => void {
  const file = join(dataFolder, LOCK);
  if (existsSync(file)) {
    const pid = Number(readFileSync(file, "utf8"));
    if (isLauncher(pid)) throw new Error(`a sandbox already runs here (process ${pid}); stop it with Ctrl-C first`);
  }
  writeFileSync(file, String(process.pid));
  return () => rmSync(file, { force: true });
}

function isLauncher(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // After a reboot the number may belong to anyone; where /proc exists it tells.
    const command = `/proc/${pid}/cmdline`;
    return !existsSync("/proc/self/cmdline") || readFileSync(command, "utf8").includes("sandbox");
  } catch {
    return false;
  }
}

async function checkPorts(topology: Topology): Promise<void> {
  // The database may still run from a killed launcher: it is found by its data folder and not by its port.
  const names = (Object.keys(PORTS) as PortName[]).filter((name) => name !== "database");
  const taken = (
    await Promise.all(names.map(async (name) => ((await isFree(topology.ports[name])) ? [] : [name])))
  ).flat();
  if (taken.length > 0) {
    const list = taken.map((name) => `  port ${topology.ports[name]} (${name}): set ${PORTS[name].variable}`);
    throw new Error(`these ports are taken by other programs; choose others:\n${list.join("\n")}`);
  }
}

/** A service of a launcher that was killed a moment ago may still be leaving: it gets three seconds. */
async function isFree(port: number): Promise<boolean> {
  for (let attempt = 0; ; attempt++) {
    const free = await new Promise<boolean>((resolve) => {
      const probe = createServer();
      probe.once("error", () => resolve(false));
      probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
    });
    if (free || attempt === 15) return free;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
