import { type ChildProcess, fork } from "node:child_process";
import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";

/** One service of the sandbox, running as a process of its own. */
export interface RunningProcess {
  readonly name: string;
  readonly pid: number;
  /** SIGTERM, then SIGKILL after {@link PATIENCE_MS}. Resolves when it is gone. */
  stop(): Promise<void>;
  /** Resolves with a sentence when the process ends without having been asked to. */
  readonly died: Promise<string>;
}

/**
 * The app alone knows how long a request of its own may take: it cuts what is open after ten seconds, and then its
 * connections after five. Killed before that, it could not say so.
 */
const PATIENCE_MS = 20_000;

/**
 * Starts `script` and waits until it says that it is ready.
 *
 * @param logFile where its standard output and error go.
 * @throws Error with the reason the process gave, or a pointer to its log.
 */
export async function startProcess(
  name: string,
  script: string,
  env: Record<string, string>,
  logFile: string,
): Promise<RunningProcess> {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, "a");
  const child = fork(script, {
    env: { ...process.env, ...env, NODE_ENV: "production" },
    // A process group of its own, so that Ctrl-C reaches the launcher alone, which then stops all in order.
    detached: true,
    stdio: ["ignore", log, log, "ipc"],
    execArgv: ["--enable-source-maps"],
  });
  closeSync(log);
  await untilReady(name, child, logFile);
  let asked = false;
  return {
    name,
    pid: child.pid as number,
    died: new Promise((resolve) => {
      child.once("exit", (code, signal) => {
        if (!asked) resolve(`${name} ended (${signal ?? `code ${code}`}); its log is ${logFile}`);
      });
    }),
    stop: () => {
      asked = true;
      return stopChild(child);
    },
  };
}

function untilReady(name: string, child: ChildProcess, logFile: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      reject(new Error(`${name} was not ready after 30 s; its log is ${logFile}`));
    }, 30_000);
    const settle = (act: () => void) => {
      clearTimeout(timer);
      act();
    };
    child.on("message", (message: { ready?: true; failed?: string }) => {
      if (message.ready) settle(resolve);
      if (message.failed) settle(() => reject(new Error(`${name}: ${message.failed}`)));
    });
    child.once("exit", (code) => settle(() => reject(new Error(`${name} ended with code ${code}; see ${logFile}`))));
  });
}

function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS);
    child.once("exit", () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill("SIGTERM");
  });
}
