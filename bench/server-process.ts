import { fork } from "node:child_process";
import { closeSync, openSync } from "node:fs";

/** A server under test, in a process of its own, started as production starts it. */
export interface ServerProcess {
  readonly pid: number;
  /** Resolves when it has ended, for whatever reason. */
  readonly gone: Promise<void>;
  tell(message: Readonly<Record<string, number>>): void;
  /** SIGTERM, then SIGKILL after five seconds. Resolves when it is gone. */
  stop(): Promise<void>;
}

/**
 * Starts `script` and waits until it says that it is ready.
 *
 * @param logFile gets its output: whoever writes a log line for each request shall pay for it.
 */
export async function startServerProcess(
  script: string,
  env: Readonly<Record<string, string>>,
  logFile: string,
  execArgv: readonly string[] = [],
): Promise<ServerProcess> {
  const log = openSync(logFile, "a");
  const child = fork(script, {
    env: { ...process.env, ...env, NODE_ENV: "production" },
    stdio: ["ignore", log, log, "ipc"],
    execArgv: [...execArgv],
  });
  closeSync(log);
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await new Promise<void>((resolve, reject) => {
    child.on("message", (message: { ready?: true; failed?: string }) => {
      if (message.ready) resolve();
      if (message.failed) reject(new Error(`${script}: ${message.failed}`));
    });
    child.once("exit", (code) => reject(new Error(`${script} ended with code ${code}; see ${logFile}`)));
  });
  return {
    pid: child.pid as number,
    gone,
    tell: (message) => void child.send(message),
    async stop() {
      const timer = setTimeout(() => child.kill("SIGKILL"), 5_000);
      child.kill("SIGTERM");
      await gone;
      clearTimeout(timer);
    },
  };
}
