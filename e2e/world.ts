import { topologyFromEnv } from "../sandbox/topology.ts";

/** Where the sandbox of this run is; `global-setup.ts` put it into the environment. */
export const topology = topologyFromEnv();

type ServiceName = "app" | "authorization-server" | "identity-provider" | "bank" | "tpp";

const pidOf = (name: ServiceName): number => {
  const pid = (JSON.parse(process.env.SANDBOX_PROCESSES ?? "{}") as Record<string, number>)[name];
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
