import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "../../db/embedded-postgres.ts";

/** A PostgreSQL server whose processes can all be killed at once, as when the machine's memory runs out. */
export interface DatabaseVictim {
  readonly pid: number;
  /** SIGKILL for the postmaster and everything that it started. Resolves when none is left. */
  kill(): Promise<void>;
  /** Recovers from what is on the disk. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export async function startDatabaseVictim(folder: string, port: number): Promise<DatabaseVictim> {
  let server: EmbeddedPostgres = await startEmbeddedPostgres(folder, port);
  return {
    get pid() {
      return server.pid;
    },
    async kill() {
      const all = [server.pid, ...childrenOf(server.pid)];
      for (const pid of all) kill(pid);
      // One that is left would keep the shared memory, and the next server would not start.
      while (all.some(isThere)) await sleep(10);
    },
    async start() {
      server = await startEmbeddedPostgres(folder, port);
    },
    stop: () => server.stop(),
  };
}

function childrenOf(parent: number): number[] {
  return readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    const fields = statusOf(Number(name));
    return fields?.parent === parent ? [Number(name)] : [];
  });
}

/** A process that nobody has waited for is a zombie, and as good as gone. */
const isThere = (pid: number) => !["Z", "X", undefined].includes(statusOf(pid)?.state);

function statusOf(pid: number): { state: string; parent: number } | undefined {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [state = "", parent] = line.slice(line.lastIndexOf(")") + 2).split(" ");
    return { state, parent: Number(parent) };
  } catch {
    return undefined;
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // A backend that ended by itself meanwhile.
  }
}
