import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { removeEmbeddedPostgres, startEmbeddedPostgres } from "../db/embedded-postgres.ts";
import { migrate } from "../db/migrate.ts";
import { freePort } from "../db/testing.global.ts";
import { appEnvironment } from "../sandbox/app-environment.ts";
import { buildIfStale } from "../sandbox/build.ts";
import { ensurePki } from "../sandbox/pki.ts";
import { PORTS, type Topology, topologyFromEnv, topologyToEnv } from "../sandbox/topology.ts";
import { type ServerProcess, startServerProcess } from "./server-process.ts";

/** A page that can be started, always on the same address. */
export interface PageServer {
  readonly origin: string;
  /**
   * @param execArgv options for Node.
   * @param settings in the place of the usual ones.
   */
  start(execArgv?: readonly string[], settings?: Readonly<Record<string, string>>): Promise<ServerProcess>;
}

/** All that the app and the baseline need: a database, certificates, an authorization server and a bank. */
export interface World {
  /** The production build. */
  readonly app: PageServer;
  /** The baseline. It imitates the HTML that `pageFile` holds when it is first asked for it. */
  readonly bare: PageServer;
  readonly pageFile: string;
  /** Of the app, with the rights of whoever owns the server. */
  readonly databaseUrl: string;
  /** From now on both upstreams wait this long before they answer for a page. */
  slowDown(delayMs: number): void;
  /** Every process that runs at this moment, without this one. */
  pids(): readonly number[];
  stop(): Promise<void>;
}

/**
 * Ctrl-C ends a measurement with all its processes, and not only the one that drives it.
 *
 * @returns takes that back, once everything is stopped.
 */
export function stopOnSignal(stop: () => Promise<void>): () => void {
  const signals = ["SIGINT", "SIGTERM"] as const;
  const onSignal = () => void stop().finally(() => process.exit(1));
  for (const signal of signals) process.once(signal, onSignal);
  return () => {
    for (const signal of signals) process.off(signal, onSignal);
  };
}

/** A topology of free ports, with a data folder that is gone after `remove`. */
export async function temporaryTopology(): Promise<{ topology: Topology; remove(): void }> {
  const ports: Record<string, string> = {};
  for (const { variable } of Object.values(PORTS)) ports[variable] = String(await freePort());
  const dataFolder = mkdtempSync(join(tmpdir(), "assent-bench-"));
  const topology = topologyFromEnv({ ...ports, SANDBOX_DATA: dataFolder });
  return { topology, remove: () => rmSync(dataFolder, { recursive: true, force: true }) };
}

export async function createWorld(): Promise<World> {
  await buildIfStale();
  const { topology, remove } = await temporaryTopology();
  const inData = (name: string) => join(topology.dataFolder, name);
  const running = new Set<ServerProcess>();
  const undo: (() => Promise<void>)[] = [async () => remove()];
  const stopAll = async () => {
    await Promise.all([...running].map((server) => server.stop()));
    for (const each of undo.reverse()) await each();
  };
  let stopping: Promise<void> | undefined;
  // After a signal the measurement fails too, and must not end this process before everything is stopped.
  const stop = () => {
    stopping ??= stopAll();
    return stopping;
  };
  stopOnSignal(stop);
  const start = async (script: string, env: Record<string, string>, execArgv: readonly string[] = []) => {
    const server = await startServerProcess(script, env, inData("servers.log"), execArgv);
    running.add(server);
    const stopServer = async () => {
      running.delete(server);
      await server.stop();
    };
    return { ...server, stop: stopServer };
  };

  try {
    await ensurePki(topology.pkiFolder);
    const database = await startEmbeddedPostgres(inData("postgres"), topology.ports.database);
    undo.push(async () => {
      await database.stop();
      await removeEmbeddedPostgres(inData("postgres"));
    });
    await migrate(topology.databaseUrl);
    const scripts = await bundleServers();
    const upstreams = await start(scripts.upstreams, topologyToEnv(topology));
    const pageFile = inData("page.html");
    const barePort = topology.ports.tpp;
    // The baseline makes two calls, and there are no checks for fraud among them.
    const { BANK_RISK_URL: _, ...appSettings } = appEnvironment(topology);
    const bareEnvironment = { ...topologyToEnv(topology), PORT: String(barePort), PAGE_FILE: pageFile };
    return {
      app: {
        origin: `http://127.0.0.1:${topology.ports.app}`,
        start: (execArgv, settings) => start("build/app/main.js", { ...appSettings, ...settings }, execArgv),
      },
      bare: {
        origin: `http://127.0.0.1:${barePort}`,
        start: (execArgv, settings) => start(scripts.bare, { ...bareEnvironment, ...settings }, execArgv),
      },
      pageFile,
      databaseUrl: topology.databaseUrl,
      slowDown: (delayMs) => upstreams.tell({ delayMs }),
      pids: () => [database.pid, ...[...running].map(({ pid }) => pid)],
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Bundled beforehand, so that compiling TypeScript is no part of what is measured. */
async function bundleServers(): Promise<{ upstreams: string; bare: string }> {
  await build({
    entryPoints: ["bench/stub-upstreams.ts", "bench/bare-page.ts"],
    outdir: "build/bench",
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    packages: "external",
    logLevel: "warning",
  });
  return { upstreams: "build/bench/stub-upstreams.js", bare: "build/bench/bare-page.js" };
}
