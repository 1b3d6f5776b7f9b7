import { parseArgs } from "node:util";
import { buildIfStale } from "./build.ts";
import { runSandbox } from "./run-sandbox.ts";
import { topologyFromEnv } from "./topology.ts";
import { welcome } from "./welcome.ts";

/** `npm run sandbox`: everything on this machine, from one command. `-- --reset` forgets what earlier runs kept. */
async function main(): Promise<void> {
  // Asked before anything else: whoever started us may be gone by the time everything runs.
  const parent = process.ppid;
  const { values } = parseArgs({ options: { reset: { type: "boolean", default: false } } });
  const topology = topologyFromEnv();
  const externalDatabase = Boolean(process.env["DATABASE_URL"]);
  const report = (step: string) => console.log(`… ${step}`);
  report("building what is missing");
  await buildIfStale();

  const started = performance.now();
  const sandbox = await runSandbox(topology, { externalDatabase, reset: values.reset, report });
  console.log(welcome(topology, (performance.now() - started) / 1000, sandbox.memory()));

  let stopping = false;
  const stop = async (code: number) => {
    if (stopping) return;
    stopping = true;
    report("stopping");
    await sandbox.stop();
    process.exit(code);
  };
  process.on("SIGINT", () => void stop(0));
  process.on("SIGTERM", () => void stop(0));
  // Whoever started us was killed, and nobody could press Ctrl-C any more.
  setInterval(() => {
    if (process.ppid !== parent) void stop(1);
  }, 1_000).unref();
  for (const { died } of sandbox.processes) {
    void died.then((sentence) => {
      console.error(sentence);
      void stop(1);
    });
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  if (error instanceof Error && error.cause instanceof Error) console.error(error.cause.message);
  process.exit(1);
});
