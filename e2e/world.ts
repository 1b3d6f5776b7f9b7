import { topologyFromEnv } from "../sandbox/topology.ts";

/** One sandbox of this run, as `global-setup.ts` put it into the environment. */
export interface World {
  readonly settings: Readonly<Record<string, string>>;
  /** Of each service's process, by its name. */
  readonly pids: Readonly<Record<string, number>>;
}

/** The one of this worker. Playwright counts workers from 0, and gives the place of one that ended to the next. */
const world = (JSON.parse(process.env.SANDBOX_WORLDS ?? "[]") as World[])[Number(process.env.TEST_PARALLEL_INDEX)];

/** Where everything is; outside of a run, where it usually is. */
export const topology = topologyFromEnv(world?.settings);

type ServiceName = "app" | "authorization-server" | "identity-provider" | "bank" | "tpp";

const pidOf = (name: ServiceName): number => {
  const pid = world?.pids[name];
  if (!pid) throw new Error(`no process is known for ${name}`);
  return pid;
};

/** Stops a service in its tracks while `work` runs: it keeps its connections and answers nothing. */
export async function whileHanging<T>(name: ServiceName, work: () => Promise<T>): Promise<T> {
  process.kill(pidOf(name), "SIGSTOP");
  try {
    return await work();
  } finally {
    process.kill(pidOf(name), "SIGCONT");
  }
}
