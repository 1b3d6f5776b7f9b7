import { env } from "~/env.server";
import { log } from "~/web/log.server";
import { closeServices, readiness, startJobs } from "~/web/services.server";
import { runAsProcess } from "./run-as-process";
import { startWorker } from "./start-worker";

/** The entry of `npm run worker`: the jobs without the pages, with the app's own settings. */
void runAsProcess(async () => {
  const settings = env();
  const worker = await startWorker({ readiness, closeServices, startJobs, log }, settings);
  log().info({ metricsPort: settings.METRICS_PORT }, "the worker is ready");
  return { log: log(), stop: worker.stop };
});
