import type { AppRuntime } from "./app-build";

export interface Running {
  readonly log: ReturnType<AppRuntime["log"]>;
  stop(): Promise<void>;
}

/**
 * Runs until a signal asks it to stop, and tells whoever launched it when it is ready, or why it could not start. A
 * killed launcher leaves nothing behind.
 */
export async function runAsProcess(start: () => Promise<Running>): Promise<void> {
  const running = await start().catch((error: unknown) => {
    const why = error instanceof Error ? error.message : "could not start";
    console.error(why);
    process.send?.({ failed: why });
    return process.exit(1);
  });
  process.send?.({ ready: true });

  const stop = async (why: string) => {
    running.log.info({ why }, "stopping");
    await running.stop();
    process.exit(0);
  };
  process.on("SIGTERM", () => void stop("SIGTERM"));
  process.on("SIGINT", () => void stop("SIGINT"));
  if (process.send) process.on("disconnect", () => void stop("the launcher is gone"));
}
