import { type ServerProcess, startServerProcess } from "../server-process.ts";

/** A process that can be killed and started again as it was. */
export interface Victim {
  readonly pid: number;
  /** SIGKILL: it gets no chance to tidy up. Resolves when it is gone. */
  kill(): Promise<void>;
  /** Starts it again, with what `over` changes of its settings until it is started the next time. */
  start(over?: Readonly<Record<string, string>>, execArgv?: readonly string[]): Promise<void>;
  /** As an operator stops it. */
  stop(): Promise<void>;
  /** Starts it when it ended without having been killed or stopped, as a service manager does. Answers whether it had. */
  startIfFallen(): Promise<boolean>;
}

/** A built server that says when it is ready. It does not run yet. */
export function createVictim(script: string, env: Readonly<Record<string, string>>, logFile: string): Victim {
  let running: ServerProcess | undefined;
  let fallen = false;
  const end = async (signal?: "SIGKILL") => {
    const ending = running;
    running = undefined;
    if (ending && signal) process.kill(ending.pid, signal);
    await ending?.stop();
  };
  const start: Victim["start"] = async (over = {}, execArgv = []) => {
    await end();
    const started = await startServerProcess(script, { ...env, ...over }, logFile, execArgv);
    running = started;
    fallen = false;
    void started.gone.then(() => {
      fallen ||= running === started;
    });
  };
  return {
    get pid() {
      if (!running) throw new Error(`${script} does not run`);
      return running.pid;
    },
    kill: () => end("SIGKILL"),
    stop: () => end(),
    start,
    async startIfFallen() {
      if (!fallen) return false;
      running = undefined;
      await start();
      return true;
    },
  };
}
